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

/** The parts of a route that ask for a calendar. Its zone is always said, so that it is not offered any more. */
export function calendarInRoute({ timeZone, weekStart, dayStart }: Calendar): CalendarRoute {
  return {
    timeZone,
    weekStart: weekStart === utcCalendar.weekStart ? null : weekStart,
    dayStart: dayStart === utcCalendar.dayStart ? null : dayStart,
  };
}

/** The instant of a report date; undefined where none is asked for. */
export function reportInstant({ asOf }: Pick<Route, 'asOf'>, local: LocalCalendar): Instant | undefined {
  if (asOf === null) return undefined;
  return asOf.includes('T') ? asOf : local.endOf(asOf);
}
