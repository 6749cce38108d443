import { readAlike, utcCalendar, type Calendar } from '../contract/calendar.ts';
import type { Navigation } from './navigation.svelte.ts';
import type { OpenExport } from './open-export.ts';
import type { Opening } from './opening/opening.ts';
import { keepCalendar, type RememberedCalendars } from './opening/remembered-calendars.ts';
import type { RememberedPlans } from './opening/remembered-plans.ts';
import type { Source } from './opening/source.ts';
import { calendarInRoute, calendarOfRoute, saidOfCalendar } from './route-calendar.ts';

/** What says by which calendar something is opened. */
export interface SaysCalendars {
  /** What the device keeps of exports. */
  kept: RememberedCalendars;
  plans: RememberedPlans;
  navigation: Pick<Navigation, 'route' | 'go'>;
  /** What is open. */
  open: () => OpenExport | null;
}

/** Whose wall-clock time the values of what is opened are. */
export class CalendarsOfSources {
  readonly #says: SaysCalendars;

  constructor(says: SaysCalendars) {
    this.#says = says;
  }

  /** What an attempt to open a source needs to know of calendars. */
  of(source: Source): Pick<Opening, 'calendarFor' | 'isAnythingRemembered'> {
    const { kept, plans } = this.#says;
    return {
      calendarFor: (shapes) => source.calendar ?? { ...utcCalendar, ...this.saidOf(source, shapes) },
      isAnythingRemembered: !plans.isEmpty || !kept.isEmpty,
    };
  }

  /** What was said of the calendar of a source: by the address, where that is of it, else for an export like it. */
  saidOf({ sample, fromAddress, files }: Source, shapes: readonly string[] | null): Partial<Calendar> {
    const { kept, navigation, open } = this.#says;
    const current = open();
    const isOfAddress = !current || fromAddress || files === current.source.files;
    const chosen = sample === null && shapes ? kept.get(shapes) : null;
    return { ...chosen, ...(isOfAddress && saidOfCalendar(navigation.route)) };
  }

  /** Keeps what the address says, for exports like the one that is open. */
  keep(open: OpenExport): void {
    const { kept, navigation } = this.#says;
    keepCalendar(kept, open, saidOfCalendar(navigation.route));
  }

  /** Where what is open could not be read by a calendar, or was not to be after all, the address goes back to the one in force. */
  settle({ calendar }: OpenExport, wanted: Calendar): void {
    const { navigation } = this.#says;
    if (readAlike(calendar, wanted) || !readAlike(calendarOfRoute(navigation.route), wanted)) return;
    const { timeZone, dayStart } = calendarInRoute(calendar);
    navigation.go({ timeZone, dayStart }, { replace: true });
  }
}
