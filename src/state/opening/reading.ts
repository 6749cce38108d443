import type { FileInspection, TextDialect, WantedColumn } from '../../contract/matching.ts';
import { withoutCurrency } from '../../domain/currency.ts';
import { valuePatterns } from '../../domain/export-format.ts';

/** Patterns of values that can be read as what is wanted; the engine is the one that reads them. */
const patterns: Record<WantedColumn['want'], RegExp> = {
  id: /./s,
  text: /./s,
  integer: /^[+-]?\d[\d.,\s'’]*$/,
  ...valuePatterns,
};

const numericDate = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})(?!\d)/;

/** The values of a column in the first rows, those without one left out. */
export function valuesOf({ columns, preview }: FileInspection, column: string): string[] {
  const columnIndex = columns.findIndex(({ name }) => name === column);
  return preview.map((row) => row[columnIndex]?.trim() ?? '').filter((value) => value !== '');
}

/** The first value that does not look like what is wanted; null when all do. */
export function firstUnlike(values: readonly string[], want: WantedColumn['want']): string | null {
  const plain = (value: string): string => (want === 'integer' ? withoutCurrency(value).number : value);
  return values.find((value) => !patterns[want].test(plain(value))) ?? null;
}

/** A value that is a date without its year in front, the first of which day and month differ if any; null when there is none. */
export function firstNumericDate(values: readonly string[]): string | null {
  const dates = values.map((value) => numericDate.exec(value)).filter((match) => match !== null);
  const telling = dates.find(([, first, second]) => Number(first) !== Number(second));
  return (telling ?? dates[0])?.[0] ?? null;
}

/** What an amount is in cents, as the engine reads its text; null when it is none. */
export function centsOf(value: string, amounts: 'cents' | 'units', decimal: TextDialect['decimal']): number | null {
  const [, sign = '', whole, fraction = ''] = numberIn[decimal ?? '.'].exec(withoutCurrency(value).number) ?? [];
  const isWhole = amounts === 'units' ? /^(\d{1,2}(00+)?)?$/ : /^0*$/;
  if (whole === undefined || !isWhole.test(fraction)) return null;
  const cents = amounts === 'units' ? fraction.slice(0, 2).padEnd(2, '0') : '';
  return Number(sign + whole.replaceAll(/\D/g, '') + cents);
}

/** What a number such as `1.000` is with a decimal sign; null when it is none. */
export function parsedNumber(value: string, decimal: NonNullable<TextDialect['decimal']>): number | null {
  const [, sign = '', whole, fraction = '0'] = numberIn[decimal].exec(value) ?? [];
  return whole === undefined ? null : Number(`${sign}${whole.replaceAll(/\D/g, '')}.${fraction}`);
}

const numberIn: Record<NonNullable<TextDialect['decimal']>, RegExp> = {
  '.': /^([+-]?)(\d+|\d{1,3}(?:[,\s'’]\d{3})+)(?:\.(\d+))?$/,
  ',': /^([+-]?)(\d+|\d{1,3}(?:[.\s'’]\d{3})+)(?:,(\d+))?$/,
};

/** The day that a date such as `03/04/2026` is, as an instant; null when it is none in that order. */
export function dayOf(value: string, order: TextDialect['dates']): string | null {
  const [, first, second, year] = numericDate.exec(value) ?? [];
  if (first === undefined || second === undefined || order === 'iso') return null;
  const [day, month] = order === 'day-first' ? [first, second] : [second, first];
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}T00:00:00.000Z`;
  const parsed = new Date(iso);
  // A day that no month has would roll over into the next month.
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString() === iso ? iso : null;
}
