import { describe, expect, it } from 'vitest';
import { atRiskAt, binsOf, inactivityHistogram } from '../../src/charts/inactivity-histogram.ts';
import type { InactivitySpread } from '../../src/contract/answers.ts';
import { dataOf, style } from './style.ts';

const spread: InactivitySpread = { binWidth: 0.25, bins: [8, 6, 5, 4, 3, 2, 1, 1], beyond: 10, total: 40 };

describe('cards at risk at a multiplier', () => {
  it('are those in the bins to the right', () => {
    expect(atRiskAt(spread, 0)).toBe(40);
    expect(atRiskAt(spread, 0.5)).toBe(26);
    expect(atRiskAt(spread, 1.75)).toBe(11);
    expect(atRiskAt(spread, 2)).toBe(10);
  });

  it('never grow as the multiplier does', () => {
    const counts = Array.from({ length: 9 }, (_, i) => atRiskAt(spread, i * 0.25) ?? NaN);
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
  });

  it('are not guessed between the edges or beyond the last', () => {
    expect(atRiskAt(spread, 0.6)).toBeNull();
    expect(atRiskAt(spread, 2.25)).toBeNull();
  });
});

describe('the option', () => {
  it('draws every bin, the open one apart, and colours those at risk', () => {
    const data = dataOf(inactivityHistogram(spread, 1.5, style));
    expect(data.map(({ value }) => (value as number[])[1])).toEqual([...spread.bins, 10]);
    expect((data.at(-1)?.value as number[])[0]).toBeGreaterThan(2.25);
    expect(data.map(({ itemStyle }) => itemStyle?.color === style.theme.warn)).toEqual([
      ...Array<boolean>(6).fill(false),
      ...Array<boolean>(3).fill(true),
    ]);
  });

  it('puts the threshold at the multiplier, and inside the picture when it lies beyond', () => {
    const line = (multiplier: number): unknown =>
      (inactivityHistogram(spread, multiplier, style).series as { markLine: { data: unknown } }).markLine.data;
    expect(line(1.25)).toEqual([{ xAxis: 1.25 }]);
    expect(line(50)).toEqual([{ xAxis: 2.375 }]);
  });

  it('keeps the name of the threshold off the numbers of the axis', () => {
    const align = (multiplier: number): unknown =>
      (inactivityHistogram(spread, multiplier, style).series as { markLine: { label: { align: string } } }).markLine
        .label.align;
    expect([align(0.5), align(50)]).toEqual(['left', 'right']);
  });

  it('has its tooltip in the half that is not pointed at', () => {
    const { position } = inactivityHistogram(spread, 2, style).tooltip as {
      position: (point: number[], ...rest: unknown[]) => number[];
    };
    const size = { contentSize: [150, 90], viewSize: [400, 260] };
    expect(position([30, 20], null, null, null, size)).toEqual([250, 0]);
    expect(position([390, 20], null, null, null, size)).toEqual([0, 0]);
  });

  it('adds up to all cards', () => {
    expect(binsOf(spread).reduce((sum, bin) => sum + bin.cards, 0)).toBe(spread.total);
  });
});
