import { describe, expect, it } from 'vitest';
import { cardsFile, engineWith, transactionsFile, type CardRow, type TransactionRow } from '../support/exports.ts';

const day = 86_400_000;
const end = Date.parse('2026-06-30T00:00:00Z');

/** A year of cards and transactions from a fixed seed; balances and last activities follow from the transactions. */
function history(): { cards: CardRow[]; transactions: TransactionRow[] } {
  let seed = 7;
  const random = (): number => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
  const cards: CardRow[] = [];
  const transactions: TransactionRow[] = [];
  for (let id = 1; id <= 150; id++) {
    let at = end - Math.floor(random() * 360 * day);
    cards.push({ id, createdAt: new Date(at).toISOString() });
    for (; at < end && random() < 0.9; at += Math.floor(random() * 30 * day)) {
      const points = random() < 0.2 ? -5 : 10;
      transactions.push({
        card: id,
        at: new Date(at).toISOString(),
        points,
        store: 1 + Math.floor(random() * 3),
        type: points > 0 ? 'points_earned' : 'points_redeemed',
      });
    }
  }
  return { cards, transactions: transactions.sort((a, b) => a.at.localeCompare(b.at)) };
}

/** The export as it would have been written at `asOf`. */
function exportAt(asOf: string, { cards, transactions }: ReturnType<typeof history>): File[] {
  const until = transactions.filter(({ at }) => at <= asOf);
  const cardsThen = cards
    .filter(({ createdAt }) => createdAt <= asOf)
    .map((card) => {
      const own = until.filter(({ card: id }) => id === card.id);
      return {
        ...card,
        lastActivityAt: own.at(-1)?.at ?? null,
        points: own.reduce((sum, { points }) => sum + points!, 0),
      };
    });
  return [cardsFile(cardsThen), transactionsFile(until)];
}

describe('a report date in the past', () => {
  it('answers what an export written then would have answered', async () => {
    const all = history();
    const { engine: today } = await engineWith(exportAt(new Date(end).toISOString(), all));
    for (const asOf of [
      '2026-06-29T12:00:00.000Z',
      '2026-05-15T08:30:00.000Z',
      '2026-01-31T23:59:59.999Z',
      '2025-08-01T00:00:00.000Z',
    ]) {
      const { engine: then } = await engineWith(exportAt(asOf, all), 1);
      const limit = 1_000_000;
      expect(await today.cohortRetention({ asOf, monthsBack: 12 })).toEqual(
        await then.cohortRetention({ asOf, monthsBack: 12 }),
      );
      expect(await today.atRiskCards({ asOf, limit })).toEqual(await then.atRiskCards({ asOf, limit }));
      expect(await today.revenueAttribution({ asOf })).toEqual(await then.revenueAttribution({ asOf }));
      expect(await today.inactivitySpread({ asOf })).toEqual(await then.inactivitySpread({ asOf }));
      expect(await today.overview({ asOf })).toEqual(await then.overview({ asOf }));
    }
  });
});
