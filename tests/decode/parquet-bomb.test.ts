import { Dictionary, Int32, makeData, TimestampMicrosecond, Utf8, Vector, vectorFromArray } from 'apache-arrow';
import { expect, it } from 'vitest';
import { cardsFile, engineWith, failureOf, transactionsFile } from '../support/exports.ts';
import { instants, parquetFile, type Columns } from '../support/parquet.ts';

const rows = 25_000;
const cards = cardsFile([{ id: 1, createdAt: '2026-01-01T00:00:00Z' }]);
const good = transactionsFile([{ card: 1, at: '2026-01-01T00:00:00Z' }]);

/** Transactions whose types are one text, but for that of the first row. Each text is in the file once. */
function repeating(text: string, first = text): File {
  const dictionary = vectorFromArray([first, text], new Utf8());
  const type = new Dictionary(new Utf8(), new Int32());
  const ones: Columns[string] = [new Array(rows).fill(1), new Int32()];
  return parquetFile('transactions.parquet', {
    card_id: ones,
    store_id: ones,
    points_delta: ones,
    transaction_type: new Vector([
      makeData({ type, length: rows, nullCount: 0, data: new Int32Array(rows).fill(1, 1), dictionary }),
    ]),
    transaction_at: instants(new Array(rows).fill('2026-02-01T00:00:00Z'), new TimestampMicrosecond()),
  });
}

it('ends at once for 1.6 GB of text in 70 KB, within the memory of any other file, and the next file loads', async () => {
  const { engine } = await engineWith([cards, good]);
  const bomb = repeating('x'.repeat(64 * 1024));
  expect(bomb.size).toBeLessThan(100_000);
  const before = process.memoryUsage.rss();
  let most = before;
  const watch = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 5);
  const failure = await failureOf(engine.load([cards, bomb], () => undefined));
  // A person who looks at it first sees its rows.
  const { files } = await engine.inspect([bomb]);
  clearInterval(watch);
  expect(failure.code).toBe('out-of-memory');
  expect(failure.details).toEqual({ file: 'transactions.parquet' });
  expect(files[0]!.preview).toHaveLength(10);
  expect(files[0]!.preview[0]![3]!.length).toBeLessThan(2000);
  expect((most - before) / 2 ** 20).toBeLessThan(512);
  expect((await engine.load([cards, good], () => undefined)).merchants).toMatchObject([{ cards: 1, transactions: 1 }]);
});

it('reads texts of a dictionary with a long one that is rarely used', async () => {
  const { engine, summary } = await engineWith([cards, repeating('points_earned', 'x'.repeat(32 * 1024))]);
  const report = summary.files.find(({ kind }) => kind === 'transactions')!;
  expect(report).toMatchObject({ rowsRead: rows, rowsUsed: rows });
  const { monthly } = await engine.revenueAttribution({ asOf: '2026-03-01T00:00:00Z' });
  expect(monthly).toMatchObject([{ month: '2026-02', transactions_count: rows - 1 }]);
});
