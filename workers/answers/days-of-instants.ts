/** What of the days in which an instant may be it is in, where `dates` (`calendar-tables.ts`) is joined to it. SQL. */
export const inDay = (instant: string, first: string, next: string, last: string): string =>
  `CASE WHEN ${instant} >= last_day_at THEN ${last} WHEN ${instant} >= next_day_at THEN ${next} ELSE ${first} END`;

const inMonth = (instant: string, first: string, next: string): string =>
  `CASE WHEN ${instant} >= next_month_at THEN ${next} ELSE ${first} END`;

/** The number of the day of an instant. SQL. */
export const dayOf = (instant: string): string => inDay(instant, 'dates.day', 'next_day', 'last_day');

const parts: Record<string, (instant: string) => string> = {
  day: dayOf,
  month: (instant) => `(dates.month + (${instant} >= next_month_at)::INTEGER)`,
  'month start': (instant) => inMonth(instant, 'month_starts_at', 'month_ends_at'),
  'day start': (instant) => inDay(instant, 'day_starts_at', 'epoch_us(next_day_at)', 'epoch_us(last_day_at)'),
  'month end': (instant) => inMonth(instant, 'month_ends_at', 'next_month_ends_at'),
};

/** A statement with the months and days of instants, `{day of:transaction_at}`, where `dates` is joined to them. */
export const withDays = (sql: string): string =>
  sql.replaceAll(/\{(day|day start|month|month start|month end) of:(\w+)\}/g, (_, what: string, of: string) =>
    parts[what]!(of),
  );
