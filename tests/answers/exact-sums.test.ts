import { Int64 } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { exactSum } from '../../src/contract/exact.ts';
import { cardsFile, engineWith, transactionsFile } from '../support/exports.ts';

const largest = 2n ** 63n - 1n;
const beyond = 2n ** 53n + 1n;

describe('numbers beyond 2⁵³', () => {
  it('are answered to the last digit, as text, in sums and balances; smaller ones as numbers', async () => {
    const points = [beyond, beyond, 5n];
    const cents = [largest, largest, 1n];
    const { engine, summary } = await engineWith([
      cardsFile(
        [1, 2].map((id) => ({ id, createdAt: '2026-01-01T00:00:00Z', lastActivityAt: '2026-01-03T00:00:00Z' })),
        { points_balance: [[largest, -3n], new Int64()] },
      ),
      transactionsFile(
        points.map((_, index) => ({ card: 1, at: `2026-01-0${index + 1}T00:00:00Z`, store: index === 2 ? null : 4 })),
        { points_delta: [points, new Int64()], purchase_amount_cents: [cents, new Int64()] },
      ),
    ]);
    expect(summary.files.every(({ setAside }) => setAside.length === 0)).toBe(true);
    const revenue = await engine.revenueAttribution({});
    expect(revenue.monthly).toMatchObject([
      { total_points_earned: String(2n * beyond + 5n), estimated_revenue_cents: String(2n * largest + 1n) },
    ]);
    expect(revenue.by_store).toMatchObject([
      { total_points_earned: String(2n * beyond), estimated_revenue_cents: String(2n * largest) },
    ]);
    expect(revenue.without_store).toEqual({
      transactions_count: 1,
      total_points_earned: 5,
      estimated_revenue_cents: 1,
    });

    // Before the second transaction the balance was less by what it earned, which no 64 bits hold any more.
    const { cards } = await engine.atRiskCards({ asOf: '2026-06-01T00:00:00Z' });
    expect(cards.map(({ points_balance }) => points_balance)).toEqual([String(largest), -3]);
    expect(await engine.atRiskHoldings({ asOf: '2026-06-01T00:00:00Z' })).toEqual({
      count: 2,
      checked: 2,
      haveBalances: true,
      points: String(largest),
      largest: String(largest),
    });
    const early = await engine.atRiskCards({ asOf: '2026-01-01T12:00:00Z', multiplier: 1e-9 });
    expect(early.total_cards_checked).toBe(1);
    const overview = await engine.overview({});
    expect(overview).toMatchObject({
      pointsOutstanding: String(largest - 3n),
      pointsEarned: { current: String(2n * beyond + 5n) },
      revenueCents: { current: String(2n * largest + 1n) },
    });
  });

  it('are sorted by all of their digits', async () => {
    const balances = [beyond, beyond + 1n, beyond - 1n];
    const { engine } = await engineWith([
      cardsFile(
        balances.map((_, id) => ({ id, createdAt: '2026-01-01T00:00:00Z', lastActivityAt: '2026-01-03T00:00:00Z' })),
        { points_balance: [balances, new Int64()] },
      ),
      transactionsFile([{ card: 0, at: '2026-01-03T00:00:00Z' }]),
    ]);
    const { cards } = await engine.atRiskCards({ asOf: '2026-06-01T00:00:00Z', sort: '-points_balance', limit: 2 });
    expect(cards.map(({ card_id }) => card_id)).toEqual([1, 0]);
  });

  it('are estimated where points say more than a number holds, and not where nothing does', async () => {
    const { engine } = await engineWith([
      cardsFile([{ id: 1, createdAt: '2026-01-01T00:00:00Z' }]),
      transactionsFile([{ card: 1, at: '2026-01-03T00:00:00Z' }], {
        points_delta: [[largest], new Int64()],
        purchase_amount_cents: undefined,
      }),
    ]);
    const estimate = async (pointsPerCurrencyUnit: number): Promise<unknown> =>
      (await engine.revenueAttribution({ pointsPerCurrencyUnit })).monthly[0]!.estimated_revenue_cents;
    expect(await estimate(1)).toBe(String(BigInt(Number(largest) * 100)));
    expect(await estimate(1e-300)).toBeNull();
  });
});

describe('exact sums', () => {
  it('are numbers where they can be, and text where they must', () => {
    expect(exactSum([])).toBe(0);
    expect(exactSum([1, 2, -5])).toBe(-2);
    expect(exactSum([Number.MAX_SAFE_INTEGER, 2])).toBe('9007199254740993');
    expect(exactSum(['9007199254740993', -2])).toBe(Number.MAX_SAFE_INTEGER);
  });
});
