import { bandNames, type BandName, type ChurnBands } from '../contract/bands.ts';
import { exactSum, fraction, nearest, type Exact } from '../contract/exact.ts';
import { inkOn } from './colour.ts';
import { fullGrid, rowNames } from './axes.ts';
import type { ChartOption } from './registry.ts';
import type { ChartStyle, ChartTheme } from './style.ts';
import { tooltip } from './tooltip.ts';

/** What is shared out between the bands: each bar is all of it. */
export type BandMeasure = 'cards' | 'points' | 'revenue' | 'visits';

/** What a band has of it; null where that is not known. */
export function bandValue({ bands }: ChurnBands, measure: BandMeasure, band: BandName): Exact | null {
  const row = bands[bandNames.indexOf(band)]!;
  if (measure === 'points') return row.points;
  return measure === 'revenue' ? row.revenueCents : row[measure];
}

/** What all bands have of it; null where that is not known. */
export function bandTotal(answer: ChurnBands, measure: BandMeasure): Exact | null {
  const values = bandNames.map((band) => bandValue(answer, measure, band));
  return values.includes(null) ? null : exactSum(values as Exact[]);
}

/** What is drawn: cards, points, and revenue, or else visits; without what is unknown, or nothing at all. */
export function bandMeasures(answer: ChurnBands): BandMeasure[] {
  const money: BandMeasure = bandTotal(answer, 'revenue') === null ? 'visits' : 'revenue';
  return (['cards', 'points', money] as const).filter((measure) => nearest(bandTotal(answer, measure) ?? 0) > 0);
}

/** Told apart by lightness as well. */
export const bandColours: Record<
  BandName,
  keyof Pick<ChartTheme, 'series1' | 'series2' | 'series2Deep' | 'grey' | 'muted'>
> = {
  'within-rhythm': 'series1',
  slipping: 'series2',
  overdue: 'series2Deep',
  lost: 'grey',
  'single-visit': 'muted',
};

/** Pixels that a number in a bar takes, and around it. */
const labelRoom = 38;

/** Pixels for the bars of so many measures. */
export const bandsHeight = (measures: number): number => measures * 44 + 4;

/**
 * A bar for each measure, divided into the bands.
 *
 * @param room pixels: for the names of the measures, and of all
 */
export function churnBandBars(
  answer: ChurnBands,
  { nameWidth, width }: { nameWidth: number; width: number },
  { theme, format, messages }: ChartStyle,
): ChartOption {
  const { bandText } = messages;
  const measures = bandMeasures(answer);
  const share = (measure: BandMeasure, band: BandName): number =>
    fraction(bandValue(answer, measure, band)!, bandTotal(answer, measure)!);
  return {
    animation: false,
    grid: { ...fullGrid, top: 0, right: 0, bottom: 0 },
    tooltip: tooltip(
      'axis',
      (index) => {
        const measure = measures[index];
        if (!measure) return null;
        const total = bandTotal(answer, measure)!;
        return {
          title: bandText[measure],
          rows: bandNames.map((band) => {
            const value = bandValue(answer, measure, band)!;
            const words = measure === 'revenue' ? format.moneyCompact(value) : format.compact(value);
            return { label: bandText.names[band], value: `${words} · ${format.share(value, total)}` };
          }),
        };
      },
      theme,
    ),
    xAxis: { type: 'value', min: 0, max: 1, show: false },
    yAxis: rowNames(
      measures.map((measure) => ({ id: measure, name: bandText[measure] })),
      nameWidth,
      theme,
    ),
    series: bandNames.map((band) => {
      const colour = theme[bandColours[band]];
      return {
        type: 'bar' as const,
        name: bandText.names[band],
        stack: 'bands',
        barWidth: 26,
        itemStyle: { color: colour, borderColor: theme.surface, borderWidth: 1 },
        label: {
          show: true,
          color: inkOn(colour),
          fontFamily: theme.font,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const measure = measures[dataIndex]!;
            if (share(measure, band) * (width - nameWidth) < labelRoom) return '';
            return format.share(bandValue(answer, measure, band)!, bandTotal(answer, measure)!);
          },
        },
        data: measures.map((measure) => share(measure, band)),
      };
    }),
  };
}
