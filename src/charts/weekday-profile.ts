import { categories, fullGrid } from './axes.ts';
import type { ChartStyle } from './style.ts';
import type { ChartOption } from './registry.ts';
import { tooltip } from './tooltip.ts';

export interface Weekday {
  /** 0 Monday to 6 Sunday. */
  day: number;
  count: number;
}

/**
 * The share of each weekday in all transactions; the busiest stands out.
 * @param weekdays all seven, in the order in which they stand
 */
export function weekdayProfile(weekdays: readonly Weekday[], style: ChartStyle): ChartOption {
  const { theme, format } = style;
  const { overviewText } = style.messages;
  const total = Math.max(
    1,
    weekdays.reduce((sum, { count }) => sum + count, 0),
  );
  const most = Math.max(...weekdays.map(({ count }) => count));
  const axis = categories(
    weekdays.map(({ day }) => format.weekdayShort(day)),
    theme,
  );
  return {
    grid: { ...fullGrid, top: 24 },
    tooltip: tooltip(
      'axis',
      (index) => {
        const row = weekdays[index];
        return row === undefined
          ? null
          : {
              title: format.weekday(row.day),
              rows: [
                { label: overviewText.transactions, value: format.integer(row.count) },
                { label: overviewText.share, value: format.share(row.count, total) },
              ],
            };
      },
      theme,
    ),
    xAxis: { ...axis, axisLabel: { ...axis.axisLabel, interval: 0 } },
    yAxis: { type: 'value', show: false, min: 0 },
    series: {
      type: 'bar',
      barCategoryGap: '25%',
      barMaxWidth: 48,
      label: {
        show: true,
        position: 'top',
        color: theme.text2,
        fontFamily: theme.font,
        fontSize: 12,
        formatter: ({ dataIndex }) => format.share(weekdays[dataIndex]?.count ?? 0, total),
      },
      data: weekdays.map(({ count }) => ({
        value: count,
        itemStyle: { color: count === most ? theme.series1 : theme.muted, borderRadius: [4, 4, 0, 0] },
      })),
    },
  };
}
