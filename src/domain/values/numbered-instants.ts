import { DAY } from '../units.ts';

/** An instant as it is written. */
export interface ReadInstant {
  /** Since 1970: of UTC where the text names its zone, else of a clock that knows none. */
  microseconds: number;
  hasZone: boolean;
  /** It is a day alone, without a time. */
  isDay: boolean;
}

/** What a number may be as an instant; the bounds leave no number that is two. From the first, up to below the second. */
export const numbered = {
  /** Days since 30 December 1899, as Excel counts them: 1954 to 2119. */
  serial: [20_000, 80_001],
  /** `YYYYMMDD`, with hours and minutes, with seconds. */
  day: [19_700_101, 22_000_101],
  minute: [197_001_010_000, 220_001_010_000],
  second: [19_700_101_000_000, 22_000_101_000_000],
  /** Since 1970; seconds from 1973 on, as fewer digits are numbers of something else. Up to 2200. */
  seconds: [1e8, 7_258_118_400],
  milliseconds: [220_001_010_000, 7_258_118_400_000],
  microseconds: [1e14, 7_258_118_400_000_000],
  nanoseconds: [1e17, 7_258_118_400_000_000_000],
} as const;

/** The number of Excel's day 0 before 1970. */
export const serialOf1970 = 25_569;

/** Reads a number as an instant: `YYYYMMDD`, Excel's serial number, or an epoch number of a unit by its size. Null for none. */
export function readNumberedInstant(number: number): ReadInstant | null {
  const isAs = (form: keyof typeof numbered): boolean => number >= numbered[form][0] && number < numbered[form][1];
  if (isAs('serial')) {
    const days = number - serialOf1970;
    // A fraction of a day is kept to the millisecond, as a spreadsheet does.
    return { microseconds: Math.round(days * DAY) * 1000, hasZone: false, isDay: Number.isInteger(days) };
  }
  if (isAs('day')) return ofDigits(number * 1e6, true);
  if (isAs('minute')) return ofDigits(number * 100, false);
  if (isAs('second')) return ofDigits(number, false);
  const epoch = (microseconds: number): ReadInstant => ({
    microseconds: Math.round(microseconds),
    hasZone: true,
    isDay: false,
  });
  if (isAs('seconds')) return epoch(number * 1e6);
  if (isAs('milliseconds')) return epoch(number * 1000);
  if (isAs('microseconds')) return epoch(number);
  return isAs('nanoseconds') ? epoch(number / 1000) : null;
}

/** Of `YYYYMMDDHHMMSS`. */
function ofDigits(number: number, isDay: boolean): ReadInstant | null {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(String(number)) ?? [];
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second}.000Z`;
  const time = Date.parse(iso);
  if (Number.isNaN(time) || new Date(time).toISOString() !== iso) return null;
  return { microseconds: time * 1000, hasZone: false, isDay };
}
