import type { Calendar } from '../contract/calendar.ts';
import type { Month } from '../contract/ids.ts';
import { DAY } from './calendar.ts';
import { TimeZone } from './time-zone.ts';

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

const HOUR = 3_600_000;

/**
 * The months and days of a calendar that a span of instants touches, one after the other without a gap. A day that a zone left out (Samoa's
 * 30 December 2011) is not among them.
 *
 * @param from first instant of the span, in milliseconds since 1970
 * @param to its last
 * @throws RangeError for a zone that is unknown
 */
export function boundariesOf(
  { timeZone, dayStart }: Calendar,
  from: number,
  to: number,
): { months: CalendarMonth[]; days: CalendarDay[] } {
  // Room for a month and a day around: a local date may be another than that in UTC.
  const zone = new TimeZone(timeZone, from - 33 * DAY, to + 33 * DAY);
  const startOf = (local: number): number => zone.firstAt(local + dayStart * HOUR);
  /** The local day of an instant, as its midnight on a clock without a zone. */
  const dayOf = (instant: number): number => {
    const midnight = Math.floor((zone.localAt(instant) - dayStart * HOUR) / DAY) * DAY;
    // Where a clock is put back over the beginning of a day, that day has begun already.
    return startOf(midnight + DAY) <= instant ? midnight + DAY : midnight;
  };

  const days: CalendarDay[] = [];
  for (let midnight = dayOf(from); startOf(midnight) <= to; midnight += DAY) {
    const startsAt = startOf(midnight);
    const endsAt = startOf(midnight + DAY);
    if (startsAt === endsAt) continue;
    const number = midnight / DAY;
    // 1 January 1970 was a Thursday.
    days.push({ number, day: isoDay(midnight), weekday: mod(number + 3, 7) + 1, startsAt, endsAt });
  }

  const months: CalendarMonth[] = [];
  const first = new Date(dayOf(from));
  for (let number = first.getUTCFullYear() * 12 + first.getUTCMonth(); startOf(firstDay(number)) <= to; number++) {
    const midnight = firstDay(number);
    const month = isoDay(midnight).slice(0, 7);
    months.push({ number, month, startsAt: startOf(midnight), endsAt: startOf(firstDay(number + 1)) });
  }
  return { months, days };
}

const firstDay = (month: number): number => Date.UTC(Math.floor(month / 12), mod(month, 12), 1);
const isoDay = (midnight: number): string => new Date(midnight).toISOString().slice(0, 10);
const mod = (value: number, by: number): number => ((value % by) + by) % by;
