import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/contract';
import { engineWith } from '../support/exports';
import { DirectAnswers, type CheckedCard, type DirectQuestion } from '../support/direct-answers';
import { Chance, filesOf, randomExport, lookAt } from '../support/random-export';

const exportsTried = 30;
const questionsEach = 12;
const direct = new DirectAnswers();

describe('answers from derived tables', () => {
  it.each(Array.from({ length: exportsTried }, (_, index) => index + 1))(
    'are those of the definitions on the transactions themselves: export %i',
    async (seed) => {
      const rows = randomExport(seed);
      const { engine, summary } = await engineWith(filesOf(rows));
      await direct.load(rows);
      const chance = new Chance(seed + 1000);
      for (let i = 0; i < questionsEach; i++) {
        const look = lookAt(rows, chance);
        const asOf = look.asOf ?? summary.latest ?? '1970-01-01T00:00:00.000000Z';
        const merchantId = chance.of(rows.merchants);
        const storeId = chance.is(0.5) ? chance.of([...rows.stores, 99]) : null;
        await compare(engine, { merchantId, asOf, storeId }, look.monthsBack, chance);
      }
    },
  );
});

async function compare(engine: Engine, question: DirectQuestion, monthsBack: number, chance: Chance): Promise<void> {
  const { merchantId, asOf, storeId } = question;
  const params = { merchantId, asOf, storeId: storeId ?? undefined };
  const multiplier = chance.of([0.25, 1, 1.7, 2, 3]);
  const limit = chance.of([0, 5, 1000]);
  const rate = chance.is(0.3) ? chance.of([1, 0.1, 3]) : null;
  const asked = JSON.stringify({ ...question, monthsBack, multiplier, limit, rate });

  const { cohorts } = await engine.cohortRetention({ ...params, monthsBack });
  const cells = cohorts.flatMap(({ month, enrolled, retention }) =>
    retention.map((value, window_offset) => ({ month, enrolled, window_offset, retention: value })),
  );
  expect(cells, asked).toEqual(await direct.cohortCells(question, monthsBack));

  const checked = await direct.checkedCards(question);
  const atRisk = checked.filter(({ days_inactive, avg_interval }) => days_inactive > avg_interval * multiplier);
  expect(await engine.atRiskCards({ ...params, multiplier, limit }), asked).toEqual({
    at_risk_count: atRisk.length,
    total_cards_checked: checked.length,
    cards: atRisk.slice(0, limit).map(listed),
  });
  const spread = await engine.inactivitySpread(params);
  expect(spread.total, asked).toBe(checked.length);
  expect(spread.bins, asked).toEqual(binsOf(checked, spread.binWidth, spread.bins.length));

  const revenue = await engine.revenueAttribution({ ...params, monthsBack, pointsPerCurrencyUnit: rate ?? undefined });
  expect(revenue.monthly, asked).toEqual(await direct.monthlyRevenue(question, monthsBack, rate));
  expect(revenue.by_store, asked).toEqual(await direct.revenueByStore(question, monthsBack, rate));
}

function listed(card: CheckedCard): object {
  return Object.fromEntries(Object.entries(card).filter(([name]) => name !== 'avg_interval'));
}

function binsOf(checked: readonly CheckedCard[], width: number, count: number): number[] {
  return Array.from(
    { length: count },
    (_, bin) =>
      checked.filter(({ days_inactive, avg_interval }) => {
        const above = bin === 0 ? days_inactive >= 0 : days_inactive > avg_interval * width * bin;
        // A usual interval of 0 days puts any inactive card beyond.
        const within =
          avg_interval > 0 ? days_inactive <= avg_interval * width * (bin + 1) : days_inactive === 0 && bin === 0;
        return above && within;
      }).length,
  );
}
