import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import type { Exact } from '../../src/contract/exact.ts';
import type { Id } from '../../src/contract/ids.ts';
import { engineWith, goldenFiles } from '../support/exports.ts';

describe.each(['seed-a', 'seed-b'])('properties of the answers: %s', (seed) => {
  let engine: Engine;
  let merchants: Id[];
  beforeAll(async () => {
    const { engine: opened, summary } = await engineWith(await goldenFiles(seed));
    engine = opened;
    merchants = summary.merchants.map(({ id }) => id);
  });

  it('keeps retention within 0 to 100 and as many offsets as there are months, at most months back', async () => {
    for (const merchantId of merchants) {
      for (const monthsBack of [1, 2, 5, 13, 60]) {
        const { cohorts } = await engine.cohortRetention({ merchantId, monthsBack });
        expect(cohorts.length).toBeGreaterThan(0);
        expect(cohorts.map(({ month }) => month)).toEqual(cohorts.map(({ month }) => month).toSorted());
        for (const { enrolled, retention, active } of cohorts) {
          expect(active).toHaveLength(retention.length);
          for (const cards of active) expect(cards >= 0 && cards <= enrolled).toBe(true);
          expect(enrolled).toBeGreaterThan(0);
          expect(retention.length).toBeGreaterThanOrEqual(1);
          expect(retention.length).toBeLessThanOrEqual(monthsBack);
          for (const value of retention) expect(value >= 0 && value <= 100 && Number.isInteger(value)).toBe(true);
        }
      }
    }
  });

  it('finds fewer cards at risk as the multiplier rises', async () => {
    for (const merchantId of merchants) {
      const counts = [];
      for (const multiplier of [0.25, 0.5, 1, 2, 4, 8, 16])
        counts.push((await engine.atRiskCards({ merchantId, multiplier, limit: 0 })).at_risk_count);
      expect(counts).toEqual(counts.toSorted((a, b) => b - a));
      expect(counts[0]).toBeGreaterThan(counts.at(-1)!);
    }
  });

  it('lists the cards at risk in the defined order, up to the limit', async () => {
    for (const merchantId of merchants) {
      const { cards, at_risk_count } = await engine.atRiskCards({ merchantId, limit: 1_000_000 });
      expect(cards).toHaveLength(at_risk_count);
      const order = cards.toSorted(
        (a, b) => b.days_inactive - a.days_inactive || Number(a.card_id) - Number(b.card_id),
      );
      expect(cards).toEqual(order);
      expect((await engine.atRiskCards({ merchantId, limit: 7 })).cards).toEqual(cards.slice(0, 7));
    }
  });

  it('adds up: months to the total, stores to no more than the months', async () => {
    for (const merchantId of merchants) {
      const { monthly, by_store } = await engine.revenueAttribution({ merchantId, monthsBack: 12 });
      const total = (
        rows: readonly { transactions_count: number; total_points_earned: Exact | null }[],
      ): [number, number] => [
        rows.reduce((sum, row) => sum + row.transactions_count, 0),
        rows.reduce((sum, row) => sum + Number(row.total_points_earned), 0),
      ];
      const [transactions, points] = total(monthly);
      const [inStores, pointsInStores] = total(by_store);
      expect(inStores).toBeLessThanOrEqual(transactions);
      expect(pointsInStores).toBeLessThanOrEqual(points);
      for (const { unique_customers, transactions_count } of monthly)
        expect(unique_customers).toBeLessThanOrEqual(transactions_count);
    }
  });

  it('has an overview whose series agree with its figures', async () => {
    for (const merchantId of merchants) {
      const { cards, enrolment, monthlyActive } = await engine.overview({ merchantId });
      expect(enrolment.reduce((sum, month) => sum + month.cards, 0)).toBe(cards);
      expect(monthlyActive.map(({ month }) => month)).toEqual(enrolment.map(({ month }) => month));
    }
  });
});
