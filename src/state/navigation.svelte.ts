import { formatRoute, parseRoute, type Route } from './route.ts';

/** How long the address waits for the last of a row of replacing changes: browsers refuse a flood of history calls. */
const settleAfter = 400;

/** What an entry of the history is marked with once it was shown: Back and Forward lead to such, a typed address or a link does not. */
const seen = { seen: true };

/** What of a route that says nothing of it is as in the one before. */
function inForce(route: Route, before: Route): Partial<Route> {
  if (route.sample !== null && route.sample !== before.sample) return {};
  return {
    sample: before.sample,
    timeZone: route.timeZone ?? before.timeZone,
    weekStart: route.weekStart ?? before.weekStart,
    dayStart: route.dayStart ?? before.dayStart,
  };
}

/** The route of the page, kept in step with the address. */
export class Navigation {
  #route: Route = $state.raw(parseRoute(''));
  #isHeld = $state(false);
  /** What the address still has to follow with. */
  #pending: 'push' | 'replace' | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** The hash that was read last. */
  #hash: string | null = null;

  constructor() {
    this.#read();
    // Edits of the address fire both, and in some browsers hashchange alone.
    addEventListener('hashchange', this.#read);
    addEventListener('popstate', this.#read);
  }

  get route(): Route {
    return this.#route;
  }

  /** Whether changes come one after the other and the address waits for the last of them: until then nothing need find its final place. */
  get isHeld(): boolean {
    return this.#isHeld;
  }

  /**
   * Changes parts of the route at once. The address follows with a new entry of the history, by default at once too.
   * A change that follows a slider or typing waits for the last one of its row: `settle` makes one entry of a row of changes, `replace` none;
   * `hold` makes one of all until `settle` is called.
   */
  go(change: Partial<Route>, { replace = false, settle = false, hold = false } = {}): void {
    const later = settle || hold ? 'push' : replace ? 'replace' : null;
    // A change that still waits gets its own history entry first.
    if (later === null) this.settle();
    this.#route = { ...this.#route, ...change };
    if (later === null) return this.#write('push');
    clearTimeout(this.#timer);
    this.#pending = this.#pending === 'push' ? 'push' : later;
    this.#isHeld = hold;
    if (!hold) this.#timer = setTimeout(this.settle, settleAfter);
  }

  /** The address of the present route with changes, for a link. */
  href(change: Partial<Route>): string {
    return formatRoute({ ...this.#route, ...change });
  }

  #read = (event?: Event): void => {
    if (event?.type === 'hashchange' && location.hash === this.#hash) return;
    clearTimeout(this.#timer);
    this.#pending = null;
    this.#isHeld = false;
    const isRevisit = (history.state as Partial<typeof seen> | null)?.seen === true;
    const route = parseRoute(location.hash);
    // An address that was typed without a sample or a calendar is of those in force; one gone back to is as it was.
    this.#route = event && !isRevisit ? { ...route, ...inForce(route, this.#route) } : route;
    // The address takes its one proper form.
    history.replaceState(seen, '', formatRoute(this.#route));
    this.#hash = location.hash;
  };

  /** The address follows with what still waits. */
  settle = (): void => {
    clearTimeout(this.#timer);
    const pending = this.#pending;
    this.#pending = null;
    this.#isHeld = false;
    if (pending) this.#write(pending);
  };

  #write(how: 'push' | 'replace'): void {
    const hash = formatRoute(this.#route);
    if (hash === location.hash) return;
    if (how === 'push') history.pushState(seen, '', hash);
    else history.replaceState(seen, '', hash);
    this.#hash = location.hash;
  }
}
