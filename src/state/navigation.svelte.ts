import { formatRoute, parseRoute, type Route } from './route.ts';

/** How long the address waits for the last of a row of replacing changes: browsers refuse a flood of history calls. */
const settleAfter = 400;

/** The route of the page, kept in step with the address. */
export class Navigation {
  #route: Route = $state.raw(parseRoute(''));
  #settling: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    this.#read();
    // Links and edits of the address fire hashchange, Back and Forward both; reading twice is harmless.
    addEventListener('hashchange', this.#read);
    addEventListener('popstate', this.#read);
  }

  get route(): Route {
    return this.#route;
  }

  /**
   * Changes parts of the route. A new entry of the history by default; `replace` for what follows a slider or typing:
   * the route changes at once, the address once things settle.
   */
  go(change: Partial<Route>, { replace = false } = {}): void {
    this.#route = { ...this.#route, ...change };
    clearTimeout(this.#settling);
    if (replace) this.#settling = setTimeout(this.#settle, settleAfter);
    else if (formatRoute(this.#route) !== location.hash) history.pushState(null, '', formatRoute(this.#route));
  }

  /** The address of the present route with changes, for a link. */
  href(change: Partial<Route>): string {
    return formatRoute({ ...this.#route, ...change });
  }

  #read = (): void => {
    clearTimeout(this.#settling);
    this.#route = parseRoute(location.hash);
    this.#settle();
  };

  /** Writes the route to the address in its one proper form. */
  #settle = (): void => {
    if (formatRoute(this.#route) !== location.hash) history.replaceState(null, '', formatRoute(this.#route));
  };
}
