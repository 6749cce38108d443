import { describe, expect, it } from 'vitest';
import { atRiskColumns, type AtRiskOrder } from '../../src/contract/answers.ts';
import type { Engine } from '../../src/contract/engine.ts';
import type { Exact } from '../../src/contract/exact.ts';
import { exactSum } from '../../src/contract/exact.ts';
import { engineWith } from '../support/exports.ts';
import { DirectAnswers, type CheckedCard, type DirectQuestion } from '../support/direct-answers.ts';
import { Chance, filesOf, randomExport, lookAt } from '../support/random-export.ts';

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
  const cells = cohorts.flatMap(({ month, enrolled, retention, active }) =>
    retention.map((value, window_offset) => ({
      month,
      enrolled,
      window_offset,
      retention: value,
      active: active[window_offset],
    })),
  );
  expect(cells, asked).toEqual(await direct.cohortCells(question, monthsBack));

  const checked = await direct.checkedCards(question);
  const atRisk = checked.filter(({ days_inactive, avg_interval }) => days_inactive > avg_interval * multiplier);
  expect(await engine.atRiskCards({ ...params, multiplier, limit }), asked).toEqual({
    at_risk_count: atRisk.length,
    total_cards_checked: checked.length,
    cards: atRisk.slice(0, limit).map(listed),
  });
  const sort = chance.of(orders);
  const search = chance.of(['', 'card', '1', 'LC 2', 'CÄRD 3', 'nobody']);
  const found = atRisk.filter((card) => words(search).every((word) => searched(card).includes(word)));
  expect(await engine.atRiskCards({ ...params, multiplier, limit, sort, search }), asked + sort + search).toEqual({
    at_risk_count: atRisk.length,
    total_cards_checked: checked.length,
    ...(search && { found_count: found.length }),
    cards: inOrder(found, sort).slice(0, limit).map(listed),
  });
  const spread = await engine.inactivitySpread(params);
  expect(spread.total, asked).toBe(checked.length);
  expect(spread.bins, asked).toEqual(binsOf(checked, spread.binWidth, spread.bins.length));

  const revenue = await engine.revenueAttribution({ ...params, monthsBack, pointsPerCurrencyUnit: rate ?? undefined });
  expect(revenue.monthly, asked).toEqual(await direct.monthlyRevenue(question, monthsBack, rate));
  expect(revenue.by_store, asked).toEqual(await direct.revenueByStore(question, monthsBack, rate));
  if (storeId !== null) expect(revenue.without_store, asked).toBeNull();
  else {
    const rows = [...revenue.by_store, ...(revenue.without_store ? [revenue.without_store] : [])];
    const sums = (of: readonly (typeof rows)[number][]): Exact[] => [
      exactSum(of.map(({ transactions_count }) => transactions_count)),
      exactSum(of.map(({ total_points_earned }) => total_points_earned)),
    ];
    expect(sums(rows), asked).toEqual(sums(revenue.monthly as unknown as typeof rows));
  }
}

const orders = atRiskColumns.flatMap((column): AtRiskOrder[] => [column, `-${column}`]);

/** The random exports' names have no accents: a word with one finds what it would without. */
const words = (search: string): string[] => search.toLowerCase().replaceAll('ä', 'a').split(' ').filter(Boolean);
const searched = ({ card_number, customer_name }: CheckedCard): string =>
  `${card_number} ${customer_name ?? ''}`.toLowerCase();

/** Nulls last either way, equal ones in the order given, which is the service's. */
function inOrder(cards: readonly CheckedCard[], order: AtRiskOrder): CheckedCard[] {
  const column = order.replace('-', '');
  const sign = order.startsWith('-') ? -1 : 1;
  const key = (card: CheckedCard): string | number | null => {
    if (column !== 'avg_interval_days') return card[column] as string | number | null;
    return card.interval_basis === 'gaps' || card.interval_basis === 'same-day' ? card.avg_interval : null;
  };
  const { compare } = new Intl.Collator('en', { numeric: column === 'card_number' });
  return cards.toSorted((a, b) => {
    const [one, other] = [key(a), key(b)];
    if (one === null || other === null) return Number(one === null) - Number(other === null);
    return sign * (typeof one === 'number' ? one - Number(other) : compare(one, String(other)));
  });
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
