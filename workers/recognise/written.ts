import type { WrittenDates, WrittenNumbers } from '../../src/contract/matching.ts';
import { numericDateOf, type NumericDate } from '../../src/domain/values/numeric-dates.ts';
import { takenApart } from '../../src/domain/values/numbers.ts';

/**
 * What values say of the order of day and month; null where none is a date that does not begin with its year. A number above 12 makes it
 * plain; with dots between them the day is first wherever such dates are written.
 */
export function writtenDates(values: readonly string[]): WrittenDates | null {
  const dates = values.map(numericDateOf).filter((date) => date !== null);
  const [found] = dates;
  if (!found) return null;
  if (isYearInFront(dates)) return { order: 'year-first', example: found.value };
  const dayFirst = dates.filter(({ first }) => first > 12);
  const monthFirst = dates.filter(({ second }) => second > 12);
  if (dayFirst.length > monthFirst.length) return { order: 'day-first', example: dayFirst[0]!.value };
  if (monthFirst.length > 0) return { order: 'month-first', example: monthFirst[0]!.value };
  return { order: found.mark === '.' ? 'day-first' : 'either', example: found.value };
}

/** Dates that are needed to tell a year of two digits in front from a day. */
const enoughDates = 4;

/**
 * Whether dates of two digits each begin with their year: what stands in front hardly changes and is none to come, what stands behind runs
 * through a month.
 */
function isYearInFront(dates: readonly NumericDate[]): boolean {
  const [firsts, thirds] = [new Set(dates.map(({ first }) => first)), new Set(dates.map(({ third }) => third))];
  const now = new Date().getUTCFullYear() % 100;
  return (
    thirds.size >= enoughDates &&
    firsts.size * 2 <= thirds.size &&
    [...thirds].every((third) => third >= 1 && third <= 31) &&
    [...firsts].every((first) => first <= now) &&
    // The years that stand behind otherwise would be spread over a generation.
    Math.max(...thirds) - Math.min(...thirds) > firsts.size + 3 &&
    dates.every(({ second }) => second <= 12)
  );
}

/** How a number is written where `mark` is its decimal sign and `other` sets thousands apart. */
interface Forms {
  /** It cannot be read the other way. */
  plain: RegExp;
  /** Three digits behind the mark, which sets thousands apart as well. */
  either: RegExp;
}

const point = formsOf('[.]', ',');
const comma = formsOf(',', '[.]');

function formsOf(mark: string, other: string): Forms {
  const apart = `(${other}|[ \\u00a0\\u202f'’])`;
  return {
    plain: new RegExp(
      [
        `^(\\d+|\\d{1,3}(${apart}\\d{3})+)${mark}(\\d{1,2}|\\d{4,})$`,
        `^\\d{1,3}(${apart}\\d{3})+${mark}\\d+$`,
        `^(0\\d*|\\d{4,})${mark}\\d+$`,
        `^\\d{1,3}(${other}\\d{3}){2,}$`,
        // As in India: twos before the last three.
        `^\\d{1,2}(${other}\\d{2})+${other}\\d{3}(${mark}\\d+)?$`,
      ].join('|'),
    ),
    either: new RegExp(`^[1-9]\\d{0,2}${mark}\\d{3}$`),
  };
}

/**
 * What values say of their decimal sign; null where nothing does. Thousands that are set apart tell as well as decimals do.
 *
 * @param whole whether they are whole numbers, so that `1.250` has no decimals
 */
export function writtenNumbers(values: readonly string[], whole: boolean): WrittenNumbers | null {
  const numbers = values.map(numberAlone);
  const more = (withPoint: string[], withComma: string[]): WrittenNumbers | null => {
    if (withPoint.length > withComma.length) return { decimal: '.', example: withPoint[0]! };
    return withComma.length > 0 ? { decimal: ',', example: withComma[0]! } : null;
  };
  const plainly = more(
    numbers.filter((value) => point.plain.test(value)),
    numbers.filter((value) => comma.plain.test(value)),
  );
  if (plainly) return plainly;
  // Whole numbers have no decimals but zeros: three other digits behind a mark are thousands.
  const thousandsOf = ({ either }: Forms): string[] =>
    whole ? numbers.filter((value) => either.test(value) && !value.endsWith('000')) : [];
  const apart = more(thousandsOf(comma), thousandsOf(point));
  if (apart) return apart;

  const dotted = numbers.find((value) => point.either.test(value));
  const commaed = numbers.find((value) => comma.either.test(value));
  const example = dotted ?? commaed;
  if (example === undefined) return null;
  const [decimals, thousands] = dotted === undefined ? ([',', '.'] as const) : (['.', ','] as const);
  if (dotted !== undefined && commaed !== undefined) return { decimal: 'either', example };
  // A file that sets thousands apart never has four digits in a row; a file with decimals does not leave small numbers without them.
  if (numbers.some((value) => /^\d{4,}$/.test(value))) return { decimal: decimals, example };
  if (numbers.some((value) => /^[1-9]\d{0,2}$/.test(value))) return { decimal: thousands, example };
  return { decimal: 'either', example };
}

/** Whether a text is a number with decimals: not `1.250`, which may be a thousand, nor `12.0`, which a whole number is when it was a float. */
export function isFractional(value: string): boolean {
  return /^[+-]?(\d+|\d{1,3}([.,\s'’]\d{3})+)[.,]([1-9]|\d{2}|\d{4,})$/.test(numberAlone(value));
}

/** A number without its sign and currency; any other text as it is. */
function numberAlone(value: string): string {
  return takenApart(value)?.number ?? value;
}
