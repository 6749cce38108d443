import type { Instant, Month } from './contract.ts';

/** How numbers and dates are written. */
export interface Format {
  /** `12,345` */
  integer: (n: number) => string;
  /** `12,345.6`, with as many decimals as asked for (1). */
  decimal: (n: number, digits?: number) => string;
  /** `45%` of 45. */
  percent: (n: number) => string;
  /** `12,345.60` of 1234560 cents: the export does not say which currency. */
  money: (cents: number) => string;
  /** `12,346` of 1234560 cents, for figures that are read at a glance. */
  moneyRounded: (cents: number) => string;
  /** `12.3k` */
  compact: (n: number) => string;
  /** `1.25 MB` */
  fileSize: (bytes: number) => string;
  /** `Jan 2026` of `2026-01`. */
  month: (month: Month) => string;
  /** `Jan` of `2026-01`. */
  monthName: (month: Month) => string;
  /** `11 Apr 2026` */
  date: (instant: Instant) => string;
  /** `11 April` */
  dayAndMonth: (instant: Instant) => string;
  /** `11 Apr 2026, 20:57` */
  dateTime: (instant: Instant) => string;
  /** `Monday` of 0, `Sunday` of 6. */
  weekday: (day: number) => string;
}

/** Numbers and dates as the reader writes them. Dates are UTC days, as the answers are. */
export function createFormat(locales: readonly string[] | undefined): Format {
  const number = (options: Intl.NumberFormatOptions) => new Intl.NumberFormat(locales, options);
  const time = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locales, { timeZone: 'UTC', ...options });

  const whole = number({ maximumFractionDigits: 0 });
  const short = number({ notation: 'compact', maximumSignificantDigits: 3 });
  const percentage = number({ style: 'percent', maximumFractionDigits: 0 });
  const cents = number({ minimumFractionDigits: 2, maximumFractionDigits: 2 });
  const months = time({ month: 'short', year: 'numeric' });
  const shortMonths = time({ month: 'short' });
  const dates = time({ day: 'numeric', month: 'short', year: 'numeric' });
  const days = time({ day: 'numeric', month: 'long' });
  const dateTimes = time({ day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  const weekdays = time({ weekday: 'long' });
  const bytes = (['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const).map((unit) =>
    // In short a byte has no plural.
    number({ style: 'unit', unit, unitDisplay: unit === 'byte' ? 'long' : 'short', maximumSignificantDigits: 3 }),
  );

  return {
    integer: (n) => whole.format(n),
    decimal: (n, digits = 1) => number({ minimumFractionDigits: digits, maximumFractionDigits: digits }).format(n),
    percent: (n) => percentage.format(n / 100),
    money: (n) => cents.format(n / 100),
    moneyRounded: (n) => whole.format(n / 100),
    compact: (n) => short.format(n),
    fileSize: (n) => {
      const step = n < 1e3 ? 0 : n < 1e6 ? 1 : n < 1e9 ? 2 : 3;
      return bytes[step]!.format(n / 1000 ** step);
    },
    month: (month) => months.format(new Date(`${month}-01T00:00:00Z`)),
    monthName: (month) => shortMonths.format(new Date(`${month}-01T00:00:00Z`)),
    date: (instant) => dates.format(new Date(instant)),
    dayAndMonth: (instant) => days.format(new Date(instant)),
    dateTime: (instant) => dateTimes.format(new Date(instant)),
    weekday: (day) => weekdays.format(new Date(Date.UTC(2024, 0, 1 + day))),
  };
}

/** The reader's languages; Node before 21 has no navigator, and its own default will do. */
const locales = typeof navigator === 'undefined' ? undefined : navigator.languages;

export const {
  integer,
  decimal,
  percent,
  money,
  moneyRounded,
  compact,
  fileSize,
  month,
  monthName,
  date,
  dayAndMonth,
  dateTime,
  weekday,
} = createFormat(locales);
