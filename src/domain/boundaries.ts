import type { Calendar } from '../contract/calendar.ts';
import type { Month } from '../contract/ids.ts';
import { firstMidnight, isoDay, LocalCalendar } from './local-calendar.ts';
import { DAY } from './units.ts';

/** A month or a day of a calendar: from its first instant up to that of the next, in milliseconds since 1970. */
export interface Period {
  /** Consecutive. Months since the year 0; days since 1970. */
  number: number;
  startsAt: number;
  endsAt: number;
}

export interface CalendarMonth extends Period {
  month: Month;
}

export interface CalendarDay extends Period {
  /** `2026-04-11`. */
  day: string;
  /** 1 Monday to 7 Sunday. */
  weekday: number;
}

/**
 * The months and days of a calendar that a span of instants touches, one after the other without a gap. A day that a zone left out (Samoa's
 * 30 December 2011) is not among them.
 *
 * @param from first instant of the span, in milliseconds since 1970
 * @param to its last
 * @throws RangeError for a zone that is unknown
 */
export function boundariesOf(
  calendar: Calendar,
  from: number,
  to: number,
): { months: CalendarMonth[]; days: CalendarDay[] } {
  const local = new LocalCalendar(calendar);

  const days: CalendarDay[] = [];
  for (let midnight = local.midnightOf(from); local.startOf(midnight) <= to; midnight += DAY) {
    const startsAt = local.startOf(midnight);
    const endsAt = local.startOf(midnight + DAY);
    if (startsAt === endsAt) continue;
    const number = midnight / DAY;
    // 1 January 1970 was a Thursday.
    days.push({ number, day: isoDay(midnight), weekday: mod(number + 3, 7) + 1, startsAt, endsAt });
  }

  const months: CalendarMonth[] = [];
  for (let number = local.monthAt(from); local.startOfMonth(number) <= to; number++) {
    const month = isoDay(firstMidnight(number)).slice(0, 7);
    months.push({ number, month, startsAt: local.startOfMonth(number), endsAt: local.startOfMonth(number + 1) });
  }
  return { months, days };
}

const mod = (value: number, by: number): number => ((value % by) + by) % by;
