import { Utf8 } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import { cardsFile, engineWith, failureOf, transactionsFile, type TransactionRow } from '../support/exports.ts';
import type { Columns } from '../support/parquet.ts';
import { Chance } from '../support/random-export.ts';
import { textFile } from '../support/text-files.ts';

const chance = new Chance(13);
const day = (after: number): string => new Date(Date.UTC(2025, 5, 1 + after, 8, after % 60)).toISOString();

/** Visits whose cards say nothing but what follows from them, of which every purchase has points as it has an amount. */
const visits: TransactionRow[] = Array.from({ length: 60 }, (_, card) => card + 1).flatMap((card) => {
  const first = chance.below(200);
  return Array.from({ length: 1 + chance.below(6) }, (_, visit): TransactionRow => {
    const points = visit > 2 && chance.is(0.3) ? -10 : 5 + chance.below(40);
    const cents = points > 0 ? points * 100 : null;
    return {
      card,
      at: day(first + visit * (3 + chance.below(20))),
      store: chance.is(0.1) ? null : 1 + chance.below(3),
      points,
      cents,
      type: points > 0 ? 'points_earned' : 'points_redeemed',
    };
  });
});

const of = (card: number): TransactionRow[] =>
  visits.filter((visit) => visit.card === card).toSorted((a, b) => a.at.localeCompare(b.at));
const ids = [...new Set(visits.map(({ card }) => card))];
const rows = ids.map((id) => ({
  id,
  createdAt: of(id)[0]!.at,
  lastActivityAt: of(id).at(-1)!.at,
  points: of(id).reduce((sum, { points = 0 }) => sum + points, 0),
}));
const cards = (change: Parameters<typeof cardsFile>[1] = {}): File =>
  cardsFile(rows, { card_number: [ids.map(String), new Utf8()], ...change });

/** All answers, at the end and in the middle of the data, of all stores and of one. */
async function answersOf(engine: Engine) {
  const questions = [{}, { storeId: 2 }, { asOf: day(150) }];
  return Promise.all(
    questions.map(async (question) => ({
      cohorts: await engine.cohortRetention({ ...question, monthsBack: 12 }),
      atRisk: await engine.atRiskCards({ ...question, limit: 1000 }),
      holdings: await engine.atRiskHoldings(question),
      revenue: await engine.revenueAttribution({ ...question, monthsBack: 12 }),
      overview: await engine.overview(question),
      spread: await engine.inactivitySpread(question),
    })),
  );
}
type Answers = Awaited<ReturnType<typeof answersOf>>;

const full: Promise<Answers> = engineWith([cards(), transactionsFile(visits)]).then(({ engine }) => answersOf(engine));

const withoutBalances = (answers: Answers): unknown =>
  answers.map(({ atRisk, holdings, overview, ...rest }) => ({
    ...rest,
    holdings: { ...holdings, haveBalances: false, points: null, largest: 0 },
    atRisk: { ...atRisk, cards: atRisk.cards.map((card) => ({ ...card, points_balance: null })) },
    overview: { ...overview, pointsOutstanding: null },
  }));

const withoutPoints = (answers: Answers): unknown =>
  answers.map(({ revenue, overview, ...rest }) => ({
    ...rest,
    overview: { ...overview, pointsEarned: null },
    revenue: {
      ...revenue,
      monthly: revenue.monthly.map((month) => ({ ...month, total_points_earned: null })),
      by_store: revenue.by_store.map((store) => ({ ...store, total_points_earned: null })),
      without_store: revenue.without_store && { ...revenue.without_store, total_points_earned: null },
    },
  }));

const same = (answers: Answers): unknown => answers;

describe('what an export leaves out follows from the rest, or is unknown', () => {
  it.each<[string, ((answers: Answers) => unknown) | undefined]>([
    ['created_at', same],
    ['last_activity_at', same],
    ['is_active', same],
    ['card_number', same],
    ['customer_name', same],
    ['points_balance', withoutBalances],
  ])('%s of cards', async (column, expected = same) => {
    const { engine } = await engineWith([cards({ [column]: undefined }), transactionsFile(visits)], 1);
    expect(await answersOf(engine)).toEqual(expected(await full));
  });

  it('all of the cards', async () => {
    const { engine, summary } = await engineWith([transactionsFile(visits)], 1);
    expect(summary.merchants).toMatchObject([{ cards: ids.length, transactions: visits.length }]);
    expect(await answersOf(engine)).toEqual(withoutBalances(await full));
  });

  it('the type: by the sign of the points', async () => {
    const { engine } = await engineWith([cards(), transactionsFile(visits, { transaction_type: undefined })], 1);
    expect(await answersOf(engine)).toEqual(await full);
  });

  it('the points: what has an amount is revenue', async () => {
    const { engine } = await engineWith([cards(), transactionsFile(visits, { points_delta: undefined })], 1);
    const now = await answersOf(engine);
    // At an earlier date balances are today's less what came later, which is unknown.
    expect(now.map(({ overview }) => overview.pointsOutstanding === null)).toEqual([false, false, true]);
    expect(withoutBalances(now)).toEqual(withoutBalances(withoutPoints(await full) as Answers));
  });

  it('the points and the type: by the sign of the amount', async () => {
    const left = { points_delta: undefined, transaction_type: undefined };
    const { engine } = await engineWith([cards(), transactionsFile(visits, left)], 1);
    expect(withoutBalances(await answersOf(engine))).toEqual(withoutBalances(withoutPoints(await full) as Answers));
  });

  it('the store: everything is in none', async () => {
    const { engine } = await engineWith([cards(), transactionsFile(visits, { store_id: undefined })], 1);
    const { by_store, without_store, monthly } = await engine.revenueAttribution({ monthsBack: 12 });
    expect(by_store).toEqual([]);
    expect(without_store!.transactions_count).toBe(monthly.reduce((sum, month) => sum + month.transactions_count, 0));
  });

  it('all but who and when: every row is a visit, and nothing is said of points or money', async () => {
    const text = ['card_id,transaction_at', ...visits.map(({ card, at }) => `${card},${at}`)].join('\n');
    const { engine } = await engineWith([textFile(text, 'visits.csv')], 1);
    const [now] = await answersOf(engine);
    const [whole] = await full;
    expect(now!.cohorts).toEqual(whole!.cohorts);
    expect(now!.spread).toEqual(whole!.spread);
    expect(now!.overview).toMatchObject({ pointsEarned: null, revenueCents: null, pointsOutstanding: null });
    expect(now!.overview.transactions).toEqual(whole!.overview.transactions);
    const { monthly } = await engine.revenueAttribution({ monthsBack: 60 });
    expect(monthly.reduce((sum, month) => sum + month.transactions_count, 0)).toBe(visits.length);
    expect(monthly.every((month) => month.total_points_earned === null && month.estimated_revenue_cents === null)).toBe(
      true,
    );
  });
});

describe('what revenue counts', () => {
  const visit = (more: Partial<TransactionRow>): TransactionRow => ({ card: 1, at: '2026-03-01T10:00:00Z', ...more });
  const counted = async (file: File): Promise<unknown> => {
    const { engine } = await engineWith([file], 1);
    const { monthly } = await engine.revenueAttribution({});
    return monthly.map(({ transactions_count: n, estimated_revenue_cents: cents }) => [n, cents]);
  };

  it('with types and points what the service does, whatever the amounts', async () => {
    const file = transactionsFile([visit({ points: 0, cents: 500 }), visit({ points: 5, cents: null })]);
    expect(await counted(file)).toEqual([[1, null]]);
  });

  it('without points what has an amount above 0; refunds are none of it', async () => {
    const amounts = [visit({ cents: 500 }), visit({ cents: -200 }), visit({ cents: null }), visit({ cents: 0 })];
    expect(await counted(transactionsFile(amounts, { points_delta: undefined, transaction_type: undefined }))).toEqual([
      [1, 500],
    ]);
  });

  it('the service knows no purchases: without a plan such a word is a visit', async () => {
    const file = transactionsFile([visit({ type: 'purchase', cents: 500 }), visit({ cents: 200 })]);
    expect(await counted(file)).toEqual([[1, 200]]);
  });

  it('a row without a type is told by its signs, and hides no word of another', async () => {
    const types: Columns[string] = [[null, 'raffle', 'points_earned'], new Utf8()];
    const { summary } = await engineWith(
      [transactionsFile([visit({}), visit({}), visit({})], { transaction_type: types })],
      1,
    );
    const [file] = summary.files;
    expect(file).toMatchObject({ rowsUsed: 3, setAside: [] });
    expect(file!.notes).toContainEqual({ kind: 'unknown-type', rows: 1, examples: ['raffle'] });
  });

  it('where that leaves nothing at all, a load waits for an answer', async () => {
    const failure = await failureOf(engineWith([transactionsFile([visit({ type: 'Kauf', cents: 500 })])], 1));
    expect(failure).toMatchObject({
      code: 'types-unexplained',
      details: { column: 'transaction_type', words: ['Kauf'] },
    });
  });
});
