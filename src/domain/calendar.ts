import type { Day, Instant, Month } from '../contract/ids.ts';
import { isoDay, monthNumber, firstMidnight, type LocalCalendar } from './local-calendar.ts';
import { DAY } from './units.ts';

/** The service's look-back: `monthsBack` months of 31 days each. */
const DAYS_A_MONTH_BACK = 31;
/** The service's retention windows. */
export const WINDOW_DAYS = 30;

/** A stretch of days, the first and the last. */
export interface Days {
  first: Day;
  last: Day;
}

/**
 * An instant in milliseconds. Cutting the microseconds off is safe here: it is only compared with beginnings of days, and none lies between
 * an instant and its own millisecond.
 */
const millis = (instant: Instant): number => Date.parse(instant);

const iso = (time: number): Instant => new Date(time).toISOString();

/** First instant of a month plus whole days of 24 hours, in milliseconds since 1970. */
function windowStart(month: Month, days: number, local: LocalCalendar): number {
  return local.startOfMonth(monthNumber(month)) + days * DAY;
}

/** The month after. */
export function nextMonth(month: Month): Month {
  return isoDay(firstMidnight(monthNumber(month) + 1)).slice(0, 7);
}

/** First day of retention window `offset` of a cohort, and the last one: by their number, whether or not a clock is changed in it. */
export function windowDays(month: Month, offset: number): Days {
  const first = firstMidnight(monthNumber(month)) + WINDOW_DAYS * offset * DAY;
  return { first: isoDay(first), last: isoDay(first + (WINDOW_DAYS - 1) * DAY) };
}

/** Whether retention window `offset` of a cohort is not over at `asOf`, so that its value may still grow. */
export function isWindowOpen(month: Month, offset: number, asOf: Instant, local: LocalCalendar): boolean {
  return isOpen(windowStart(month, WINDOW_DAYS * (offset + 1), local), asOf, local);
}

/** Whether a month is not over at `asOf`. */
export function isMonthOpen(month: Month, asOf: Instant, local: LocalCalendar): boolean {
  return isOpen(windowStart(nextMonth(month), 0, local), asOf, local);
}

/** A report is of a day: a period is over on its last one, at whatever hour of it the export was made. */
function isOpen(end: number, asOf: Instant, local: LocalCalendar): boolean {
  return millis(asOf) < local.startOf(local.midnightOf(end - 1));
}

/** The instant so many days earlier (to the millisecond). */
export function daysBefore(instant: Instant, days: number): Instant {
  return iso(millis(instant) - days * DAY);
}

/** Where a report that looks back `monthsBack` months begins (to the millisecond). */
export function reportStart(asOf: Instant, monthsBack: number): Instant {
  return daysBefore(asOf, monthsBack * DAYS_A_MONTH_BACK);
}

/**
 * The days that a report is really of: from its beginning, or the first month that has anything, to its date, or the end of the data.
 *
 * @param month the first that has anything
 * @param latest latest instant of the data
 */
export function reportedPeriod(
  month: Month,
  monthsBack: number,
  asOf: Instant,
  latest: Instant | null,
  local: LocalCalendar,
): Days {
  const first = Math.max(windowStart(month, 0, local), millis(reportStart(asOf, monthsBack)));
  const last = latest === null ? millis(asOf) : Math.min(millis(asOf), millis(latest));
  return { first: isoDay(local.midnightOf(first)), last: isoDay(local.midnightOf(last)) };
}

/**
 * The month that the beginning of a report cuts in two, and since which day it is counted; null where nothing is lost,
 * because the report begins with the month or because the data itself begins later (`earliest`).
 */
export function cutMonth(
  asOf: Instant,
  monthsBack: number,
  earliest: Instant | null,
  local: LocalCalendar,
): { month: Month; since: Day } | null {
  const start = reportStart(asOf, monthsBack);
  const month = local.monthOf(start);
  if (millis(start) <= windowStart(month, 0, local)) return null;
  if (earliest !== null && millis(earliest) >= millis(start)) return null;
  return { month, since: local.dayOf(start) };
}
