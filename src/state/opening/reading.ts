import type { FileInspection, TextDialect, WantedColumn } from '../../contract/matching.ts';
import { dateFormat, readInFormat } from '../../domain/values/date-format.ts';
import { readInstant } from '../../domain/values/instants.ts';
import { canBe } from '../../domain/values/likeness.ts';
import { isNothing } from '../../domain/values/nothing.ts';
import { readCents, readNumber, wholeOf } from '../../domain/values/numbers.ts';
import { numericDateOf } from '../../domain/values/numeric-dates.ts';

/** The values of a column in the first rows, those without one and words for nothing left out. */
export function valuesOf({ columns, preview }: FileInspection, column: string): string[] {
  const columnIndex = columns.findIndex(({ name }) => name === column);
  return preview.map((row) => row[columnIndex]?.trim() ?? '').filter((value) => !isNothing(value));
}

/** The first value that does not look like what is wanted, by the format of dates that is given; null when all do. */
export function firstUnlike(
  values: readonly string[],
  want: WantedColumn['want'],
  { format }: Pick<TextDialect, 'format'>,
): string | null {
  const isFormatted = (value: string): boolean =>
    want === 'instant' && format !== undefined && instantInFormat(value, format) !== null;
  return values.find((value) => !canBe(want, value) && !isFormatted(value)) ?? null;
}

/** What a value is in a format of dates, as an instant; null where it is written otherwise. */
export function instantInFormat(value: string, format: string): string | null {
  const given = dateFormat(format);
  const read = given && readInFormat(value, given);
  return read ? new Date(read.microseconds / 1000).toISOString() : null;
}

/** A value that is a date without its year in front, the first of which day and month differ if any; null when there is none. */
export function firstNumericDate(values: readonly string[]): string | null {
  const dates = values.map(numericDateOf).filter((date) => date !== null);
  const telling = dates.find(({ first, second }) => first !== second);
  return (telling ?? dates[0])?.date ?? null;
}

/** What an amount is in cents, as the engine reads its text; null when it is none. */
export function centsOf(value: string, amounts: 'cents' | 'units', decimal: TextDialect['decimal']): number | null {
  if (amounts === 'units') {
    const read = readCents(value, decimal);
    return read && Number(read.cents);
  }
  const read = readNumber(value, decimal);
  const whole = read && wholeOf(read, 0);
  return whole === null ? null : Number(whole);
}

/** What a number such as `1.000` is with a decimal sign; null when it is none. */
export function parsedNumber(value: string, decimal: NonNullable<TextDialect['decimal']>): number | null {
  const read = readNumber(value, decimal);
  return read && Number(read.digits) / 10 ** read.scale;
}

/** The day that a date such as `03/04/2026` is, as an instant; null when it is none in that order. */
export function dayOf(value: string, order: TextDialect['dates']): string | null {
  const read = order === 'iso' || !numericDateOf(value) ? null : readInstant(value, { dates: order });
  return read && new Date(read.microseconds / 1000).toISOString();
}
