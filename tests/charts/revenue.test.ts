import { describe, expect, it } from 'vitest';
import { largestStores, revenueByStore, STORES_DRAWN } from '../../src/charts/revenue-by-store.ts';
import { metricOf, revenueMonthly, revenueMonths } from '../../src/charts/revenue-monthly.ts';
import type { RevenueAttribution, StoreRevenue } from '../../src/contract/answers.ts';
import { dataOf, namesOf, style } from './style.ts';
import { utc } from '../support/utc.ts';

const row = (month: string, n: number, cents: number | null = null): RevenueAttribution['monthly'][number] => ({
  month,
  transactions_count: n,
  total_points_earned: n * 10,
  unique_customers: Math.floor(n / 2),
  estimated_revenue_cents: cents,
});
const answer: RevenueAttribution = {
  months_back: 2,
  monthly: [row('2026-01', 25, 12_345), row('2026-02', 257, 99_900), row('2026-03', 183, 50_000)],
  by_store: [],
  without_store: null,
};
const months = revenueMonths(answer, '2026-03-17T08:00:00Z', null, utc);
const label = (metric: string): string => metric;

describe('months', () => {
  it('that are not whole say since when and until when', () => {
    expect(months.map((month) => style.messages.monthRemark(month))).toEqual([
      'since 14\u00a0Jan\u00a02026',
      null,
      'so far',
    ]);
    expect(style.messages.monthRemark({ since: '2026-01-14', running: true })).toBe(
      'since 14\u00a0Jan\u00a02026, so far',
    );
  });

  it('that are not whole are hatched', () => {
    const data = dataOf(revenueMonthly(months, 'transactions', label, style));
    expect(data.map(({ itemStyle }) => itemStyle?.decal !== undefined)).toEqual([true, false, true]);
  });

  it.each([
    ['transactions', [25, 257, 183]],
    ['points', [250, 2570, 1830]],
    ['customers', [12, 128, 91]],
    ['revenue', [12_345, 99_900, 50_000]],
  ] as const)('draw %s', (metric, values) => {
    expect(dataOf(revenueMonthly(months, metric, label, style)).map(({ value }) => value)).toEqual(values);
  });
});

describe('stores', () => {
  const store = (id: number, n: number, name = `Shop ${id}`): StoreRevenue => ({
    store_id: id,
    store_name: name,
    transactions_count: n,
    total_points_earned: 1000 - n,
    estimated_revenue_cents: null,
  });
  const names = { total: 100, nameWidth: 120, label };

  it('are drawn from the largest down, by the number in question', () => {
    const stores = [store(1, 5), store(2, 50), store(3, 20)];
    expect(largestStores(stores, 'transactions').map(({ store_id }) => store_id)).toEqual([2, 3, 1]);
    expect(largestStores(stores, 'points').map(({ store_id }) => store_id)).toEqual([1, 3, 2]);
    expect(stores.map(({ store_id }) => store_id)).toEqual([1, 2, 3]);
  });

  it('beyond the first twenty are left to the table', () => {
    expect(
      largestStores(
        Array.from({ length: 300 }, (_, i) => store(i, i)),
        'transactions',
      ),
    ).toHaveLength(STORES_DRAWN);
  });

  it('have the chosen one among them, and it alone stands out', () => {
    const stores = Array.from({ length: 300 }, (_, i) => store(i, 300 - i));
    expect(largestStores(stores, 'transactions', 7)).toEqual(largestStores(stores, 'transactions'));
    const drawn = largestStores(stores, 'transactions', '299');
    expect(drawn).toHaveLength(STORES_DRAWN);
    expect(drawn.at(-1)!.store_id).toBe(299);
    const option = revenueByStore(drawn, 'transactions', { ...names, chosen: 299 }, style);
    const colours = dataOf(option).map(({ itemStyle }) => itemStyle?.color);
    expect(colours.indexOf(style.theme.series1)).toBe(STORES_DRAWN - 1);
    expect(new Set(colours.slice(0, -1))).toEqual(new Set([style.theme.muted]));
  });

  it('of one name stay two bars', () => {
    const option = revenueByStore([store(1, 9, 'Gare'), store(2, 5, 'Gare')], 'transactions', names, style);
    expect(option.yAxis).toMatchObject({ data: ['1', '2'] });
    expect(dataOf(option).map(({ value }) => value)).toEqual([9, 5]);
  });

  it('without a name are called by their ids, and what has no store by that', () => {
    const rows = [{ ...store(1, 9), store_name: null }, store(2, 5, 'Gare')];
    const rest = { ...store(0, 3), store_id: null, store_name: null };
    const drawn = largestStores([...rows, rest], 'transactions');
    expect(namesOf(revenueByStore(drawn, 'transactions', names, style))).toEqual(['Store 1', 'Gare', 'No store']);
  });

  it('have no unique customers', () => {
    expect(metricOf(store(1, 5), 'customers')).toBeNull();
  });
});
