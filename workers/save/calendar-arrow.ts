import { Int32, makeData, Table, tableToIPC, TimestampMicrosecond, Utf8, Vector } from 'apache-arrow';
import type { Calendar } from '../../src/contract/calendar.ts';
import { boundariesOf } from '../../src/domain/boundaries.ts';

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
      number: whole(months.map(({ number }) => number)),
      month: text(months.map(({ month }) => month)),
      starts_at: instants(months.map(({ startsAt }) => startsAt)),
      ends_at: instants(months.map(({ endsAt }) => endsAt)),
    }),
    days: streamOf({
      number: whole(days.map(({ number }) => number)),
      day: text(days.map(({ day }) => day)),
      weekday: whole(days.map(({ weekday }) => weekday)),
      starts_at: instants(days.map(({ startsAt }) => startsAt)),
      ends_at: instants(days.map(({ endsAt }) => endsAt)),
    }),
  };
}

const streamOf = (columns: Record<string, Vector>): Uint8Array => tableToIPC(new Table(columns), 'stream');

// Made by hand: Arrow's builders put scripts together, which the page's policy forbids, and take milliseconds for microseconds.

function whole(values: readonly number[]): Vector {
  const data = Int32Array.from(values);
  return new Vector([makeData({ type: new Int32(), length: data.length, data })]);
}

function instants(times: readonly number[]): Vector {
  const data = BigInt64Array.from(times, (time) => BigInt(time) * 1000n);
  return new Vector([makeData({ type: new TimestampMicrosecond(), length: data.length, data })]);
}

function text(values: readonly string[]): Vector {
  const data = new TextEncoder().encode(values.join(''));
  const valueOffsets = new Int32Array(values.length + 1);
  // Digits and hyphens alone: a byte each.
  for (const [index, value] of values.entries()) valueOffsets[index + 1] = valueOffsets[index]! + value.length;
  return new Vector([makeData({ type: new Utf8(), length: values.length, data, valueOffsets })]);
}
