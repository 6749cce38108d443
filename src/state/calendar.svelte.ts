import { untrack } from 'svelte';
import { readAlike, utcCalendar, type Calendar } from '../contract/calendar.ts';
import { LocalCalendar } from '../domain/local-calendar.ts';
import { isTimeZone, TimeZone } from '../domain/time-zone.ts';
import { deviceZone } from '../platform/device-zone.ts';
import type { Navigation } from './navigation.svelte.ts';
import type { OpenExport } from './open-export.ts';
import { hasLocalTimes, shapesOf } from './opening/export-facts.ts';
import { keepCalendar, type RememberedCalendars } from './opening/remembered-calendars.ts';
import { calendarInRoute, calendarOfRoute, saidOfCalendar } from './route-calendar.ts';

interface SessionWithExport {
  readonly current: OpenExport | null;
  readonly status: unknown;
  /** Loads once more what is open, with its wall-clock times as those of another calendar. */
  readBy(calendar: Calendar): void;
}

/** Whose days and months the page counts by: what the address says, else UTC. */
export class CalendarInForce {
  readonly #session: SessionWithExport;
  readonly #navigation: Pick<Navigation, 'route' | 'go'>;
  readonly #remembered: RememberedCalendars;
  readonly #deviceZone: string;
  /** What the address asks for. It is in force once what has to be read again for it has been. */
  readonly asked: Calendar = $derived.by(() => calendarOfRoute(this.#navigation.route));
  readonly #zoneInRoute = $derived.by(() => this.#navigation.route.timeZone);
  /** Values that name no zone are read by it when they are loaded: until that is done, the one before holds. */
  readonly #readBy: Calendar = $derived.by(() => {
    const { current } = this.#session;
    return current && hasLocalTimes(current.summary) ? current.calendar : this.asked;
  });
  readonly #timeZone = $derived.by(() => this.#readBy.timeZone);
  readonly #dayStart = $derived.by(() => this.#readBy.dayStart);
  readonly #weekStart = $derived.by(() => this.asked.weekStart);

  readonly local: LocalCalendar = $derived.by(
    () => new LocalCalendar({ timeZone: this.#timeZone, dayStart: this.#dayStart, weekStart: this.#weekStart }),
  );

  /**
   * The zone of this device, where nothing was said of that of the data and it would make a difference; null otherwise. A sample's has
   * nothing to do with whoever looks at it.
   */
  readonly offered: string | null = $derived.by(() => {
    const { current } = this.#session;
    if (!current || current.source.sample !== null || this.#zoneInRoute !== null) return null;
    if (this.#remembered.get(shapesOf(current.summary))?.timeZone !== undefined || !isTimeZone(this.#deviceZone))
      return null;
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
    zone: string = deviceZone,
  ) {
    this.#session = session;
    this.#navigation = navigation;
    this.#remembered = remembered;
    this.#deviceZone = zone;
    $effect(() => {
      const { asked } = this;
      // What is opened meanwhile may have to be read by it as well.
      void this.#session.status;
      untrack(() => this.#session.readBy(asked));
    });
  }

  get calendar(): Calendar {
    return this.local.calendar;
  }

  /** Chooses a part of the calendar, for good: it is kept for exports like the one that is open, once that has been read by it. */
  choose(change: Partial<Calendar>): void {
    const chosen = { ...saidOfCalendar(this.#navigation.route), ...change };
    const { current } = this.#session;
    const isToBeRead =
      current && hasLocalTimes(current.summary) && !readAlike(current.calendar, { ...utcCalendar, ...chosen });
    if (current && !isToBeRead) keepCalendar(this.#remembered, current, chosen);
    this.#navigation.go(calendarInRoute(chosen));
  }
}
