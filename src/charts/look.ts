import type { Exact, Instant, Month } from '../contract.ts';

/** The tokens of `ui/tokens.css` that charts use, as plain colours. */
export interface ChartTheme {
  font: string;
  text: string;
  text2: string;
  text3: string;
  border: string;
  borderStrong: string;
  surface: string;
  warn: string;
  series1: string;
  series3: string;
  muted: string;
  /** Colours of 0, 20, 40, 60, 80 and 100 percent. */
  heat: readonly string[];
}

/** How numbers and dates are written for the reader: `format.ts` in the page, something fixed in tests. */
export interface ChartFormat {
  integer(n: Exact): string;
  decimal(n: number, digits: number): string;
  compact(n: Exact): string;
  /** From 0 to 100. */
  percent(n: number): string;
  /** Of counts: `>99%` of less than all, `<1%` of more than none. */
  share(part: Exact, whole: Exact): string;
  money(cents: Exact): string;
  month(month: Month): string;
  date(instant: Instant): string;
  /** Monday is 0. */
  weekday(day: number): string;
  weekdayShort(day: number): string;
  period(first: Instant, last: Instant): string;
}

/** What every option builder takes besides its rows. */
export interface ChartLook {
  theme: ChartTheme;
  format: ChartFormat;
}
