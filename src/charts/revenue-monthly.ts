import type { MonthlyRevenue, RevenueAttribution, StoreRevenue } from '../contract/answers.ts';
import type { Exact } from '../contract/exact.ts';
import type { Day, Instant, Month } from '../contract/ids.ts';
import { nearest } from '../contract/exact.ts';
import type { RevenueMetric } from '../domain/measures.ts';
import { categories, fullGrid, hatched, values } from './axes.ts';
import type { Format } from '../text/format.ts';
import type { ChartStyle } from './style.ts';
import { cutMonth, isMonthOpen } from '../domain/calendar.ts';
import type { LocalCalendar } from '../domain/local-calendar.ts';
import type { ChartOption } from './registry.ts';
import { tooltip } from './tooltip.ts';

/** The name of a metric; that of revenue depends on whether it is estimated. */
export type MetricLabel = (metric: RevenueMetric) => string;

export interface RevenueMonth extends MonthlyRevenue {
  /** Since when the month is counted, where the report's beginning cuts it; else null. */
  since: Day | null;
  /** The month is not over yet. */
  running: boolean;
}

/** The months of the answer, and how whole each is. */
export function revenueMonths(
  answer: RevenueAttribution,
  asOf: Instant,
  earliest: Instant | null,
  local: LocalCalendar,
): RevenueMonth[] {
  const cut = cutMonth(asOf, answer.months_back, earliest, local);
  return answer.monthly.map((row) => ({
    ...row,
    since: cut?.month === row.month ? cut.since : null,
    running: isMonthOpen(row.month, asOf, local),
  }));
}

/** A month or store's number; null where it is not known. */
export function metricOf(row: MonthlyRevenue | Omit<StoreRevenue, 'store_id'>, metric: RevenueMetric): Exact | null {
  if (metric === 'transactions') return row.transactions_count;
  if (metric === 'points') return row.total_points_earned;
  if (metric === 'revenue') return row.estimated_revenue_cents;
  return 'unique_customers' in row ? row.unique_customers : null;
}

/** A number of a metric, in full. */
export function metricWords(value: Exact, metric: RevenueMetric, format: Format): string {
  return metric === 'revenue' ? format.money(value) : format.integer(value);
}

/** Bars by month, oldest first; months that are not whole are hatched. */
export function revenueMonthly(
  months: readonly RevenueMonth[],
  metric: RevenueMetric,
  label: MetricLabel,
  style: ChartStyle,
): ChartOption {
  const { theme, format } = style;
  return {
    grid: fullGrid,
    tooltip: tooltip(
      'axis',
      (index) => {
        const row = months[index];
        if (!row) return null;
        const metrics: RevenueMetric[] = ['transactions', 'points', 'customers', 'revenue'];
        return {
          title: format.month(row.month as Month),
          rows: metrics.flatMap((each) => {
            const value = metricOf(row, each);
            return value === null ? [] : [{ label: label(each), value: metricWords(value, each, format) }];
          }),
          note: style.messages.monthRemark(row),
        };
      },
      theme,
    ),
    xAxis: categories(
      months.map(({ month }) => format.month(month)),
      theme,
    ),
    yAxis: values(style, metric === 'revenue' ? 'cents' : 'numbers'),
    series: {
      type: 'bar',
      barMaxWidth: 56,
      barCategoryGap: '28%',
      data: months.map((row) => ({
        value: nearest(metricOf(row, metric) ?? 0),
        itemStyle: {
          color: theme.series1,
          borderRadius: [4, 4, 0, 0],
          ...((row.since || row.running) && { decal: hatched(theme) }),
        },
      })),
    },
  };
}
