import { utcCalendar, type Calendar } from '../contract/calendar.ts';
import { LocalCalendar } from '../domain/local-calendar.ts';
import { isTimeZone, TimeZone } from '../domain/time-zone.ts';
import type { Navigation } from './navigation.svelte.ts';
import type { OpenExport } from './open-export.ts';
import type { RememberedCalendars } from './opening/remembered-calendars.ts';
import { calendarInRoute, calendarOfRoute } from './route-calendar.ts';

interface SessionWithExport {
  readonly current: OpenExport | null;
  /** Loads once more what is open, with its wall-clock times as those of another calendar. */
  readBy(calendar: Calendar): void;
}

/** Whose days and months the page counts by: what the address says, else UTC. */
export class CalendarInForce {
  readonly #session: SessionWithExport;
  readonly #navigation: Pick<Navigation, 'route' | 'go'>;
  readonly #remembered: RememberedCalendars;
  readonly #deviceZone: string;
  readonly #asked: Calendar = $derived.by(() => calendarOfRoute(this.#navigation.route));
  /** Values that name no zone are read by it when they are loaded: until that is done, the one before holds. */
  readonly #readBy: Calendar = $derived.by(() => {
    const { current } = this.#session;
    return current?.hasLocalTimes ? current.calendar : this.#asked;
  });
  readonly #timeZone = $derived.by(() => this.#readBy.timeZone);
  readonly #dayStart = $derived.by(() => this.#readBy.dayStart);
  readonly #weekStart = $derived.by(() => this.#asked.weekStart);

  readonly local: LocalCalendar = $derived.by(
    () => new LocalCalendar({ timeZone: this.#timeZone, dayStart: this.#dayStart, weekStart: this.#weekStart }),
  );

  /**
   * The zone of this device, where nothing was said of that of the data and it would make a difference; null otherwise. A sample's has
   * nothing to do with whoever looks at it.
   */
  readonly offered: string | null = $derived.by(() => {
    const { current } = this.#session;
    if (!current || current.source.sample !== null || this.#navigation.route.timeZone !== null) return null;
    if (this.#remembered.get(current.shapes) !== null || !isTimeZone(this.#deviceZone)) return null;
    const { earliest, latest } = current.summary;
    if (earliest === null || latest === null) return null;
    const offsets = new TimeZone(this.#deviceZone).changes(Date.parse(earliest), Date.parse(latest));
    return [...offsets].some(({ offset }) => offset !== 0) ? this.#deviceZone : null;
  });

  /** Called while a component is set up. */
  constructor(
    session: SessionWithExport,
    navigation: Pick<Navigation, 'route' | 'go'>,
    remembered: RememberedCalendars,
    deviceZone: string = new Intl.DateTimeFormat().resolvedOptions().timeZone,
  ) {
    this.#session = session;
    this.#navigation = navigation;
    this.#remembered = remembered;
    this.#deviceZone = deviceZone;
    $effect(() => this.#session.readBy(this.#asked));
  }

  get calendar(): Calendar {
    return this.local.calendar;
  }

  /** Chooses a calendar, for good: it is kept for exports like the one that is open. */
  choose(change: Partial<Calendar>): void {
    const chosen = { ...utcCalendar, ...this.calendar, ...change };
    const { current } = this.#session;
    if (current && current.source.sample === null) this.#remembered.keep(current.shapes, chosen);
    this.#navigation.go(calendarInRoute(chosen));
  }
}
