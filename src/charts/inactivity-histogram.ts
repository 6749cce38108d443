import type { InactivitySpread } from '../contract/answers.ts';
import { fullGrid, numbers, upright, values } from './axes.ts';
import type { Format } from '../text/format.ts';
import type { ChartStyle } from './style.ts';
import type { ChartOption } from './registry.ts';
import { tooltip, type TooltipPositionCallback } from './tooltip.ts';

export interface InactivityBin {
  /** Times the usual interval: above `from` (the first bin: from 0), up to and including `to`; null for no upper end. */
  from: number;
  to: number | null;
  cards: number;
}

/** The bins of the answer, the last of them open. */
export function binsOf(spread: InactivitySpread): InactivityBin[] {
  const end = spread.bins.length * spread.binWidth;
  return [
    ...spread.bins.map((cards, i) => ({ from: i * spread.binWidth, to: (i + 1) * spread.binWidth, cards })),
    { from: end, to: null, cards: spread.beyond },
  ];
}

/** How many cards are at risk at a multiplier, without asking the engine; null unless an edge of a bin says it exactly. */
export function atRiskAt(spread: InactivitySpread, multiplier: number): number | null {
  const edge = multiplier / spread.binWidth;
  if (!Number.isInteger(edge) || edge > spread.bins.length) return null;
  return spread.bins.slice(edge).reduce((sum, cards) => sum + cards, spread.beyond);
}

/** A multiple with as many decimals as it has: `2`, `2.5`, `2.25`. */
export function timesWords(multiple: number, format: Format): string {
  return format.decimal(multiple, Number.isInteger(multiple) ? 0 : Number.isInteger(multiple * 10) ? 1 : 2);
}

/** At the top of the half of the plot that the pointer is not in. */
const besidePointer: TooltipPositionCallback = ([x], _params, _element, _rect, { contentSize, viewSize }) => [
  x < viewSize[0] / 2 ? viewSize[0] - contentSize[0] : 0,
  0,
];

/** Cards by how many of their usual intervals they have been away, with the threshold as a line. */
export function inactivityHistogram(spread: InactivitySpread, multiplier: number, style: ChartStyle): ChartOption {
  const { theme, format } = style;
  const { histogramText } = style.messages;
  const bins = binsOf(spread);
  const width = spread.binWidth;
  const end = spread.bins.length * width;
  // The open bin stands apart, so that its name fits below it and nobody reads a number off its place.
  const beyondAt = end + 2.5 * width;
  const times = (value: number) => timesWords(value, format);
  return {
    animation: false,
    grid: { ...fullGrid, top: 32, right: 8 },
    tooltip: {
      ...tooltip(
        'item',
        (index) => {
          const bin = bins[index];
          if (!bin) return null;
          return {
            title:
              bin.to === null
                ? histogramText.beyond(times(bin.from))
                : histogramText.between(times(bin.from), times(bin.to)),
            rows: [
              { label: histogramText.cards, value: format.integer(bin.cards) },
              { label: histogramText.share, value: format.share(bin.cards, spread.total) },
            ],
            note: bin.from >= multiplier ? histogramText.atRisk : histogramText.notAtRisk,
          };
        },
        theme,
      ),
      // It is half as wide as the plot: beside the bars that are pointed at, never over them.
      position: besidePointer,
    },
    xAxis: {
      ...numbers(
        [...Array.from({ length: Math.floor(end) }, (_, i) => i), beyondAt],
        (value) => (value === beyondAt ? histogramText.more : histogramText.times(times(value))),
        theme,
      ),
      min: 0,
      max: end + 4 * width,
    },
    yAxis: values(style),
    series: {
      type: 'bar',
      barWidth: '86%',
      data: bins.map(({ from, to, cards }) => ({
        value: [to === null ? beyondAt : (from + to) / 2, cards],
        itemStyle: { color: from >= multiplier ? theme.warn : theme.muted, borderRadius: [2, 2, 0, 0] },
      })),
      markLine: upright(
        Math.min(multiplier, beyondAt - width),
        histogramText.threshold(times(multiplier)),
        multiplier < end / 2,
        theme,
      ),
    },
  };
}
