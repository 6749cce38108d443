import { utcCalendar, type Calendar } from '../contract/calendar.ts';
import type { Instant } from '../contract/ids.ts';
import type { LocalCalendar } from '../domain/local-calendar.ts';
import type { Route } from './route.ts';

/** The parts of a route that say something of the calendar. */
export type CalendarRoute = Pick<Route, 'timeZone' | 'weekStart' | 'dayStart'>;

/** What a route says of the calendar, alone. */
export function saidOfCalendar({ timeZone, weekStart, dayStart }: CalendarRoute): Partial<Calendar> {
  return {
    ...(timeZone !== null && { timeZone }),
    ...(weekStart !== null && { weekStart }),
    ...(dayStart !== null && { dayStart }),
  };
}

/** The calendar that a route asks for. */
export function calendarOfRoute(route: CalendarRoute): Calendar {
  return { ...utcCalendar, ...saidOfCalendar(route) };
}

/** The parts of a route that say what was said of a calendar. A zone is said even where it is UTC: it is not offered any more then. */
export function calendarInRoute({ timeZone, weekStart, dayStart }: Partial<Calendar>): CalendarRoute {
  return {
    timeZone: timeZone ?? null,
    weekStart: weekStart === utcCalendar.weekStart ? null : (weekStart ?? null),
    dayStart: dayStart === utcCalendar.dayStart ? null : (dayStart ?? null),
  };
}

/** The instant of a report date; undefined where none is asked for. */
export function reportInstant({ asOf }: Pick<Route, 'asOf'>, local: LocalCalendar): Instant | undefined {
  if (asOf === null) return undefined;
  return asOf.includes('T') ? asOf : local.endOf(asOf);
}
