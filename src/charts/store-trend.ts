import type { StoreTrend } from '../contract/answers.ts';
import { fullGrid, rowNames } from './axes.ts';
import type { ChartStyle } from './style.ts';
import type { ChartOption } from './registry.ts';
import { tooltip } from './tooltip.ts';
import { storeName } from '../text/store-name.ts';

/** Below this many cards before, a percentage says little, and the store is only in the table. */
export const TREND_LEAST_CARDS = 20;
const DRAWN = 12;
const BAR = 26;

export interface StoreChange {
  id: string;
  /** Null where the export has none. */
  name: string | null;
  current: number;
  previous: number;
  /** Percent. */
  change: number;
}

/** The stores to draw, the largest fall first; where there are many, those that changed most either way. */
export function storeChanges(stores: readonly StoreTrend[]): StoreChange[] {
  const changes = stores
    .flatMap(({ storeId, storeName, activeCards: { current, previous } }) =>
      previous !== null && previous >= TREND_LEAST_CARDS
        ? [{ id: String(storeId), name: storeName, current, previous, change: (100 * (current - previous)) / previous }]
        : [],
    )
    .sort((a, b) => a.change - b.change);
  return changes.length > DRAWN ? [...changes.slice(0, DRAWN / 2), ...changes.slice(-DRAWN / 2)] : changes;
}

/** Pixels for a number of bars, however few. */
export function storeTrendHeight(count: number): number {
  return Math.max(190, count * BAR + 8);
}

/** Change of active cards by store, as bars to both sides of zero. */
export function storeTrend(changes: readonly StoreChange[], nameWidth: number, style: ChartStyle): ChartOption {
  const { theme, format } = style;
  const { overviewText } = style.messages;
  const named = changes.map((store) => ({ ...store, name: storeName(store.id, store.name, style.messages) }));
  const signed = (change: number) =>
    `${change >= 0.5 ? '+' : change <= -0.5 ? '−' : ''}${format.percent(Math.abs(change))}`;
  // The same reach on both sides, so that lengths compare; the labels stand beyond the bars.
  const reach = (nameWidth < 120 ? 1.75 : 1.35) * Math.max(10, ...changes.map(({ change }) => Math.abs(change)));
  return {
    grid: { ...fullGrid, top: 0 },
    tooltip: tooltip(
      'axis',
      (index) => {
        const store = named[index];
        return store
          ? {
              title: store.name,
              rows: [
                { label: overviewText.last91, value: format.integer(store.current) },
                { label: overviewText.before91, value: format.integer(store.previous) },
                { label: overviewText.storeChange, value: signed(store.change) },
              ],
            }
          : null;
      },
      theme,
    ),
    xAxis: { type: 'value', show: false, min: -reach, max: reach },
    yAxis: rowNames(named, nameWidth, theme),
    series: {
      type: 'bar',
      barWidth: 14,
      data: changes.map(({ change }) => ({
        value: change,
        itemStyle: { color: change < 0 ? theme.warn : theme.series1, borderRadius: 3 },
        label: {
          show: true,
          position: change < 0 ? ('left' as const) : ('right' as const),
          color: theme.text2,
          fontFamily: theme.font,
          fontSize: 12,
          formatter: () => signed(change),
        },
      })),
      markLine: {
        silent: true,
        symbol: 'none',
        animation: false,
        label: { show: false },
        lineStyle: { color: theme.borderStrong, width: 1, type: 'solid' },
        data: [{ xAxis: 0 }],
      },
    },
  };
}
