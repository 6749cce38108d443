import { mostFormatCharacters } from '../../contract/limits.ts';
import { withoutAccents } from './accents.ts';
import { dayAt } from './days.ts';
import { monthName, monthNamed } from './month-names.ts';
import type { ReadInstant } from './numbered-instants.ts';

/** A way to write dates that a person gives: `DD.MM.YYYY HH:mm`. */
export interface DateFormat {
  /** It has no time of day. */
  isDay: boolean;
  /** Digits of a date that has nothing else; null where it has. A number may have lost the zero in front. */
  digits: number | null;
  /** What DuckDB's `strptime` calls it; null where that does not read its names of months. */
  strptime: string | null;
  /** Reads a date so written; null for what is written otherwise, and for what no calendar has. */
  read(text: string): ReadInstant | null;
}

type Part = 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'half';

/** How a part is told, and what DuckDB calls it. */
const tokens: Record<string, { part: Part; pattern: string; strptime: string | null }> = {
  YYYY: { part: 'year', pattern: String.raw`\d{4}`, strptime: '%Y' },
  YY: { part: 'year', pattern: String.raw`\d{2}`, strptime: '%y' },
  MMMM: { part: 'month', pattern: monthName, strptime: null },
  MMM: { part: 'month', pattern: monthName, strptime: null },
  MM: { part: 'month', pattern: String.raw`\d{1,2}`, strptime: '%m' },
  M: { part: 'month', pattern: String.raw`\d{1,2}`, strptime: '%m' },
  DD: { part: 'day', pattern: String.raw`\d{1,2}`, strptime: '%d' },
  D: { part: 'day', pattern: String.raw`\d{1,2}`, strptime: '%d' },
  HH: { part: 'hour', pattern: String.raw`\d{1,2}`, strptime: '%H' },
  H: { part: 'hour', pattern: String.raw`\d{1,2}`, strptime: '%H' },
  mm: { part: 'minute', pattern: String.raw`\d{1,2}`, strptime: '%M' },
  ss: { part: 'second', pattern: String.raw`\d{1,2}`, strptime: '%S' },
  AM: { part: 'half', pattern: String.raw`[ap]\.?m\.?`, strptime: '%p' },
  PM: { part: 'half', pattern: String.raw`[ap]\.?m\.?`, strptime: '%p' },
};

const numbers = /^(YYYY|YY|MM|M|DD|D|HH|H|mm|ss)$/;
const token = /YYYY|YY|MMMM|MMM|MM|M|DD|D|HH|H|mm|ss|AM|PM|[^]/g;

/**
 * Understands a format: `YYYY` or `YY`, `MM`, `M` or `MMM` (a name), `DD` or `D`, `HH`, `mm`, `ss`, `AM`; all else stands for itself. Null for one
 * that has no year, month and day, or has a part twice.
 */
export function dateFormat(format: string): DateFormat | null {
  const written = withUsualLetters(format.trim());
  if (written.length > mostFormatCharacters) return null;
  const found = written.match(token) ?? [];
  const parts = found.flatMap((one) => tokens[one]?.part ?? []);
  const isWhole = (['year', 'month', 'day'] as const).every((part) => parts.includes(part));
  const hasTime = parts.includes('hour');
  const isTimeAlone = !hasTime && parts.some((part) => ['minute', 'second', 'half'].includes(part));
  if (!isWhole || isTimeAlone || new Set(parts).size !== parts.length) return null;

  const isNumber = (at: number): boolean => numbers.test(found[at] ?? '');
  const touches = (at: number): boolean => isNumber(at) && (isNumber(at - 1) || isNumber(at + 1));
  // A number of one digit or two cannot be told from the one that it touches.
  if (found.some((one, at) => one.length === 1 && touches(at))) return null;
  const isOfDigits = found.every((_, at) => isNumber(at));
  const patterns = found.map((one, at) => {
    const known = tokens[one];
    if (!known) return escaped(one);
    // Without a mark between them, numbers have all their digits.
    const pattern = touches(at) ? String.raw`\d{${one.length}}` : known.pattern;
    return `(?<${known.part}>${pattern})`;
  });
  const regular = new RegExp(`^${patterns.join('')}$`, 'i');
  const names = found.map((one) => (tokens[one] ? tokens[one].strptime : one.replace('%', '%%')));
  const strptime = names.includes(null) ? null : names.join('');
  return {
    isDay: !hasTime,
    digits: isOfDigits ? written.length : null,
    strptime: parts.includes('half') ? (strptime?.replace('%H', '%I') ?? null) : strptime,
    read: (text) => instantOf(regular.exec(withoutAccents(text.trim()))?.groups, !hasTime),
  };
}

/** Reads a value in a format: one of digits that was taken for a number has its first zeros again. */
export function readInFormat(text: string, { digits, read }: DateFormat): ReadInstant | null {
  return read(digits === null ? text : text.padStart(digits, '0'));
}

/** Small `d` and `y` are the same; the first `mm` that stands behind no hour is the month where nothing else is. */
function withUsualLetters(format: string): string {
  const usual = format.replaceAll(/[dy]+/g, (letters) => letters.toUpperCase()).replaceAll(/h+/g, 'HH');
  const hasMonth = usual.replace(/[AP]M\b/, '').includes('M');
  return hasMonth ? usual : usual.replace(/(?<!HH?[^a-z]?|m)m+/, (month) => month.toUpperCase());
}

function instantOf(groups: Record<string, string> | undefined, isDay: boolean): ReadInstant | null {
  if (!groups) return null;
  const { year = '', month = '', day = '', hour = '0', minute = '0', second = '0', half } = groups;
  const start = dayAt(year, monthNamed(month) ?? Number(month), day);
  if (start === null) return null;
  const hours = half === undefined ? Number(hour) : (Number(hour) % 12) + (/^p/i.test(half) ? 12 : 0);
  if (hours > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const seconds = (hours * 60 + Number(minute)) * 60 + Number(second);
  return { microseconds: start * 1000 + seconds * 1_000_000, hasZone: false, isDay };
}

function escaped(character: string): string {
  return /\s/.test(character)
    ? String.raw`\s+`
    : withoutAccents(character).replace(/[.*+?^${}()|[\]\\/]/, String.raw`\$&`);
}
