import { Int64, Utf8 } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import type { FileReport } from '../../src/contract/report.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import {
  cardsFile,
  engineWith,
  failureOf,
  transactionsFile,
  type CardRow,
  type TransactionRow,
} from '../support/exports.ts';
import { parquetFile } from '../support/parquet.ts';

const card = (id: number, more: Partial<CardRow> = {}): CardRow => ({
  id,
  createdAt: '2026-01-01T00:00:00Z',
  lastActivityAt: '2026-03-01T00:00:00Z',
  ...more,
});
const visit = (cardId: number, more: Partial<TransactionRow> = {}): TransactionRow => ({
  card: cardId,
  at: '2026-01-15T00:00:00Z',
  store: 1,
  ...more,
});
const ids = (...values: number[]): { id: [bigint[], Int64] } => ({ id: [values.map(BigInt), new Int64()] });
const reports = (summary: ExportSummary, kind: string): FileReport[] =>
  summary.files.filter((file) => file.kind === kind);

describe('several files of one kind', () => {
  it('are one table', async () => {
    const { engine, summary } = await engineWith([
      transactionsFile([visit(1), visit(2)], ids(1, 2), 'transactions-1.parquet'),
      cardsFile([card(1), card(2)], {}, 'cards-1.parquet'),
      transactionsFile([visit(3)], ids(3), 'transactions-2.parquet'),
      cardsFile([card(3)], {}, 'cards-2.parquet'),
    ]);
    expect(summary.merchants).toMatchObject([{ cards: 3, transactions: 3 }]);
    expect(summary.files.map(({ kind, fileName, rowsUsed }) => [kind, fileName, rowsUsed])).toEqual([
      ['cards', 'cards-1.parquet', 2],
      ['cards', 'cards-2.parquet', 1],
      ['transactions', 'transactions-1.parquet', 2],
      ['transactions', 'transactions-2.parquet', 1],
    ]);
    expect((await engine.revenueAttribution({})).monthly).toMatchObject([
      { transactions_count: 3, unique_customers: 3 },
    ]);
  });

  it('that share a few ids use the first row of each', async () => {
    const { engine, summary } = await engineWith([
      cardsFile([card(1), card(2), card(3)]),
      transactionsFile([visit(1), visit(2), visit(3)], ids(1, 2, 3), 'jan.parquet'),
      transactionsFile([visit(3), visit(1), visit(2), visit(2)], ids(3, 4, 5, 5), 'feb.parquet'),
    ]);
    const [january, february] = reports(summary, 'transactions');
    expect(january).toMatchObject({ rowsRead: 3, rowsUsed: 3, setAside: [] });
    expect(february).toMatchObject({
      rowsRead: 4,
      rowsUsed: 2,
      setAside: [
        {
          column: 'id',
          reason: 'duplicate-id',
          rows: 2,
          examples: [
            { row: 1, value: '3' },
            { row: 4, value: '5' },
          ],
        },
      ],
    });
    expect((await engine.revenueAttribution({})).monthly).toMatchObject([{ transactions_count: 5 }]);
    expect(summary.check.numberedAgain).toBe(0);
  });

  it('have transactions that may correct others: both count, and are named', async () => {
    const { engine, summary } = await engineWith([
      transactionsFile([visit(1, { cents: 1000 }), visit(2)], ids(1, 2), 'jan.parquet'),
      transactionsFile([visit(1, { cents: 1250 }), visit(2, { at: '2026-01-16T00:00:00Z' })], ids(1, 2), 'feb.parquet'),
    ]);
    expect(
      reports(summary, 'transactions').map(({ notes }) => notes.filter(({ kind }) => kind === 'number-again')),
    ).toEqual([[], [{ kind: 'number-again', rows: 1, examples: [] }]]);
    expect(summary.check.numberedAgain).toBe(1);
    expect((await engine.revenueAttribution({})).monthly).toMatchObject([{ transactions_count: 4 }]);
  });

  describe('that have the same cards', () => {
    const [old, later] = ['old.parquet', 'new.parquet'];
    const load = (first: CardRow[], second: CardRow[]): Promise<{ engine: Engine; summary: ExportSummary }> =>
      engineWith([cardsFile(first, {}, later), cardsFile(second, {}, old), transactionsFile([visit(1)])]);
    const balances = async (engine: Engine): Promise<unknown[]> => {
      const { cards } = await engine.atRiskCards({ asOf: '2027-01-01T00:00:00Z', limit: 10 });
      return cards.map(({ card_id, points_balance }) => [card_id, points_balance]).toSorted();
    };

    it('use those of the file that reaches further, whichever is opened first', async () => {
      const second = [card(1, { points: 5 }), card(2, { points: 7, lastActivityAt: '2026-01-20T00:00:00Z' })];
      const first = [card(1, { points: 50 }), card(2, { points: 70, lastActivityAt: '2026-04-20T00:00:00Z' })];
      for (const [one, other] of [
        [first, second],
        [second, first],
      ] as const) {
        const { engine, summary } = await load(one, other);
        expect(await balances(engine)).toEqual([
          [1, 50],
          [2, 70],
        ]);
        const aside = reports(summary, 'cards').map(({ rowsUsed, setAside }) => [rowsUsed, setAside[0]?.reason]);
        expect(aside.toSorted()).toEqual([
          [0, 'earlier-row'],
          [2, undefined],
        ]);
      }
    });

    it('count each once where both say the same', async () => {
      const { summary } = await load([card(1), card(2), card(3)], [card(2), card(3), card(4)]);
      expect(summary.merchants).toMatchObject([{ cards: 4 }]);
    });

    it('are refused where they contradict each other and nothing tells which is the newer', async () => {
      const { engine } = await engineWith([cardsFile([card(1)]), transactionsFile([visit(1)])]);
      const twice = [
        cardsFile([card(1), card(2), card(3)], {}, old),
        cardsFile([card(2), card(3, { points: 9 }), card(4)], {}, later),
        transactionsFile([visit(1)]),
      ];
      const failure = await failureOf(engine.load(twice, () => undefined));
      expect([failure.code, failure.details]).toEqual(['kind-twice', { kind: 'cards', files: [old, later], rows: 2 }]);
    });
  });

  it('that are two exports of the same transactions count each once', async () => {
    const twice = [visit(1), visit(2), visit(3)];
    const { engine, summary } = await engineWith([
      cardsFile([card(1), card(2), card(3)]),
      transactionsFile(twice, ids(1, 2, 3), 'a.parquet'),
      transactionsFile(twice.toReversed(), ids(3, 2, 1), 'b.parquet'),
    ]);
    expect((await engine.revenueAttribution({})).monthly).toMatchObject([{ transactions_count: 3 }]);
    expect(reports(summary, 'transactions')[1]).toMatchObject({ setAside: [{ reason: 'duplicate-id', rows: 3 }] });
  });
});

describe('notes on used rows', () => {
  it('count what a reader should know, with examples', async () => {
    const { summary } = await engineWith([
      cardsFile(
        [
          card(1),
          card(2, { isActive: false }),
          card(3, { lastActivityAt: null }),
          card(4, { createdAt: '2062-01-01T00:00:00Z', lastActivityAt: null }),
        ],
        {
          card_number: [['LC-1', null, 'LC-3', 'LC-4'], new Utf8()],
        },
      ),
      transactionsFile([
        visit(1),
        visit(1, { at: '2025-12-31T23:59:59Z' }),
        visit(2, { store: null, type: 'birthday_gift' }),
        visit(99, { store: 7 }),
        visit(98, { at: '2062-05-05T00:00:00Z' }),
      ]),
      parquetFile('stores.parquet', { id: [[1n, 2n], new Int64()], name: [['Gare', null], new Utf8()] }),
    ]);
    const notes = (kind: string): Record<string, [number, string[]]> =>
      Object.fromEntries(
        reports(summary, kind).flatMap((report) => report.notes.map((note) => [note.kind, [note.rows, note.examples]])),
      );
    expect(notes('cards')).toEqual({
      'no-card-number': [1, ['2']],
      'inactive-card': [1, ['2']],
      'unused-card': [2, ['LC-3', 'LC-4']],
      'in-the-future': [1, ['2062-01-01']],
    });
    expect(notes('transactions')).toEqual({
      'unknown-card': [2, ['98', '99']],
      'before-enrolment': [1, ['LC-1']],
      'in-the-future': [1, ['2062-05-05']],
      'unknown-type': [1, ['birthday_gift']],
      'no-store': [1, []],
      'unnamed-store': [1, ['7']],
    });
    expect(notes('stores')).toEqual({ 'store-without-name': [1, ['2']] });
  });
});
