import type { Month } from '../contract/ids.ts';
import { categories, fullGrid, hatched, values } from './axes.ts';
import { translucent } from './colour.ts';
import type { ChartStyle } from './style.ts';
import type { ChartOption } from './registry.ts';
import { tooltip } from './tooltip.ts';

export interface MonthlyCards {
  month: Month;
  cards: number;
  /** The month is not over yet. */
  running: boolean;
}

/** Cards by month as a line; the last month, when it is not over, is reached by a dashed one. */
export function monthlyCardsLine(months: readonly MonthlyCards[], style: ChartStyle): ChartOption {
  const { theme } = style;
  const last = months.length - 1;
  const running = months[last]?.running ?? false;
  const line = { type: 'line' as const, showSymbol: false, symbol: 'circle', symbolSize: 7, color: theme.series1 };
  return {
    ...frame(months, style),
    series: [
      {
        ...line,
        lineStyle: { width: 2, color: theme.series1 },
        areaStyle: { color: translucent(theme.series1, 0.08) },
        showSymbol: last === 0,
        data: months.map(({ cards }, i) => (running && i === last && last > 0 ? null : cards)),
      },
      {
        ...line,
        lineStyle: { width: 2, color: theme.series1, type: 'dashed' },
        data: months.map(({ cards }, i) => (running && i >= last - 1 ? cards : null)),
      },
    ],
  };
}

/** Cards by month as bars; the last month is hatched when it is not over. */
export function monthlyCardsBars(months: readonly MonthlyCards[], style: ChartStyle): ChartOption {
  const { theme } = style;
  return {
    ...frame(months, style),
    series: {
      type: 'bar',
      barMaxWidth: 32,
      barCategoryGap: '25%',
      data: months.map(({ cards, running }) => ({
        value: cards,
        itemStyle: {
          color: theme.series3,
          borderRadius: [3, 3, 0, 0],
          ...(running && { decal: hatched(theme) }),
        },
      })),
    },
  };
}

function frame(months: readonly MonthlyCards[], style: ChartStyle): ChartOption {
  const { theme, format } = style;
  const { monthText, overviewText } = style.messages;
  return {
    grid: fullGrid,
    tooltip: tooltip(
      'axis',
      (index) => {
        const row = months[index];
        return row
          ? {
              title: format.month(row.month),
              rows: [{ label: overviewText.cards, value: format.integer(row.cards) }],
              note: row.running ? monthText.soFar : null,
            }
          : null;
      },
      theme,
    ),
    xAxis: categories(
      months.map(({ month }) => format.month(month)),
      theme,
    ),
    yAxis: values(style),
  };
}
