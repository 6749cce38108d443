import { Int32, Utf8 } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { cardsFile, engineWith, failureOf, transactionsFile } from '../support/exports.ts';
import { parquetFile } from '../support/parquet.ts';
import { textFile } from '../support/text-files.ts';

const cards = cardsFile([{ id: 1, createdAt: '2026-01-01T00:00:00Z' }]);
const columnsOfOne = 'card_id,store_id,transaction_type,points_delta,transaction_at';
const day = (of: number): string => `2026-01-${String(of).padStart(2, '0')}T00:00:00Z`;

/** What DuckDB takes for something of its own, and what a plain object has already. */
const names = [
  'rowid',
  'problem',
  'row_problem',
  'c0',
  'c1',
  'b',
  'file',
  'row',
  'select',
  'constructor',
  '__proto__',
  'a"b',
  "a'b",
  'x\u0000y',
];

describe('names of columns never reach the database', () => {
  it.each(names)('as text: %o, beside the others and in the place of one', async (name) => {
    const rows = Array.from(
      { length: 30 },
      (_, index) => `1,5,points_earned,${index % 3 === 0 ? 'x' : 10},${day(index + 1)},99`,
    );
    const { engine, summary } = await engineWith([
      cards,
      textFile(`${columnsOfOne},${name.replace('"', '""')}\n${rows.join('\n')}`, 't.csv'),
    ]);
    const report = summary.files.find(({ kind }) => kind === 'transactions')!;
    expect(report).toMatchObject({ rowsRead: 30, rowsUsed: 30 });
    expect(report.notes).toContainEqual({ kind: 'unread-value', column: 'points_delta', rows: 10, examples: ['x'] });
    expect((await engine.revenueAttribution({})).monthly).toMatchObject([
      { transactions_count: 30, total_points_earned: 200 },
    ]);

    const placed = textFile(
      `card_id,${name.replace('"', '""')},transaction_type,points_delta,transaction_at\n1,5,points_earned,10,${day(3)}`,
      't.csv',
    );
    const [inspected] = (await engine.inspect([placed])).files;
    const { columns } = inspected!;
    const plan = {
      ...inspected!.proposals.find(({ kind }) => kind === 'transactions')!,
      columns: {
        card_id: 'card_id',
        transaction_type: 'transaction_type',
        points_delta: 'points_delta',
        transaction_at: 'transaction_at',
        store_id: columns[1]!.name,
      },
    };
    await engine.load([cards, placed], () => undefined, new Map([['t.csv', plan]]));
    expect((await engine.revenueAttribution({})).by_store).toMatchObject([{ store_id: 5 }]);
  });

  it.each(names)('in Parquet: %o', async (name) => {
    const file = transactionsFile(
      [1, 2, 3].map((of) => ({ card: 1, at: day(of), points: of })),
      { [name]: [[7, 8, 9], new Int32()], points_delta: [['1', 'x', '3'], new Utf8()] },
    );
    const { engine, summary } = await engineWith([cards, file]);
    expect(summary.files.find(({ kind }) => kind === 'transactions')!.notes).toContainEqual({
      kind: 'unread-value',
      column: 'points_delta',
      rows: 1,
      examples: ['x'],
    });
    expect((await engine.revenueAttribution({})).monthly).toMatchObject([{ total_points_earned: 4 }]);
  });

  it('that differ in case alone are two columns', async () => {
    const text = textFile(
      `card_id,store_id,transaction_type,points_delta,transaction_at,Points,points\n1,5,points_earned,10,${day(3)},20,30`,
      't.csv',
    );
    const parquet = parquetFile('t.parquet', {
      card_id: [[1], new Int32()],
      store_id: [[5], new Int32()],
      transaction_type: [['points_earned'], new Utf8()],
      transaction_at: [[day(3)], new Utf8()],
      Points: [[20], new Int32()],
      points: [[30], new Int32()],
      points_delta: [[10], new Int32()],
    });
    const { engine } = await engineWith([cards, text]);
    for (const file of [text, parquet]) {
      const plan = (await engine.inspect([file])).files[0]!.proposals.find(({ kind }) => kind === 'transactions')!;
      for (const [column, points] of [
        ['points_delta', 10],
        ['Points', 20],
        ['points', 30],
      ] as const) {
        const columns = { ...plan.columns, points_delta: column };
        await engine.load([cards, file], () => undefined, new Map([[file.name, { ...plan, columns }]]));
        expect((await engine.revenueAttribution({})).monthly, `${file.name} ${column}`).toMatchObject([
          { total_points_earned: points },
        ]);
      }
    }
  });
});

describe('names of files are names, whatever they are', () => {
  it.each(['constructor', 'toString', '__proto__.csv', 'hasOwnProperty'])('%s', async (name) => {
    const text = `${columnsOfOne}\n1,5,points_earned,10,${day(3)}`;
    const { engine, summary } = await engineWith([cards, textFile(text, name)]);
    expect(summary.files.find(({ kind }) => kind === 'transactions')).toMatchObject({ fileName: name, rowsUsed: 1 });
    const failure = await failureOf(
      engine.load([cards, textFile(text, name)], () => undefined, new Map([[name, null]])),
    );
    expect(failure.details).toMatchObject({ kind: 'transactions', leftOut: [{ name, why: 'by-choice' }] });
  });
});
