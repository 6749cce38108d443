import { bare } from './bare.ts';

/** A date as three numbers of which the last is the year, behind a day of the week or a time. */
const numericDate =
  /^(?:\p{L}+[.,]*\s+)?(?:\d{1,2}:\d{2}(?::\d{2})?\s+)?((\d{1,2})\s?([-./])\s?(\d{1,2})\s?[-./]\s?(\d{4}|\d{2}))(?![\dh]|[:.]\d)/u;

/** A date that does not begin with its year: its day and month are told by their order alone. */
export interface NumericDate {
  value: string;
  /** The date alone. */
  date: string;
  first: number;
  second: number;
  /** The number at its end, which is a year unless one of two digits stands in front. */
  third: number;
  /** What stands between them. */
  mark: string;
}

/** A value as such a date; null for what is none. What is above 31 in front is a year. */
export function numericDateOf(value: string): NumericDate | null {
  const match = numericDate.exec(bare(value));
  if (!match) return null;
  const [, date, first, mark, second, third] = match;
  return Number(first) > 31
    ? null
    : { value, date: date!, first: Number(first), second: Number(second), third: Number(third), mark: mark! };
}
