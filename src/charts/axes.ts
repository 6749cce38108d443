import type { BarSeriesOption } from 'echarts/charts';
import type { GridComponentOption, MarkLineComponentOption } from 'echarts/components';
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

/** A horizontal axis of numbers, named at some of them. */
export function numbers(
  customValues: readonly number[],
  formatter: (value: number) => string,
  theme: ChartTheme,
): Omit<ValueAxis, 'position' | 'mainType'> {
  return {
    type: 'value',
    axisLine: { show: true, lineStyle: { color: theme.border } },
    axisTick: { show: false },
    splitLine: { show: false },
    axisLabel: {
      color: theme.text3,
      fontFamily: theme.font,
      fontSize: 12,
      lineHeight: 18,
      hideOverlap: true,
      customValues: [...customValues],
      formatter,
    },
  };
}

/** A line up from a number of such an axis, with a name beside it: towards the middle, since centred it would lie over the numbers of the axis at either end. */
export function upright(at: number, name: string, isLeft: boolean, theme: ChartTheme): MarkLineComponentOption {
  return {
    silent: true,
    symbol: 'none',
    lineStyle: { color: theme.text, width: 1.5, type: 'solid' },
    label: {
      formatter: name,
      position: 'end',
      align: isLeft ? 'left' : 'right',
      color: theme.text,
      fontFamily: theme.font,
      fontSize: 12,
      fontWeight: 600,
    },
    data: [{ xAxis: at }],
  };
}

/** A value axis from zero with quiet grid lines and short numbers, amounts of cents, or shares up to all. */
export function values(
  { theme, format }: ChartStyle,
  of: 'numbers' | 'cents' | 'shares' = 'numbers',
): Omit<ValueAxis, 'position' | 'mainType'> {
  const shown = {
    numbers: format.compact,
    cents: format.moneyCompact,
    shares: (share: number) => format.percent(100 * share),
  };
  return {
    type: 'value',
    ...(of === 'shares'
      ? { min: 0, max: 1, interval: 0.25 }
      : { splitNumber: 4, minInterval: of === 'cents' ? 100 : 1 }),
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: theme.border } },
    axisLabel: {
      color: theme.text3,
      fontFamily: theme.font,
      fontSize: 12,
      formatter: (value: number) => shown[of](value),
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
