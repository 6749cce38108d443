import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import type { AtRiskCard, ChurnParams, CohortParams, RevenueParams, StoreRevenue } from '../../src/contract/answers.ts';
import { definedOn, DefinitionAnswers } from '../support/definition-answers.ts';
import { duckdb, postgres, type DefinitionDatabase } from '../support/definition-databases.ts';
import { engineWith, goldenFiles } from '../support/exports.ts';
import { tablesOfGolden } from '../support/plain-tables.ts';
import { ofService } from '../support/service-answers.ts';

interface Recorded {
  as_of: string;
  answers: { call: string; merchant_id: number; params: Record<string, number>; answer: Record<string, unknown> }[];
}

/**
 * The recorded answer in the order that the definitions prescribe. The service leaves the order of stores, and of cards with equal
 * days of inactivity, to PostgreSQL, whose order followed a hash in parts of seed-b.
 */
function inDefinedOrder({ cards, by_store, ...rest }: Record<string, unknown>): Record<string, unknown> {
  if (cards) {
    const order = (a: AtRiskCard, b: AtRiskCard): number =>
      b.days_inactive - a.days_inactive || Number(a.card_id) - Number(b.card_id);
    return { ...rest, cards: [...(cards as AtRiskCard[])].sort(order) };
  }
  if (by_store) {
    const order = (a: StoreRevenue, b: StoreRevenue): number => Number(a.store_id) - Number(b.store_id);
    return { ...rest, by_store: [...(by_store as StoreRevenue[])].sort(order) };
  }
  return rest;
}

/** The recorded fields only: the service documents `estimated_revenue_cents` and never computed it. */
function recorded(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(ofService(answer), (key, value: unknown) => (key === 'estimated_revenue_cents' ? undefined : value)),
  );
}

interface Answers {
  cohortRetention(params: CohortParams): Promise<unknown>;
  atRiskCards(params: ChurnParams): Promise<unknown>;
  revenueAttribution(params: RevenueParams): Promise<unknown>;
}

/** The definitions over the tables of the export, on a database. */
async function defined(database: DefinitionDatabase, seed: string): Promise<Answers> {
  await database.load(await tablesOfGolden(seed));
  return new DefinitionAnswers(definedOn(database)) as Answers;
}

const sources: [string, (seed: string) => Promise<Answers>][] = [
  ['the engine', async (seed) => (await engineWith(await goldenFiles(seed))).engine],
  ['the definitions on DuckDB', (seed) => defined(duckdb(), seed)],
  ['the definitions on PostgreSQL', (seed) => defined(postgres(), seed)],
];

describe.each(['seed-a', 'seed-b'])('recorded answers of the service: %s', (seed) => {
  const { as_of, answers } = JSON.parse(
    readFileSync(new URL(`${seed}/expected.json`, import.meta.url), 'utf8'),
  ) as Recorded;

  it('has questions of every kind', () => {
    expect(new Set(answers.map(({ call }) => call))).toEqual(
      new Set(['get_cohort_retention', 'get_at_risk_cards', 'get_revenue_attribution']),
    );
  });

  describe.each(sources)('from %s', (_, open) => {
    let ours: Answers;
    beforeAll(async () => {
      ours = await open(seed);
    });

    it.each(answers.map((each) => ({ ...each, title: JSON.stringify(each.params) })))(
      '$call of merchant $merchant_id with $title',
      async ({ call, merchant_id, params, answer }) => {
        const scope = { merchantId: merchant_id, asOf: as_of };
        const found = {
          get_cohort_retention: () => ours.cohortRetention({ ...scope, monthsBack: params.months_back }),
          get_at_risk_cards: () =>
            ours.atRiskCards({ ...scope, multiplier: params.inactivity_multiplier, limit: params.limit }),
          get_revenue_attribution: () => ours.revenueAttribution({ ...scope, monthsBack: params.months_back }),
        }[call]!;
        expect(recorded(await found())).toEqual(inDefinedOrder(answer));
      },
    );
  });
});
