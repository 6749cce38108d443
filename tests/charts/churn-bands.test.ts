import { describe, expect, it } from 'vitest';
import { bandNames, type ChurnBands } from '../../src/contract/bands.ts';
import { bandColours, bandMeasures, bandTotal, churnBandBars } from '../../src/charts/churn-bands.ts';
import { contrast } from '../../src/charts/colour.ts';
import { style } from './style.ts';

const answer = (money: (number | null)[], points: (number | null)[] = [10, 0, 5, 5, 0]): ChurnBands => ({
  multiplier: 2,
  bands: bandNames.map((band, i) => ({
    band,
    cards: 10 * (i + 1),
    before: 5,
    points: points[i]!,
    revenueCents: money[i]!,
    visits: 20,
  })),
  moves: [],
});

const room = { nameWidth: 120, width: 600 };

interface Series {
  data: number[];
  itemStyle: { color: string };
  label: { color: string; formatter: (at: { dataIndex: number }) => string };
}

describe('the bars of churn bands', () => {
  it('share out cards, points and revenue, each bar all of it', () => {
    const bands = answer([600, 200, 100, 100, 0]);
    expect(bandMeasures(bands)).toEqual(['cards', 'points', 'revenue']);
    const series = churnBandBars(bands, room, style).series as unknown as Series[];
    expect(series.map(({ data }) => data.map((share) => Math.round(100 * share)))).toEqual([
      [7, 50, 60],
      [13, 0, 20],
      [20, 25, 10],
      [27, 25, 10],
      [33, 0, 0],
    ]);
    // A part too narrow for its number has none.
    expect(series[0]!.label.formatter({ dataIndex: 0 })).toBe('');
    expect(series[1]!.label.formatter({ dataIndex: 0 })).toBe('13%');
    const narrow = churnBandBars(bands, { nameWidth: 120, width: 320 }, style).series as unknown as Series[];
    expect(narrow[1]!.label.formatter({ dataIndex: 0 })).toBe('');
    expect(narrow[4]!.label.formatter({ dataIndex: 0 })).toBe('33%');
  });

  it('have visits where there is no money, and leave out what is not known of every card', () => {
    const bands = answer([null, null, null, null, null], [10, null, 5, 5, 0]);
    expect(bandMeasures(bands)).toEqual(['cards', 'visits']);
    expect(bandTotal(bands, 'points')).toBeNull();
  });

  it('can be told apart, and their numbers read', () => {
    const colours = bandNames.map((band) => style.theme[bandColours[band]]);
    for (const [i, colour] of colours.slice(1).entries())
      expect(contrast(colour, colours[i]!), colour).toBeGreaterThan(1.5);
    for (const { itemStyle, label } of churnBandBars(answer([1, 1, 1, 1, 1]), room, style)
      .series as unknown as Series[])
      expect(contrast(label.color, itemStyle.color)).toBeGreaterThanOrEqual(4.5);
  });
});
