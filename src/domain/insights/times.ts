import type { Instant } from '../../contract/ids.ts';
import { cutMonth, daysBefore, isMonthOpen, nextMonth, type Days } from '../calendar.ts';
import type { LocalCalendar } from '../local-calendar.ts';
import { percentChange, sum } from '../statistics.ts';
import type { Insight, InsightSources } from './insight.ts';

export function weekday({ overview, local }: InsightSources): Insight | null {
  const { weekdays, firstInstant, asOf } = overview;
  const total = sum(weekdays);
  if (total < 300) return null;
  const busiest = weekdays.indexOf(Math.max(...weekdays));
  // A day with next to nothing is a day the doors are shut, not a quiet one.
  const open = weekdays.filter((count) => count > 0.02 * total);
  const quietest = weekdays.indexOf(Math.min(...open));
  const times = (weekdays[busiest] ?? 0) / (weekdays[quietest] ?? 1);
  if (open.length < 2 || times < 1.25) return null;
  return {
    kind: 'weekday',
    busiest,
    onBusiest: weekdays[busiest] ?? 0,
    total,
    quietest,
    times,
    period: weekdaysPeriod(asOf, firstInstant, local),
    calendar: local.calendar,
    tone: 'neutral',
    weight: 27 + Math.min(8, times),
    more: { answer: 'revenue' },
  };
}

/** The 52 weeks that the weekdays are counted over, or what there is of them. */
export function weekdaysPeriod(asOf: Instant, firstInstant: Instant | null, local: LocalCalendar): Days {
  const start = daysBefore(asOf, 364);
  const first = firstInstant !== null && firstInstant > start ? firstInstant : start;
  return { first: local.dayOf(first), last: local.dayOf(asOf) };
}

export function bestMonth({ revenue, overview: { asOf, firstInstant }, local }: InsightSources): Insight | null {
  if (!revenue) return null;
  const cut = cutMonth(asOf, revenue.months_back, firstInstant, local)?.month;
  const first = firstInstant && nextMonth(local.monthOf(firstInstant));
  // Whole months only: not the cut one, not the one the data begins in, not the running one.
  const whole = revenue.monthly.filter(
    ({ month }) => month !== cut && !isMonthOpen(month, asOf, local) && (first === null || month >= first),
  );
  const [best] = [...whole].sort((a, b) => b.transactions_count - a.transactions_count);
  if (!best || whole.length < 5 || best.transactions_count < 200) return null;
  const mean = sum(whole.map((row) => row.transactions_count)) / whole.length;
  const above = percentChange(best.transactions_count, mean);
  if (above < 10) return null;
  const shared = { kind: 'best-month', month: best.month, transactions: best.transactions_count, above } as const;
  return {
    ...shared,
    months: whole.length,
    tone: 'neutral',
    weight: 24 + Math.min(8, above / 5),
    more: { answer: 'revenue', monthsBack: 12 },
  };
}
