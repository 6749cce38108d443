import type { BackTest, FlaggedAt } from '../contract/back-test.ts';
import type { Format } from '../text/format.ts';
import { fullGrid, numbers, upright, values } from './axes.ts';
import { timesWords } from './inactivity-histogram.ts';
import type { ChartOption } from './registry.ts';
import type { ChartStyle } from './style.ts';
import { tooltip } from './tooltip.ts';

/** Who was flagged, and who of those stayed away. */
export type Flags = Pick<FlaggedAt, 'flagged' | 'stayedAway'>;

/** Of the flagged cards, the share that stayed away; null where none was flagged. */
export const precisionOf = ({ flagged, stayedAway }: Flags): number | null =>
  flagged === 0 ? null : stayedAway / flagged;

/** Of the cards that stayed away, the share that was flagged; null where none stayed away. */
export const recallOf = ({ stayedAway }: Flags, answer: BackTest): number | null =>
  answer.stayedAway === 0 ? null : stayedAway / answer.stayedAway;

/** How much more often flagged cards stayed away than all that were tested; null where nobody did, or none was flagged. */
export function liftOf(flags: Flags, answer: BackTest): number | null {
  const precision = precisionOf(flags);
  return precision === null || answer.stayedAway === 0 ? null : precision / (answer.stayedAway / answer.cards);
}

/** `45%`; what is less than all is never 100 %. A dash for what is unknown. */
export const percentOf = (share: number | null, format: Format): string =>
  share === null ? '–' : format.share(share, 1);

/** The multiplier in use. */
export const inUse = (answer: BackTest): FlaggedAt =>
  answer.byMultiplier.find(({ multiplier }) => multiplier === answer.multiplier)!;

/**
 * The multiplier that tells best who stays away from who comes back: with the largest share flagged of those that stayed away, less that
 * of those that came back (Youden's index); of equal ones the smallest. Of those from 1 on, below which a card is within its rhythm. Null
 * where none tells more than chance would.
 */
export function bestMultiplier(answer: BackTest): FlaggedAt | null {
  const back = answer.cards - answer.stayedAway;
  if (answer.stayedAway === 0 || back === 0) return null;
  // In whole numbers, which equal ones are equal in.
  const index = ({ flagged, stayedAway }: FlaggedAt): number =>
    stayedAway * back - (flagged - stayedAway) * answer.stayedAway;
  return answer.byMultiplier
    .filter(({ multiplier }) => multiplier >= 1)
    .reduce<FlaggedAt | null>((best, row) => (index(row) > (best ? index(best) : 0) ? row : best), null);
}

/** Precision and recall by multiplier, and dashed those of as many cards by the days since the last visit alone. */
export function backTestLines(answer: BackTest, style: ChartStyle): ChartOption {
  const { theme, format, messages } = style;
  const { backTestText } = messages;
  const rows = answer.byMultiplier;
  const last = rows.at(-1)!.multiplier;
  const percent = (share: number | null): string => percentOf(share, format);
  const times = (n: number): string => backTestText.times(timesWords(n, format));
  const line = (of: (row: FlaggedAt) => number | null, color: string, dashed: boolean) => ({
    type: 'line' as const,
    showSymbol: false,
    symbol: 'circle',
    symbolSize: 6,
    color,
    lineStyle: { color, width: dashed ? 1.5 : 2, type: dashed ? ([4, 4] as number[]) : ('solid' as const) },
    data: rows.map((row) => [row.multiplier, of(row)]),
  });
  return {
    animation: false,
    grid: fullGrid,
    tooltip: tooltip(
      'axis',
      (index) => {
        const row = rows[index];
        if (!row) return null;
        const both = (of: Flags): string => `${percent(precisionOf(of))} · ${percent(recallOf(of, answer))}`;
        return {
          title: times(row.multiplier),
          rows: [
            { label: backTestText.flagged, value: format.integer(row.flagged) },
            { label: backTestText.tooltip, value: both(row) },
            { label: backTestText.tooltipDays, value: both(row.naive) },
          ],
        };
      },
      theme,
    ),
    xAxis: {
      ...numbers(rows.map(({ multiplier }) => multiplier).filter(Number.isInteger), times, theme),
      min: rows[0]!.multiplier,
      max: last,
    },
    yAxis: values(style, 'shares'),
    series: [
      {
        ...line(precisionOf, theme.series1, false),
        markLine: upright(answer.multiplier, backTestText.inUse, answer.multiplier < last / 2, theme),
      },
      line((row) => recallOf(row, answer), theme.series2Deep, false),
      // Cards that the rule itself has chosen are no fair test of the two.
      ...(answer.withoutLost
        ? []
        : [
            line(({ naive }) => precisionOf(naive), theme.series1, true),
            line(({ naive }) => recallOf(naive, answer), theme.series2Deep, true),
          ]),
    ],
  };
}
