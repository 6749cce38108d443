import type { Calendar } from '../contract/calendar.ts';
import type { Instant, Month } from '../contract/ids.ts';
import { TimeZone } from './time-zone.ts';
import { DAY, HOUR } from './units.ts';

/**
 * A calendar at work: in which of its days and months an instant is, and when they begin. Days are known by their midnight on a clock
 * without a zone, months by their number since the year 0, instants by their milliseconds since 1970.
 *
 * @throws RangeError for a zone that is unknown
 */
export class LocalCalendar {
  readonly calendar: Calendar;
  readonly zone: TimeZone;

  constructor(calendar: Calendar) {
    this.calendar = calendar;
    this.zone = new TimeZone(calendar.timeZone);
  }

  /** The first instant of a day. */
  startOf(midnight: number): number {
    return this.zone.firstAt(midnight + this.calendar.dayStart * HOUR);
  }

  /** The midnight of the day in which an instant is. */
  midnightOf(instant: number): number {
    const midnight = Math.floor((this.zone.localAt(instant) - this.calendar.dayStart * HOUR) / DAY) * DAY;
    // Where a clock is put back over the beginning of a day, that day has begun already.
    return this.startOf(midnight + DAY) <= instant ? midnight + DAY : midnight;
  }

  /** The number of the month in which an instant is. */
  monthAt(instant: number): number {
    const midnight = new Date(this.midnightOf(instant));
    return midnight.getUTCFullYear() * 12 + midnight.getUTCMonth();
  }

  /** The first instant of a month. */
  startOfMonth(number: number): number {
    return this.startOf(firstMidnight(number));
  }

  /** The day in which an instant is: `2026-04-11`. */
  dayOf(instant: Instant): string {
    return isoDay(this.midnightOf(Date.parse(instant)));
  }

  /** The month in which an instant is. */
  monthOf(instant: Instant): Month {
    return this.dayOf(instant).slice(0, 7);
  }

  /** The last instant of a day, `2026-04-11`. */
  endOf(day: string): Instant {
    const last = this.startOf(Date.parse(day) + DAY) - 1;
    return new Date(last).toISOString().replace('Z', '999Z');
  }
}

/** The midnight with which a month begins. */
export function firstMidnight(month: number): number {
  const year = Math.floor(month / 12);
  // `Date.UTC` takes the years before 100 for those of the last century.
  return new Date(0).setUTCFullYear(year, month - 12 * year, 1);
}

/** The number of a month, `2026-04`, since the year 0. */
export function monthNumber(month: Month): number {
  const [year = 0, ordinal = 1] = month.split('-').map(Number);
  return 12 * year + ordinal - 1;
}

/** `2026-04-11` of its midnight. */
export const isoDay = (midnight: number): string => new Date(midnight).toISOString().slice(0, 10);
