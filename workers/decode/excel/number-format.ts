/**
 * What a number in a cell stands for, by the format that it is shown in: a day, an instant, a time of day, a span of time, or itself.
 */
export type NumberKind = 'number' | 'date' | 'date-time' | 'time' | 'duration';

/** A format of numbers, as far as it says what they mean. */
export interface NumberFormat {
  kind: NumberKind;
  /** Digits behind the point that a number is shown with at least: 2 of `0.00`, by which an amount is told from a count. */
  decimals: number;
  /** Digits that a whole number is shown with at least: 5 of `00000`, by which an id keeps its leading zeros; 0 for as many as it has. */
  digits: number;
}

/** Formats that every program knows by their numbers (ECMA-376, part 1, 18.8.30), those of East Asia and Thailand included. */
const builtIn: readonly [from: number, to: number, kind: NumberKind][] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'date-time'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 45, 'time'],
  [46, 46, 'duration'],
  [47, 47, 'time'],
  [50, 54, 'date'],
  [55, 56, 'time'],
  [57, 58, 'date'],
  [71, 74, 'date'],
  [75, 76, 'time'],
  [77, 77, 'date-time'],
  [78, 78, 'time'],
  [79, 79, 'duration'],
  [80, 80, 'time'],
  [81, 81, 'date'],
];

/** Those with two decimals: numbers, and amounts of money. */
const withTwoDecimals = [2, 4, 7, 8, 39, 40, 43, 44];

/** A format that is known by its number alone. */
export function builtInFormat(id: number): NumberFormat {
  const kind = builtIn.find(([from, to]) => id >= from && id <= to)?.[2] ?? 'number';
  return { kind, decimals: withTwoDecimals.includes(id) ? 2 : 0, digits: 0 };
}

/** A format by its code. */
export function formatOfCode(code: string): NumberFormat {
  const kind = kindOfCode(code);
  const isNumber = kind === 'number';
  return { kind, decimals: isNumber ? decimalsOf(code) : 0, digits: isNumber ? digitsOf(code) : 0 };
}

/** None of a percentage, of an exponent, and of thousands or millions (`0.00,`), which are shown as other numbers than they are. */
function decimalsOf(code: string): number {
  const bare = withoutLiterals(code).replaceAll(/\[[^\]]*\]/g, '');
  if (/[%e]/i.test(bare)) return 0;
  return /[0#?]\.(0+)(?![0#?,])/.exec(bare)?.[1]!.length ?? 0;
}

/** Of a format of zeros alone: what else stands in it makes a number, not an id. */
function digitsOf(code: string): number {
  const shown = code
    .split(';')[0]!
    .replaceAll(/\[[^\]]*\]/g, '')
    .trim();
  return /^0{2,}$/.test(shown) ? shown.length : 0;
}

/** The kind of a format by its code (ECMA-376, part 1, 18.8.31): `dd/mm/yyyy hh:mm`. */
export function kindOfCode(code: string): NumberKind {
  const bare = withoutLiterals(code).toLowerCase();
  if (/\[(h+|m+|s+)\]/.test(bare)) return 'duration';
  const letters = bare
    .replaceAll(/\[[^\]]*\]/g, '')
    // Before noon and after; fractions of seconds.
    .replaceAll(/am\/pm|a\/p|上午\/下午/g, 'h')
    .replaceAll(/s[.,]0+/g, 's');
  if (letters.includes('general') || /[0#?@]/.test(letters)) return 'number';
  // What is left but for dates and times is a word that a program did not quote: `Standard`. T and Z are those of ISO 8601.
  const others = letters.replaceAll(/[ymdhsegbtz]+/g, '').replaceAll(/aaaa?/g, '');
  if (/[a-z]/.test(others)) return 'number';
  const hasClock = /[hs]/.test(letters);
  const hasDay = /[ydeg]/.test(letters) || (letters.includes('m') && !hasClock);
  if (hasClock) return hasDay ? 'date-time' : 'time';
  return hasDay ? 'date' : 'number';
}

/** The section of a code that shows positive numbers, without what it shows as it is: quoted, escaped, as wide as, repeated. */
function withoutLiterals(code: string): string {
  const bare = code.replaceAll(/"[^"]*("|$)|\\.|_.|\*./g, '');
  return bare.split(';')[0]!;
}
