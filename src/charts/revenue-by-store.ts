import type { StoreRevenue } from '../contract/answers.ts';
import type { Exact } from '../contract/exact.ts';
import type { Id } from '../contract/ids.ts';
import { nearest } from '../contract/exact.ts';
import { fullGrid, values, rowNames } from './axes.ts';
import type { ChartStyle } from './style.ts';
import type { ChartOption } from './registry.ts';
import type { RevenueMetric } from '../domain/measures.ts';
import { metricOf, metricWords, type MetricLabel } from './revenue-monthly.ts';
import { tooltip } from './tooltip.ts';
import type { Messages } from '../text/messages.ts';
import { storeName } from '../text/store-name.ts';

/** How many stores are drawn; the table has them all. */
export const STORES_DRAWN = 20;

/** A store's row, or that of the transactions without a store (`store_id` and name null), which make the rows add up to the total. */
export type StoreRow = Omit<StoreRevenue, 'store_id'> & { store_id: Id | null };

/** What a row is called. */
export function rowName(
  { store_id, store_name }: StoreRow,
  messages: Pick<Messages, 'revenueText' | 'storeText'>,
): string {
  return store_id === null ? messages.revenueText.noStore : storeName(store_id, store_name, messages);
}

/**
 * The rows to draw, the largest store first; the chosen one is among them, the last where it is not one of the largest. What has no store
 * stands below all of them.
 */
export function largestStores(rows: readonly StoreRow[], metric: RevenueMetric, chosen: Id | null = null): StoreRow[] {
  const stores = rows.filter(({ store_id }) => store_id !== null);
  const sorted = stores.toSorted((a, b) => barLength(b, metric) - barLength(a, metric));
  const place = sorted.findIndex((store) => isChosen(store, chosen));
  const largest =
    place < STORES_DRAWN ? sorted.slice(0, STORES_DRAWN) : [...sorted.slice(0, STORES_DRAWN - 1), sorted[place]!];
  return [...largest, ...rows.filter(({ store_id }) => store_id === null)];
}

function barLength(row: StoreRow, metric: RevenueMetric): number {
  return nearest(metricOf(row, metric) ?? 0);
}

function isChosen({ store_id }: StoreRow, chosen: Id | null): boolean {
  return chosen !== null && store_id !== null && String(store_id) === String(chosen);
}

/** Pixels for a number of bars. */
export function barsHeight(count: number): number {
  return Math.max(1, count) * 30 + 8;
}

/**
 * Bars by store, the largest on top.
 * @param stores from {@link largestStores}
 * @param total of all transactions, for the share of each
 * @param chosen the store that stands out; the others recede
 * @param label name of the metric
 * @param nameWidth pixels for the names; longer ones are cut, the tooltip has them in full
 */
export function revenueByStore(
  stores: readonly StoreRow[],
  metric: RevenueMetric,
  {
    total,
    nameWidth,
    label,
    chosen = null,
  }: { total: Exact; nameWidth: number; label: MetricLabel; chosen?: Id | null },
  style: ChartStyle,
): ChartOption {
  const { theme, format } = style;
  const { revenueText } = style.messages;
  const isMuted = (store: StoreRow) => store.store_id === null || (chosen !== null && !isChosen(store, chosen));
  const words = (value: Exact) => (metric === 'revenue' ? format.moneyCompact(value) : format.compact(value));
  return {
    grid: { ...fullGrid, top: 0, right: 56 },
    tooltip: tooltip(
      'axis',
      (index) => {
        const store = stores[index];
        const value = store ? metricOf(store, metric) : null;
        if (!store || value === null) return null;
        return {
          title: rowName(store, style.messages),
          rows: [
            { label: label(metric), value: metricWords(value, metric, format) },
            ...(nearest(total) > 0 ? [{ label: revenueText.share, value: format.share(value, total) }] : []),
          ],
        };
      },
      theme,
    ),
    xAxis: { ...values(style), show: false },
    yAxis: rowNames(
      // No id is an empty text.
      stores.map((store) => ({ id: String(store.store_id ?? ''), name: rowName(store, style.messages) })),
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
        value: barLength(store, metric),
        itemStyle: {
          color: isMuted(store) ? theme.muted : theme.series1,
          borderRadius: [0, 4, 4, 0],
        },
      })),
    },
  };
}
