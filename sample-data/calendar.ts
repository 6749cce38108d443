/** The days of the sample data, in Luxembourg's local time, and their instants in seconds since 1970 (UTC). */

/** First day of the data, and the instant it ends: a Saturday evening after closing time. */
const firstDay = Date.UTC(2024, 4, 1) / 86_400_000;
export const endInstant = Date.UTC(2026, 9, 31, 19) / 1000;
export const dayCount = Math.ceil(endInstant / 86_400) - firstDay;

/** Months and days of public holidays, the movable ones with their year. */
const holidays = new Set([
  ...['01-01', '05-01', '05-09', '06-23', '08-15', '11-01', '12-25', '12-26'],
  ...['2024-05-20', '2025-04-21', '2025-05-29', '2025-06-09', '2026-04-06', '2026-05-14', '2026-05-25'],
]);

export interface Day {
  /** Local midnight in seconds since 1970, right for every instant after the small hours. */
  midnight: number;
  /** 0 is Monday. */
  weekday: number;
  /** Position in the year, in months: 11.5 is the middle of December. */
  season: number;
  holiday: boolean;
}

export const days: readonly Day[] = Array.from({ length: dayCount }, (_, index) => {
  const number = firstDay + index;
  const date = new Date(number * 86_400_000);
  const iso = date.toISOString().slice(0, 10);
  return {
    midnight: number * 86_400 - (isSummerTime(date) ? 7200 : 3600),
    weekday: (number + 3) % 7,
    season: date.getUTCMonth() + (date.getUTCDate() - 1) / 30.5,
    holiday: holidays.has(iso) || holidays.has(iso.slice(5)),
  };
});

/** The day an instant falls on, as an index into {@link days}. */
export function dayOf(instant: number): number {
  const guess = Math.min(dayCount - 1, Math.floor(instant / 86_400) - firstDay);
  return instant >= (days[guess + 1]?.midnight ?? Infinity) ? guess + 1 : guess;
}

/** Index of a date written as `2026-10-31`. */
export function dayIndex(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000 - firstDay;
}

/** Summer time in the EU: last Sunday of March to last Sunday of October, both at 01:00 UTC. */
function isSummerTime(date: Date): boolean {
  const lastSunday = (month: number) => {
    const last = new Date(Date.UTC(date.getUTCFullYear(), month + 1, 0));
    return last.getTime() - last.getUTCDay() * 86_400_000;
  };
  return date.getTime() >= lastSunday(2) && date.getTime() < lastSunday(9);
}
