import type { Exact } from '../contract/exact.ts';
import type { Day, Month } from '../contract/ids.ts';
import type { CsvDialect } from '../domain/csv.ts';
import { nearest, pointDecimals, shifted } from '../contract/exact.ts';
import { knownLocales } from '../domain/locales.ts';

/** The forms of a phrase by the plural that a language has for a number; `#` stands for the number. */
export type PluralForms = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

/** How numbers and dates are written. */
export interface Format {
  /** `12,345 cards` of 12345 and `{ one: '# card', other: '# cards' }`. */
  plural: (n: number, forms: PluralForms) => string;
  /** Sorts names, numbers in them by their size. */
  compare: (one: string, other: string) => number;
  /** `12,345`, to the last digit; of points, `12.25` with their decimals. */
  integer: (n: Exact) => string;
  /** `12,345.6`, with as many decimals as asked for (1). */
  decimal: (n: number, digits?: number) => string;
  /** How spreadsheets of the reader's country read CSV. */
  csv: CsvDialect;
  /** `45%` of 45. */
  percent: (n: number) => string;
  /** `45%` of 45 of 100. What is less than all is never called 100 %, what is more than none never 0 %: `>99%`, `<1%`. */
  share: (part: Exact, whole: Exact) => string;
  /** `€12,345.60` of 1234560 cents, to the last cent; `12,345.60` while the currency is not known. */
  money: (cents: Exact) => string;
  /** `€12,346` of 1234560 cents, for figures that are read at a glance; below 1,000 the cents matter. */
  moneyRounded: (cents: Exact) => string;
  /** `€12.3k`; below ten thousand in full. */
  moneyCompact: (cents: Exact) => string;
  /** `Euro (EUR)` of `EUR`. */
  currencyName: (code: string) => string;
  /** `12.3k`; below ten thousand in full, as it stands in a table beside it. */
  compact: (n: Exact) => string;
  /** `1.25 MB` */
  fileSize: (bytes: number) => string;
  /** `Jan 2026` of `2026-01`. */
  month: (month: Month) => string;
  /** `11 Apr 2026` */
  date: (day: Day) => string;
  /** `11 April` */
  dayAndMonth: (day: Day) => string;
  /** `1 Mar – 11 Apr 2026` */
  period: (first: Day, last: Day) => string;
  /** `Monday` of 0, `Sunday` of 6. */
  weekday: (day: number) => string;
  /** `Mon` of 0. */
  weekdayShort: (day: number) => string;
}

/**
 * Numbers and dates as the reader writes them.
 *
 * @param currency what amounts are in, as ISO 4217 names it; null while that is not known
 */
export function createFormat(tags: readonly string[] | undefined, currency: string | null = null): Format {
  const locales = knownLocales(tags);
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locales, options);
  const time = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales, { timeZone: 'UTC', ...options });

  const plurals = new Intl.PluralRules(locales);
  const whole = number({ maximumFractionDigits: pointDecimals });
  const short = number({ notation: 'compact', maximumSignificantDigits: 3 });
  const percentage = number({ style: 'percent', maximumFractionDigits: 0 });
  const amounts = (options: Intl.NumberFormatOptions) =>
    number(currency === null ? options : { style: 'currency', currency, ...options });
  const cents = amounts({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const units = amounts({ maximumFractionDigits: 0 });
  const shortUnits = amounts({ notation: 'compact', maximumSignificantDigits: 3 });
  const months = time({ month: 'short', year: 'numeric' });
  const dates = time({ day: 'numeric', month: 'short', year: 'numeric' });
  const days = time({ day: 'numeric', month: 'long' });
  const weekdays = time({ weekday: 'long' });
  const shortWeekdays = time({ weekday: 'short' });
  // The first of a month is the only day that French counts by an ordinal number; `Intl` does not.
  const firstDay = dates.resolvedOptions().locale.startsWith('fr') ? '1er' : '1';
  // A line may end between two dates, not within one of them.
  const joined = (parts: readonly Pick<Intl.DateTimeFormatPart, 'type' | 'value'>[]): string =>
    parts
      .map(({ type, value }) => (type === 'day' && value === '1' ? firstDay : value))
      .join('')
      .replaceAll(' ', '\u00a0');
  const hasComma = number({}).format(1.5).includes(',');
  const isEnglish = dates.resolvedOptions().locale.startsWith('en');
  const dayOfWeek = (day: number): Date => new Date(Date.UTC(2024, 0, 1 + day));
  const bytes = (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const).map((unit) =>
    // In short a byte has no plural.
    number({ style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumSignificantDigits: 3 }),
  );

  const roundedMoney = (n: Exact): Intl.NumberFormat =>
    Math.abs(nearest(n)) < 100_000 && nearest(n) % 100 !== 0 ? cents : units;

  return {
    compare: new Intl.Collator(locales, { numeric: true }).compare,
    plural: (n, forms) => (forms[plurals.select(n)] ?? forms.other).replace('#', whole.format(n)),
    integer: (n) => whole.format(asDecimal(n)),
    csv: { decimal: hasComma ? ',' : '.', delimiter: hasComma || !isEnglish ? ';' : ',' },
    decimal: (n, digits = 1) => number({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(n),
    percent: (n) => percentage.format(n / 100),
    share: (part, all) => {
      const share = nearest(all) === 0 ? 0 : nearest(part) / nearest(all);
      if (share >= 0.995 && part !== all) return `>${percentage.format(0.99)}`;
      if (share < 0.005 && nearest(part) > 0) return `<${percentage.format(0.01)}`;
      return percentage.format(share);
    },
    money: (n) => cents.format(asDecimal(n, 2)),
    moneyRounded: (n) => roundedMoney(n).format(asDecimal(n, 2)),
    moneyCompact: (n) => (Math.abs(nearest(n)) < 1_000_000 ? roundedMoney(n) : shortUnits).format(asDecimal(n, 2)),
    currencyName: (code) => {
      const name = new Intl.DisplayNames(locales, { type: 'currency' }).of(code);
      return name === undefined || name === code ? code : `${name} (${code})`;
    },
    compact: (n) => (Math.abs(nearest(n)) < 10_000 ? whole.format(asDecimal(n)) : short.format(asDecimal(n))),
    fileSize: (n) => {
      const step = n < 1e3 ? 0 : n < 1e6 ? 1 : n < 1e9 ? 2 : 3;
      return bytes[step]!.format(n / 1000 ** step);
    },
    month: (month) => months.format(new Date(`${month}-01T00:00:00Z`)),
    date: (day) => joined(dates.formatToParts(new Date(day))),
    dayAndMonth: (day) => joined(days.formatToParts(new Date(day))),
    period: (first, last) => joined(dates.formatRangeToParts(new Date(first), new Date(last))),
    weekday: (day) => weekdays.format(dayOfWeek(day)),
    weekdayShort: (day) => shortWeekdays.format(dayOfWeek(day)),
  };
}

/** A number as `Intl` reads it to the last digit, with the point moved to the left by so many digits. */
function asDecimal(n: Exact, digits = 0): number | Intl.StringNumericLiteral {
  return shifted(n, digits) as number | Intl.StringNumericLiteral;
}
