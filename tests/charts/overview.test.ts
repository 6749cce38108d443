import { describe, expect, it } from 'vitest';
import { monthlyCardsBars, monthlyCardsLine } from '../../src/charts/monthly-cards.ts';
import { storeChanges, storeTrend } from '../../src/charts/store-trend.ts';
import { weekdayProfile } from '../../src/charts/weekday-profile.ts';
import type { StoreTrend } from '../../src/contract/answers.ts';
import { dataOf, namesOf, style } from './style.ts';

const months = [
  { month: '2026-01', cards: 10, running: false },
  { month: '2026-02', cards: 20, running: false },
  { month: '2026-03', cards: 7, running: true },
];

describe('cards by month', () => {
  it('reach a month that is not over by a line of its own', () => {
    const [whole, open] = monthlyCardsLine(months, style).series as { data: unknown[] }[];
    expect(whole?.data).toEqual([10, 20, null]);
    expect(open?.data).toEqual([null, 20, 7]);
  });

  it('of whole months are one line', () => {
    const [whole, open] = monthlyCardsLine(
      months.map((month) => ({ ...month, running: false })),
      style,
    ).series as { data: unknown[] }[];
    expect(whole?.data).toEqual([10, 20, 7]);
    expect(open?.data).toEqual([null, null, null]);
  });

  it('as bars hatch only the open month', () => {
    const data = dataOf(monthlyCardsBars(months, style));
    expect(data.map(({ itemStyle }) => itemStyle?.decal !== undefined)).toEqual([false, false, true]);
  });
});

describe('stores', () => {
  const store = (storeId: number, current: number, previous: number | null): StoreTrend => ({
    storeId,
    storeName: `Shop ${storeId}`,
    activeCards: { current, previous },
  });

  it('come with the largest fall first, without those too small or too new to compare', () => {
    const changes = storeChanges([store(1, 110, 100), store(2, 50, 100), store(3, 9, 3), store(4, 80, null)]);
    expect(changes.map(({ id, change }) => [id, change])).toEqual([
      ['2', -50],
      ['1', 10],
    ]);
  });

  it('that changed most either way are drawn where there are many', () => {
    const changes = storeChanges(Array.from({ length: 100 }, (_, i) => store(i, 100 + i, 150)));
    expect(changes.map(({ id }) => id)).toEqual(['0', '1', '2', '3', '4', '5', '94', '95', '96', '97', '98', '99']);
  });

  it('without a name are called by their ids', () => {
    const changes = storeChanges([{ ...store(1, 50, 100), storeName: null }, store(2, 110, 100)]);
    expect(namesOf(storeTrend(changes, 120, style))).toEqual(['Store 1', 'Shop 2']);
  });

  it('lie to both sides of a zero in the middle', () => {
    const option = storeTrend(storeChanges([store(1, 50, 100), store(2, 110, 100)]), 120, style);
    const { min, max } = option.xAxis as { min: number; max: number };
    expect(min).toBe(-max);
    expect(max).toBeGreaterThan(50);
  });
});

describe('weekdays', () => {
  it('stand out at the busiest', () => {
    const weekdays = [1, 2, 3, 4, 5, 9, 0].map((count, day) => ({ day, count }));
    const data = dataOf(weekdayProfile(weekdays, style));
    expect(data.findIndex(({ itemStyle }) => itemStyle?.color === style.theme.series1)).toBe(5);
  });
});
