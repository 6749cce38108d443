import type { BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption } from 'echarts/components';
import type { ChartStyle, ChartTheme } from './style.ts';
import type { ChartOption } from './registry.ts';

type One<T> = T extends readonly unknown[] ? never : NonNullable<T>;
type XAxis = One<ChartOption['xAxis']>;
type ValueAxis = Extract<XAxis, { type?: 'value' }>;
type CategoryAxis = Extract<XAxis, { type?: 'category' }>;
type YCategoryAxis = Extract<One<ChartOption['yAxis']>, { type?: 'category' }>;
type Decal = NonNullable<NonNullable<BarSeriesOption['itemStyle']>['decal']>;

/** A category axis without ticks. */
export function categories(labels: readonly string[], theme: ChartTheme): CategoryAxis {
  return {
    type: 'category',
    data: [...labels],
    axisLine: { lineStyle: { color: theme.border } },
    axisTick: { show: false },
    // The line height keeps descenders inside the box that the plot leaves for the labels.
    axisLabel: { color: theme.text3, fontFamily: theme.font, fontSize: 12, lineHeight: 18, hideOverlap: true },
  };
}

/** A category axis of names, first at the top, a long name cut at `width` pixels. */
export function rowNames(
  rows: readonly { id: string; name: string }[],
  width: number,
  theme: ChartTheme,
): YCategoryAxis {
  return {
    type: 'category',
    inverse: true,
    // Names may occur twice; a category axis would take them for one.
    data: rows.map(({ id }) => id),
    axisLine: { show: false },
    axisTick: { show: false },
    axisLabel: {
      color: theme.text2,
      fontFamily: theme.font,
      fontSize: 13,
      width,
      overflow: 'truncate',
      ellipsis: '…',
      interval: 0,
      formatter: (_: string, index: number) => rows[index]?.name ?? '',
    },
  };
}

/** A value axis from zero with quiet grid lines and short numbers, or amounts of cents. */
export function values(
  { theme, format }: ChartStyle,
  of: 'numbers' | 'cents' = 'numbers',
): Omit<ValueAxis, 'position' | 'mainType'> {
  return {
    type: 'value',
    splitNumber: 4,
    minInterval: of === 'cents' ? 100 : 1,
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: theme.border } },
    axisLabel: {
      color: theme.text3,
      fontFamily: theme.font,
      fontSize: 12,
      formatter: (value: number) => (of === 'cents' ? format.moneyCompact(value) : format.compact(value)),
    },
  };
}

/** The plot fills its box up to the axis labels. */
export const fullGrid: GridComponentOption = {
  left: 0,
  right: 4,
  top: 12,
  bottom: 2,
  outerBoundsMode: 'same',
  outerBoundsContain: 'axisLabel',
};

/** The look of a bar of a period that is not whole: hatched. */
export function hatched(theme: ChartTheme): Decal {
  return {
    symbol: 'rect',
    color: theme.surface,
    dashArrayX: [1, 0],
    dashArrayY: [3, 4],
    rotation: -Math.PI / 4,
  };
}
