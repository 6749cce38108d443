import type { Instant, Month } from '../contract/ids.ts';

/** The service's look-back: `monthsBack` months of 31 days each. */
const DAYS_A_MONTH_BACK = 31;
/** The service's retention windows. */
export const WINDOW_DAYS = 30;
/** In milliseconds. */
export const DAY = 86_400_000;

/** First instant of a month plus whole days, in milliseconds since 1970. */
function dayOf(month: Month, days: number): number {
  const [year = 1970, ordinal = 1] = month.split('-').map(Number);
  return Date.UTC(year, ordinal - 1, 1) + days * DAY;
}

/**
 * An instant in milliseconds. Cutting the microseconds off is safe here: it is only compared with whole days,
 * and no whole day lies between an instant and its own millisecond.
 */
function millis(instant: Instant): number {
  return Date.parse(instant);
}

function iso(time: number): Instant {
  return new Date(time).toISOString();
}

/** UTC month of an instant. */
export function monthOf(instant: Instant): Month {
  return iso(millis(instant)).slice(0, 7);
}

/** The month after. */
export function nextMonth(month: Month): Month {
  return iso(dayOf(month, 32)).slice(0, 7);
}

/** First day of retention window `offset` of a cohort, and the last one. */
export function windowDays(month: Month, offset: number): { first: Instant; last: Instant } {
  return {
    first: iso(dayOf(month, WINDOW_DAYS * offset)),
    last: iso(dayOf(month, WINDOW_DAYS * (offset + 1) - 1)),
  };
}

/** Whether retention window `offset` of a cohort is not over at `asOf`, so that its value may still grow. */
export function isWindowOpen(month: Month, offset: number, asOf: Instant): boolean {
  return isOpen(dayOf(month, WINDOW_DAYS * (offset + 1)), asOf);
}

/** Whether a month is not over at `asOf`. */
export function isMonthOpen(month: Month, asOf: Instant): boolean {
  return isOpen(dayOf(nextMonth(month), 0), asOf);
}

/** A report is of a day: a period is over on its last one, at whatever hour of it the export was made. */
function isOpen(end: number, asOf: Instant): boolean {
  return millis(asOf) < end - DAY;
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
): { first: Instant; last: Instant } {
  const first = Math.max(dayOf(month, 0), millis(reportStart(asOf, monthsBack)));
  const last = latest === null ? millis(asOf) : Math.min(millis(asOf), millis(latest));
  return { first: iso(first), last: iso(last) };
}

/**
 * The month that the beginning of a report cuts in two, and since when it is counted; null where nothing is lost,
 * because the report begins with the month or because the data itself begins later (`earliest`).
 */
export function cutMonth(
  asOf: Instant,
  monthsBack: number,
  earliest: Instant | null,
): { month: Month; since: Instant } | null {
  const since = reportStart(asOf, monthsBack);
  const month = monthOf(since);
  if (millis(since) <= dayOf(month, 0)) return null;
  if (earliest !== null && millis(earliest) >= millis(since)) return null;
  return { month, since };
}
