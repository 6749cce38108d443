import type { NumberKind } from './number-format.ts';

/** Whether days are counted from 1900, with the 29 February that year did not have, or from 1904 (ECMA-376, part 1, 18.17.4). */
export type DateSystem = '1900' | '1904';

const dayMs = 86_400_000;

/** Serial number of the day that was none, 29 February 1900: before it, days are one nearer to the beginning of the year. */
const falseDay = 60;

/** Days from 1970 to the day 0, from March 1900 on. */
const dayZero = { '1900': Date.UTC(1899, 11, 30) / dayMs, '1904': Date.UTC(1904, 0, 1) / dayMs };

/** The first day that has no date with four digits for the year. */
const firstBeyond = { '1900': 2_958_466, '1904': 2_957_004 };

/**
 * A serial number as what it is shown as: ISO 8601 without a zone, `2026-04-03 10:30:00` or `2026-04-03`, to the millisecond; a time of
 * day or a span of time as `10:30:00`. Null where it is none of any calendar, so that it is shown as the number.
 *
 * @param serial days, the time of day as their fraction
 */
export function shownSerial(serial: number, kind: NumberKind, system: DateSystem): string | null {
  if (!(serial >= 0) || serial >= firstBeyond[system]) return null;
  const ms = Math.round(serial * dayMs);
  const [day, time] = [Math.floor(ms / dayMs), ms % dayMs];
  if (kind === 'duration') return clockOf(ms);
  // A day that nobody set: programs write 0 for it.
  if (kind === 'time' && day === 0) return clockOf(time);
  if (day === 0 && system === '1900') return kind === 'date' && time === 0 ? '0000-00-00' : clockOf(time);
  const date = dateOf(day, system);
  const isDayAlone = time === 0 && kind === 'date';
  return isDayAlone ? date : `${date} ${clockOf(time)}`;
}

/** The latest day that was asked for: rows of an export are mostly in the order of time. */
let latest: { day: number; system: DateSystem; date: string } | null = null;

function dateOf(day: number, system: DateSystem): string {
  if (latest?.day !== day || latest.system !== system) latest = { day, system, date: calendarDate(day, system) };
  return latest.date;
}

function calendarDate(day: number, system: DateSystem): string {
  if (system === '1900' && day === falseDay) return '1900-02-29';
  const shift = system === '1900' && day < falseDay ? 1 : 0;
  return new Date((dayZero[system] + day + shift) * dayMs).toISOString().slice(0, 10);
}

function clockOf(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const fraction = ms % 1000;
  const clock = `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return fraction === 0 ? clock : `${clock}.${String(fraction).padStart(3, '0')}`;
}

const two = (part: number): string => (part < 10 ? `0${part}` : String(part));
