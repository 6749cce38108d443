import { describe, expect, it } from 'vitest';
import { backTestLines, bestMultiplier, liftOf, precisionOf, recallOf } from '../../src/charts/back-test.ts';
import type { BackTest, FlaggedAt } from '../../src/contract/back-test.ts';
import { style } from './style.ts';

const row = (multiplier: number, flagged: number, stayedAway: number): FlaggedAt => ({
  multiplier,
  flagged,
  stayedAway,
  naive: { days: 10, flagged, stayedAway: Math.floor(stayedAway / 2) },
});
const answer: BackTest = {
  rule: 'rhythm',
  multiplier: 2,
  horizonDays: 90,
  withoutLost: false,
  testedOn: '2026-01-31',
  isOver: true,
  cards: 100,
  stayedAway: 40,
  byMultiplier: [row(1, 80, 38), row(1.5, 50, 34), row(2, 40, 30), row(6, 0, 0)],
  spentCents: null,
  ranking: null,
  usualInterval: 10,
  regular: 100,
  seldom: 0,
};

describe('what a back-test says of a rule', () => {
  it('is its precision, recall and lift, unknown where nobody was flagged', () => {
    const [, , two, six] = answer.byMultiplier;
    expect([precisionOf(two!), recallOf(two!, answer), liftOf(two!, answer)]).toEqual([0.75, 0.75, 0.75 / 0.4]);
    expect([precisionOf(six!), recallOf(six!, answer), liftOf(six!, answer)]).toEqual([null, 0, null]);
    expect(recallOf(six!, { ...answer, stayedAway: 0 })).toBeNull();
  });

  it('is best where most of those that stayed away are flagged, and fewest of the others', () => {
    // 34/40 − 16/60 is as much as 30/40 − 10/60, and the smaller multiplier.
    expect(bestMultiplier(answer)!.multiplier).toBe(1.5);
    expect(bestMultiplier({ ...answer, byMultiplier: [row(1, 40, 30), row(2, 40, 30)] })!.multiplier).toBe(1);
    // Below 1 a card is within its rhythm, and of what flags nobody, or by chance alone, there is nothing to say.
    expect(bestMultiplier({ ...answer, byMultiplier: [row(0.5, 40, 40), row(2, 40, 30)] })!.multiplier).toBe(2);
    expect(bestMultiplier({ ...answer, byMultiplier: [row(1, 100, 40), row(2, 10, 4), row(6, 0, 0)] })).toBeNull();
    expect(bestMultiplier({ ...answer, stayedAway: 0 })).toBeNull();
    expect(bestMultiplier({ ...answer, stayedAway: 100 })).toBeNull();
  });

  it('is drawn by multiplier, the rule beside the days alone, with gaps where nothing is known', () => {
    const { series } = backTestLines(answer, style) as unknown as {
      series: { data: [number, number | null][] }[];
    };
    expect(series.map(({ data }) => data.map(([, share]) => share))).toEqual([
      [38 / 80, 34 / 50, 30 / 40, null],
      [38 / 40, 34 / 40, 30 / 40, 0],
      [19 / 80, 17 / 50, 15 / 40, null],
      [19 / 40, 17 / 40, 15 / 40, 0],
    ]);
    expect(backTestLines({ ...answer, withoutLost: true }, style).series).toHaveLength(2);
    expect(series[0]!.data.map(([multiplier]) => multiplier)).toEqual([1, 1.5, 2, 6]);
  });
});
