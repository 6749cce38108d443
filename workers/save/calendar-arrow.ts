import type { Calendar } from '../../src/contract/calendar.ts';
import { boundariesOf } from '../../src/domain/boundaries.ts';
import { asciiColumn, instantColumn, streamOf, wholeColumn } from '../database/arrow-columns.ts';

/**
 * The tables of a calendar that the definitions read (`answers/tables.sql`), as Arrow IPC streams.
 *
 * @param from first instant that they hold, in milliseconds since 1970
 * @param to its last
 */
export function calendarArrow(calendar: Calendar, from: number, to: number): { months: Uint8Array; days: Uint8Array } {
  const { months, days } = boundariesOf(calendar, from, to);
  return {
    months: streamOf({
      number: wholeColumn(months.map(({ number }) => number)),
      month: asciiColumn(months.map(({ month }) => month)),
      starts_at: instantColumn(months.map(({ startsAt }) => startsAt)),
      ends_at: instantColumn(months.map(({ endsAt }) => endsAt)),
    }),
    days: streamOf({
      number: wholeColumn(days.map(({ number }) => number)),
      day: asciiColumn(days.map(({ day }) => day)),
      weekday: wholeColumn(days.map(({ weekday }) => weekday)),
      starts_at: instantColumn(days.map(({ startsAt }) => startsAt)),
      ends_at: instantColumn(days.map(({ endsAt }) => endsAt)),
    }),
  };
}
