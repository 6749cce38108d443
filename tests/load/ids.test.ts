import { Int64, Utf8 } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import type { Id } from '../../src/contract/ids.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import { cardsFile, engineWith, transactionsFile } from '../support/exports.ts';
import { Chance } from '../support/random-export.ts';
import { caseFile } from '../support/cases.ts';

/** Ids at all borders that there are or were, and many between them. */
const borders = [0n, 2n ** 53n, 10n ** 18n, 4n * 10n ** 18n, 2n ** 62n, 9n * 10n ** 18n, 2n ** 63n];
const ints = [
  ...new Set(borders.flatMap((border) => [-2n, -1n, 0n, 1n, 2n].flatMap((by) => [border + by, -border + by]))),
].filter((id) => id >= -(2n ** 63n) && id < 2n ** 63n);

function randomInts(count: number): bigint[] {
  const chance = new Chance(7);
  const word = (): bigint => BigInt(chance.below(2 ** 31));
  return Array.from({ length: count }, () => BigInt.asIntN(64, (word() << 62n) ^ (word() << 31n) ^ word()));
}

const texts = ['007', '1.00', '+1', '-0', 'LC-7', '  ', 'é', '99999999999999999999', "it's; --", 'constructor', 'ids'];
const uuids = ['1b4e28ba-2fa1-11d2-883f-0016d3cca427', '00000000-0000-0000-0000-000000000001'];

/** An export in which the n-th merchant has the n-th card and the n-th store, all of that id, and n + 1 transactions. */
async function loadIds(
  ids: readonly string[],
  type: 'Int64' | 'Utf8',
): Promise<{ engine: Engine; summary: ExportSummary }> {
  const column = (values: readonly string[]) =>
    type === 'Utf8' ? ([values, new Utf8()] as const) : ([values.map(BigInt), new Int64()] as const);
  const visits = ids.flatMap((id, index) => Array.from({ length: 1 + (index % 4) }, () => id));
  return engineWith([
    cardsFile(
      ids.map((_, index) => ({ id: index, createdAt: '2026-01-01T00:00:00Z', lastActivityAt: '2026-01-02T00:00:00Z' })),
      { id: [...column(ids)], merchant_id: [...column(ids)] },
    ),
    transactionsFile(
      visits.map((_, index) => ({ card: index, at: '2026-01-02T00:00:00Z', points: 10 })),
      { card_id: [...column(visits)], merchant_id: [...column(visits)], store_id: [...column(visits)] },
    ),
  ]);
}

/** Asks for every id that the engine hands out, by every kind of thing that has one. */
async function expectAllAnswered(
  ids: readonly string[],
  { engine, summary }: Awaited<ReturnType<typeof loadIds>>,
): Promise<void> {
  const handedOut = summary.merchants.map(({ id }) => id);
  expect(handedOut.map(String).toSorted()).toEqual([...ids].toSorted());
  for (const merchantId of handedOut) {
    const visits = 1 + (ids.indexOf(String(merchantId)) % 4);
    const asOf = '2026-06-01T00:00:00Z';
    const { cards } = await engine.atRiskCards({ merchantId, asOf });
    expect(
      cards.map(({ card_id }) => card_id),
      String(merchantId),
    ).toEqual([merchantId]);
    const stores = await engine.stores({ merchantId });
    expect(stores, String(merchantId)).toMatchObject([{ id: merchantId, transactions: visits }]);
    const { by_store, monthly } = await engine.revenueAttribution({ merchantId, asOf, storeId: stores[0]!.id });
    expect(by_store, String(merchantId)).toMatchObject([{ store_id: merchantId, transactions_count: visits }]);
    expect(monthly).toMatchObject([{ transactions_count: visits }]);
    const [cohort] = (await engine.cohortRetention({ merchantId, asOf, storeId: merchantId })).cohorts;
    expect(cohort, String(merchantId)).toMatchObject({ enrolled: 1 });
  }
}

describe('every id that the engine hands out is accepted back', () => {
  it('over the whole range of 64 bits, as numbers', async () => {
    const ids = [...ints, ...randomInts(40)].map(String);
    await expectAllAnswered(ids, await loadIds(ids, 'Int64'));
  });

  it('and the same as text: one id, whichever type it comes in', async () => {
    const ids = ints.map(String);
    await expectAllAnswered(ids, await loadIds(ids, 'Utf8'));
  });

  it('text and UUIDs, spelt as they are, beside numbers', async () => {
    const ids = [...texts.filter((text) => text.trim() !== ''), ...uuids, '5', '-9223372036854775808', '9'.repeat(38)];
    await expectAllAnswered(ids, await loadIds(ids, 'Utf8'));
  });

  it('snowflakes in a CSV', async () => {
    const { engine, summary } = await engineWith([
      await caseFile('review/snowflake-cards.csv'),
      await caseFile('review/snowflake-transactions.csv'),
    ]);
    for (const { id, cards, transactions } of summary.merchants) {
      expect(cards).toBeGreaterThan(0);
      const stores = await engine.stores({ merchantId: id });
      expect(stores.reduce((sum, store) => sum + store.transactions, 0)).toBe(transactions);
      const { monthly } = await engine.revenueAttribution({ merchantId: id });
      expect(monthly.reduce((sum, month) => sum + month.transactions_count, 0)).toBe(transactions);
    }
  });
});

describe('no id stands for something else', () => {
  const answerOf = async (engine: Engine, storeId: Id): Promise<number> =>
    (await engine.revenueAttribution({ storeId })).by_store.length;

  it('an unknown store is none, whatever its number, and the lowest of all is a store', async () => {
    const lowest = -(2n ** 63n);
    const { engine } = await engineWith([
      cardsFile([{ id: 1, createdAt: '2026-01-01T00:00:00Z' }]),
      transactionsFile([{ card: 1, at: '2026-01-02T00:00:00Z' }], { store_id: [[lowest], new Int64()] }),
    ]);
    expect(await answerOf(engine, String(lowest))).toBe(1);
    for (const unknown of [7, String(lowest + 1n), '4611686018427387904', 'x', '']) {
      expect(await answerOf(engine, unknown), String(unknown)).toBe(0);
    }
  });

  it('text and the numbers that are given to it keep apart', async () => {
    const ids = ['LC-1', '-4611686018427387903', '-9223372036854775806', '-9223372036854775807', 'LC-2'];
    await expectAllAnswered(ids, await loadIds(ids, 'Utf8'));
  });

  it('rows with the same id are found to be the same over all of the range', async () => {
    const extreme = [-(2n ** 63n), 2n ** 63n - 1n, -(2n ** 63n), 4n * 10n ** 18n];
    const { summary } = await engineWith([
      cardsFile(
        extreme.map((_, id) => ({ id, createdAt: '2026-01-01T00:00:00Z' })),
        { id: [extreme, new Int64()] },
      ),
      transactionsFile([{ card: 1, at: '2026-01-02T00:00:00Z' }]),
    ]);
    expect(summary.files.find(({ kind }) => kind === 'cards')!.setAside).toEqual([
      { column: 'id', reason: 'earlier-row', rows: 1, examples: [{ row: 1, value: String(-(2n ** 63n)) }] },
    ]);
  });
});

describe('ids are in order', () => {
  it('of their numbers, however large, and text after them', async () => {
    const ids = ['x', '10', '9', '-9223372036854775808', '9223372036854775807', '4000000000000000001', '-5', 'a'];
    const { engine } = await engineWith([
      cardsFile(
        ids.map((_, id) => ({ id, createdAt: '2026-01-01T00:00:00Z', lastActivityAt: '2026-01-02T00:00:00Z' })),
        { id: [ids, new Utf8()] },
      ),
      transactionsFile(
        ids.map((_, card) => ({ card, at: '2026-01-02T00:00:00Z' })),
        { store_id: [ids, new Utf8()], card_id: [ids, new Utf8()] },
      ),
    ]);
    const inOrder = ['-9223372036854775808', '-5', '9', '10', '4000000000000000001', '9223372036854775807', 'a', 'x'];
    expect((await engine.stores({})).map(({ id }) => id)).toEqual(inOrder);
    const { by_store } = await engine.revenueAttribution({});
    expect(by_store.map(({ store_id }) => store_id)).toEqual(inOrder);
    const { cards } = await engine.atRiskCards({ asOf: '2026-06-01T00:00:00Z' });
    expect(cards.map(({ card_id }) => card_id)).toEqual(inOrder);
  });

  it('which decides between transactions at one instant, up to the largest', async () => {
    const ids = [4n * 10n ** 18n + 1n, 3n, 2n ** 63n - 1n];
    const { engine } = await engineWith([
      cardsFile([{ id: 1, createdAt: '2026-01-01T00:00:00Z', lastActivityAt: '2026-01-02T00:00:00Z' }]),
      transactionsFile(
        ids.map((_, index) => ({ card: 1, at: '2026-01-02T00:00:00Z', store: 70 + index })),
        { id: [ids, new Int64()] },
      ),
    ]);
    const wonBy = async (storeId: number): Promise<number> =>
      (await engine.cohortRetention({ storeId, asOf: '2026-02-01T00:00:00Z' })).cohorts.length;
    const lastSeen = async (storeId: number): Promise<number> =>
      (await engine.atRiskCards({ storeId, asOf: '2026-06-01T00:00:00Z' })).total_cards_checked;
    expect([await wonBy(70), await wonBy(71), await wonBy(72)]).toEqual([0, 1, 0]);
    expect([await lastSeen(70), await lastSeen(71), await lastSeen(72)]).toEqual([0, 0, 1]);
  });
});

it('a tab or another sign without ink beside an id is no part of it', async () => {
  const cards = [
    'id,card_number,created_at',
    ...['101', '\t102', '103\t', '104\u00a0'].map((id) => `"${id}",LC,2026-01-01`),
  ];
  const visits = [
    'card_id,points_delta,transaction_at',
    ...['101\t', '102', '103', '104'].map((id) => `"${id}",5,2026-01-02`),
  ];
  const file = (name: string, lines: string[]): File => new File([lines.join('\n')], name);
  const { summary } = await engineWith([file('cards.csv', cards), file('transactions.csv', visits)]);
  expect(summary.check).toMatchObject({ transactions: 4, found: 4 });
});
