import { DAY } from '../units.ts';
import { monthName, monthNamed } from './month-names.ts';

/** How dates such as 03/04/2026 are written. */
export type DateOrder = 'iso' | 'day-first' | 'month-first' | 'year-first';

/** A day found in a text. */
export interface FoundDay {
  /** Milliseconds since 1970 at its beginning, of a clock that knows no zone. */
  day: number;
  /** What stands around it. */
  rest: string;
}

const apart = String.raw`\s?[-./]\s?|\s`;
const numeric = new RegExp(
  String.raw`(?<![\d:.])(\d{4}|\d{1,2})(${apart})(\d{1,2})(\2|[-./]\s?|\s)(\d{4}|\d{1,2})(?![\d:]|[.]\d|h)`,
);
const compact = /^(\d{4})(\d{2})(\d{2})(?=$|[t\s])/;
const named = new RegExp(`(?<![a-z])(${monthName})(?![a-z])`);
const dayBefore = new RegExp(
  String.raw`(?<![\d:])(\d{1,2})(?:st|nd|rd|th|er)?[-.\s/,]*(?:(?:of|de)\s+)?(${monthName})[-.\s/,']*(?:del?\s+)?(\d{4}|\d{2})(?![\d:])`,
);
const dayBehind = new RegExp(
  String.raw`(?<![a-z])(${monthName})[-.\s/]*(\d{1,2})(?:st|nd|rd|th)?[-.\s/,]+(\d{4}|\d{2})(?![\d:])`,
);
const yearBefore = new RegExp(String.raw`(?<!\d)(\d{4})[-.\s/]*(${monthName})[-.\s/]*(\d{1,2})(?![\d:])`);
/** As Unix writes it: the year stands behind the time and its zone. */
const yearAtEnd = new RegExp(String.raw`^(${monthName})\s+(\d{1,2})\s+(\d{1,2}:.*)\s(\d{4})$`);

/** Finds the day in a text in small letters without accents; null where there is none, or where its order is not known. */
export function findDay(text: string, order: DateOrder): FoundDay | null {
  return named.test(text) ? findNamed(text.replace(yearAtEnd, '$1 $2 $4 $3')) : findNumeric(text, order);
}

function findNamed(text: string): FoundDay | null {
  const before = dayBefore.exec(text);
  if (before) return found(before, before[3]!, monthNamed(before[2]!)!, before[1]!);
  const behind = dayBehind.exec(text);
  if (behind) return found(behind, behind[3]!, monthNamed(behind[1]!)!, behind[2]!);
  const first = yearBefore.exec(text);
  return first && found(first, first[1]!, monthNamed(first[2]!)!, first[3]!);
}

function findNumeric(text: string, order: DateOrder): FoundDay | null {
  const whole = compact.exec(text);
  if (whole) return found(whole, whole[1]!, Number(whole[2]), whole[3]!);
  const match = numeric.exec(text);
  if (!match) return null;
  const [first, second, third] = [match[1]!, match[3]!, match[5]!];
  // What is above 31 is no day: the year stands in front.
  if (first.length === 4 || Number(first) > 31)
    return third.length > 2 ? null : found(match, first, Number(second), third);
  if (order === 'year-first') return third.length > 2 ? null : found(match, first, Number(second), third);
  if (third.length === 1 || order === 'iso') return null;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  return found(match, third, Number(month), day);
}

function found(match: RegExpExecArray, writtenYear: string, month: number, writtenDay: string): FoundDay | null {
  const day = dayAt(writtenYear, month, writtenDay);
  if (day === null) return null;
  const { index, input } = match;
  return {
    day,
    rest: `${input.slice(0, index)} ${input.slice(index + match[0].length)}`,
  };
}

/**
 * A day in milliseconds since 1970, of a clock that knows no zone; null for one that its month does not have.
 *
 * @param writtenYear with four digits, or two
 */
export function dayAt(writtenYear: string, month: number, writtenDay: string): number | null {
  const day = Number(writtenDay);
  const start = new Date(0).setUTCFullYear(fullYear(writtenYear), month - 1, day);
  const made = new Date(start);
  // It would roll over into the next.
  if (made.getUTCMonth() !== month - 1 || made.getUTCDate() !== day) return null;
  return Math.floor(start / DAY) * DAY;
}

/** Of two digits, those up to 68 are of this century, as POSIX has it. */
function fullYear(written: string): number {
  const year = Number(written);
  if (written.length === 4) return year;
  return year <= 68 ? 2000 + year : 1900 + year;
}
