import type { Id, StoreRevenue } from '../contract.ts';
import { revenueText as text } from '../text/revenue.ts';
import { fullGrid, values, storeNames } from './axes.ts';
import type { ChartLook } from './look.ts';
import type { ChartOption } from './registry.ts';
import { metricOf, metricWords, type MetricLabel, type RevenueMetric } from './revenue-monthly.ts';
import { tooltip } from './tooltip.ts';

/** How many stores are drawn; the table has them all. */
export const STORES_DRAWN = 20;

/** The stores to draw, the largest first; the chosen one is among them, the last where it is not one of the largest. */
export function largestStores(
  stores: readonly StoreRevenue[],
  metric: RevenueMetric,
  chosen: Id | null = null,
): StoreRevenue[] {
  const value = (store: StoreRevenue) => metricOf(store, metric) ?? 0;
  const sorted = stores.toSorted((a, b) => value(b) - value(a));
  const place = sorted.findIndex((store) => isChosen(store, chosen));
  return place < STORES_DRAWN ? sorted.slice(0, STORES_DRAWN) : [...sorted.slice(0, STORES_DRAWN - 1), sorted[place]!];
}

function isChosen({ store_id }: StoreRevenue, chosen: Id | null): boolean {
  return chosen !== null && String(store_id) === String(chosen);
}

/** Pixels for a number of bars. */
export function barsHeight(count: number): number {
  return Math.max(1, count) * 30 + 8;
}

/**
 * Bars by store, the largest on top.
 * @param stores from {@link largestStores}
 * @param total of all stores, for the share of each
 * @param chosen the store that stands out; the others recede
 * @param label name of the metric
 * @param nameWidth pixels for the names; longer ones are cut, the tooltip has them in full
 */
export function revenueByStore(
  stores: readonly StoreRevenue[],
  metric: RevenueMetric,
  {
    total,
    nameWidth,
    label,
    chosen = null,
  }: { total: number; nameWidth: number; label: MetricLabel; chosen?: Id | null },
  look: ChartLook,
): ChartOption {
  const { theme, format } = look;
  const words = (value: number) => (metric === 'revenue' ? format.compact(value / 100) : format.compact(value));
  return {
    grid: { ...fullGrid, top: 0, right: 56 },
    tooltip: tooltip(
      'axis',
      (index) => {
        const store = stores[index];
        const value = store ? metricOf(store, metric) : null;
        if (!store || value === null) return null;
        return {
          title: store.store_name,
          rows: [
            { label: label(metric), value: metricWords(value, metric, format) },
            ...(total > 0 ? [{ label: text.share, value: format.percent((100 * value) / total) }] : []),
          ],
        };
      },
      theme,
    ),
    xAxis: { ...values(look), show: false },
    yAxis: storeNames(
      stores.map(({ store_id, store_name }) => ({ id: String(store_id), name: store_name })),
      nameWidth,
      theme,
    ),
    series: {
      type: 'bar',
      barWidth: 16,
      label: {
        show: true,
        position: 'right',
        color: theme.text2,
        fontFamily: theme.font,
        fontSize: 12,
        formatter: ({ dataIndex }) => words(metricOf(stores[dataIndex]!, metric) ?? 0),
      },
      data: stores.map((store) => ({
        value: metricOf(store, metric) ?? 0,
        itemStyle: {
          color: chosen === null || isChosen(store, chosen) ? theme.series1 : theme.muted,
          borderRadius: [0, 4, 4, 0],
        },
      })),
    },
  };
}
