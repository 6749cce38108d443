import type { Activity } from '../contract/answers.ts';
import type { Day } from '../contract/ids.ts';
import { firstMidnight, isoDay, monthNumber } from './local-calendar.ts';
import { DAY } from './units.ts';

/** The days that report dates are chosen from, and how much happened in them. Days are known by their number since 1970. */
export interface Timeline {
  first: number;
  last: number;
  /** One after the other, those with the first and the last day included. */
  weeks: Week[];
}

export interface Week {
  /** Its first day, which may lie before that of the timeline. */
  start: number;
  transactions: number;
}

/** Days without a transaction after which what lies before them is no part of the timeline. */
const longestGap = 366;
/** Unless it has more than this share of all transactions. */
const strayShare = 0.001;

export const dayNumber = (day: Day): number => Date.parse(day) / DAY;
export const dayAt = (number: number): Day => isoDay(number * DAY);

const monthOf = (day: number): number => monthNumber(dayAt(day).slice(0, 7));
/** The first day of a month. */
const firstOf = (month: number): number => firstMidnight(month) / DAY;

/**
 * From the first day of a merchant's data to the last of the export, which is the report date where none is asked for. It does not begin
 * with a stray day long before all others (a till that began with 1970): of that nothing could be told on it. Without transactions it is
 * of the days of the export.
 *
 * @param weekStart 1 Monday to 7 Sunday
 */
export function timelineOf(
  { first, transactions }: Activity,
  { earliest, latest, weekStart }: { earliest: Day; latest: Day; weekStart: number },
): Timeline {
  const last = dayNumber(latest);
  const known = first === null ? dayNumber(earliest) : dayNumber(first) + strayDays(transactions);
  const begins = Math.min(known, last);
  const weeks: Week[] = [];
  for (let start = begins - weekdayFrom(begins, weekStart); start <= last; start += 7)
    weeks.push({ start, transactions: 0 });
  const from = first === null ? 0 : dayNumber(first) - weeks[0]!.start;
  transactions.forEach((count, index) => {
    const week = weeks[Math.floor((from + index) / 7)];
    if (week && from + index >= begins - weeks[0]!.start) week.transactions += count;
  });
  return { first: begins, last, weeks };
}

/** How many days at the beginning are strays, with the gap after them. */
function strayDays(transactions: readonly number[]): number {
  const most = strayShare * transactions.reduce((sum, count) => sum + count, 0);
  let [strays, before, gap] = [0, 0, 0];
  for (const [index, count] of transactions.entries()) {
    if (count > 0) {
      if (gap > longestGap) strays = index;
      before += count;
      gap = 0;
      if (before > most) break;
    } else gap += 1;
  }
  return strays;
}

/** Days since the week began. Day 0, 1 January 1970, was a Thursday. */
const weekdayFrom = (day: number, weekStart: number): number => (((day + 4 - weekStart) % 7) + 7) % 7;

/** The week of a day; null outside of the timeline. */
export function weekOf({ weeks }: Timeline, day: number): Week | null {
  return weeks[Math.floor((day - (weeks[0]?.start ?? day)) / 7)] ?? null;
}

/** The same day of another month, or its last one where it has none such. */
export function monthsLater(day: number, months: number): number {
  const month = monthOf(day);
  const target = month + months;
  return Math.min(firstOf(target) + (day - firstOf(month)), firstOf(target + 1) - 1);
}

/** First days of months to be named along a timeline: so few that each has its room, years and quarters before others. */
export function marks({ first, last }: Timeline, most: number): number[] {
  for (const step of [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200]) {
    const days: number[] = [];
    for (let month = Math.ceil(monthOf(first) / step) * step; firstOf(month) <= last; month += step)
      if (firstOf(month) >= first) days.push(firstOf(month));
    if (days.length <= most) return days;
  }
  return [];
}
