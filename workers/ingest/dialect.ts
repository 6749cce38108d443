import type { TextDialect } from '../../src/contract';
import type { MatchedColumn } from './recognise';
import { valuesOf } from './sample';

/** What text is taken to be when nothing says otherwise. */
export const plainDialect: TextDialect = { dates: 'iso', decimal: '.' };

export interface DialectGuess {
  dialect: TextDialect;
  /** A column of dates that could be read either way, with one of them. */
  ambiguous: { column: string; example: string } | null;
}

const numericDate = /^(\d{1,2})([./-])(\d{1,2})[./-]\d{4}(?!\d)/;
const fraction = /^[+-]?(\d+|\d{1,3}([.,\s'’]\d{3})+)[.,]([1-9]|\d{2}|\d{4,})$/;
const decimalComma = /^[+-]?(\d+|\d{1,3}([.\s\u00a0]\d{3})+),(\d{1,2}|\d{4,})$|^[+-]?\d{1,3}(\.\d{3})+,\d+$/;

const dottedThousands = /^[+-]?[1-9]\d{0,2}(\.\d{3})+$/;

/** Whether a text is a number with decimals: not `1.250`, which may be a thousand, nor `12.0`, which a whole number is when it was a float. */
export function isFractional(value: string): boolean {
  return fraction.test(value);
}

/**
 * How a file writes dates and numbers as text, from its first rows. With a number above 12 in one place the order of day and month is
 * plain; with dots between them the day is first wherever such dates are written; else a person has to say.
 *
 * @param rows values a column, in the order of `columns`
 */
export function guessDialect(
  matched: readonly MatchedColumn[],
  columns: readonly { name: string }[],
  rows: readonly (string | null)[][],
): DialectGuess {
  const guess: DialectGuess = { dialect: { ...plainDialect }, ambiguous: null };
  for (const { wanted, found } of matched) {
    if (found.form !== 'text' && found.form !== 'bytes') continue;
    const place = columns.findIndex(({ name }) => name === found.name);
    const values = valuesOf(rows, place);
    if (wanted.want === 'instant') noteDates(guess, found.name, values);
    if (wanted.want === 'integer' && hasDecimalComma(values)) guess.dialect.decimal = ',';
  }
  // Another column that is plain settles it for the whole file.
  if (guess.dialect.dates !== 'iso') guess.ambiguous = null;
  return guess;
}

/** Where whole numbers are wanted, dots before three digits set thousands apart; in `12.000` they may be decimals of a float. */
function hasDecimalComma(values: readonly string[]): boolean {
  const dotted = values.filter((value) => value.includes('.'));
  const setsThousandsApart =
    dotted.every((value) => dottedThousands.test(value)) && dotted.some((value) => !value.endsWith('.000'));
  return setsThousandsApart || values.some((value) => decimalComma.test(value));
}

function noteDates(guess: DialectGuess, column: string, values: readonly string[]): void {
  const dates = values.map((value) => numericDate.exec(value)).filter((match) => match !== null);
  const first = dates[0];
  if (!first) return;
  const above12 = (place: 1 | 3): number => dates.filter((match) => Number(match[place]) > 12).length;
  const dayFirst = above12(1);
  const monthFirst = above12(3);
  if (dayFirst > monthFirst || (dayFirst === 0 && monthFirst === 0 && first[2] === '.'))
    guess.dialect.dates = 'day-first';
  else if (monthFirst > 0) guess.dialect.dates = 'month-first';
  else guess.ambiguous ??= { column, example: first.input };
}
