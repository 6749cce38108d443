import { describe, expect, it } from 'vitest';
import { decide } from '../../src/state/opening/decided.ts';
import { draftsOf } from '../../src/state/opening/drafts.ts';
import { problemsOf } from '../../src/state/opening/problems.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { textFile } from '../support/text-files.ts';

const engine = createNodeEngine();
const transactions = textFile(
  'card_id,transaction_at,transaction_type,points_delta,store_id\n7,2026-01-05 10:00,points_earned,12,1\n8,2026-01-06 10:00,points_earned,20,1\n',
  'points.csv',
);
const orders = (columns: string, ...rows: string[]): File => textFile([columns, ...rows, ''].join('\n'), 'till.csv');

/** What becomes of files as proposed: what each is, and how many of its rows are used. */
async function kindsOf(...files: File[]): Promise<unknown> {
  const inspection = await engine.inspect(files);
  const wanted = await engine.wantedColumns();
  const drafts = draftsOf(inspection.files, wanted, () => null);
  if (problemsOf(drafts, wanted).length > 0) return problemsOf(drafts, wanted);
  const summary = await engine.load(files, () => undefined, decide(drafts).plans);
  return {
    files: summary.files.map(({ kind, fileName, rowsUsed }) => [kind, fileName, rowsUsed]),
    orders: summary.check.orders,
    transactions: summary.check.transactions,
    revenue: (await engine.revenueAttribution({ monthsBack: 60 })).monthly.map((row) => row.estimated_revenue_cents),
  };
}

describe('orders of the till', () => {
  it('are a file of an export by the names of its columns', async () => {
    const summary = await engine.load(
      [
        transactions,
        orders(
          'reference,placed_at,total_cents,store_id,card_id',
          'A-1,2026-01-05 10:00,1200,1,7',
          'A-2,2026-01-05 11:00,350,1,',
        ),
      ],
      () => undefined,
    );
    expect(summary.files.map(({ kind, rowsUsed }) => [kind, rowsUsed])).toEqual([
      ['transactions', 2],
      ['orders', 2],
    ]);
    expect(summary.check).toMatchObject({ orders: 2, transactions: 2 });
  });

  it('set aside what is no order, by its reason', async () => {
    const rows = ['A-1,2026-01-05,1200', ',2026-01-05,350', 'A-3,soon,350', 'A-4,2026-01-06,free'];
    const summary = await engine.load(
      [transactions, orders('reference,placed_at,total_cents', ...rows)],
      () => undefined,
    );
    const { rowsRead, rowsUsed, setAside } = summary.files.find(({ kind }) => kind === 'orders')!;
    expect([rowsRead, rowsUsed, setAside.map(({ column, reason }) => [column, reason])]).toEqual([
      4,
      1,
      [
        ['reference', 'missing'],
        ['placed_at', 'not-a-date'],
        ['total_cents', 'not-a-number'],
      ],
    ]);
  });

  it('under other names are proposed where they have no customers, and change no revenue', async () => {
    const till = orders('Order Number;Date;Total', '1001;05.01.2026 10:00;12,00', '1002;05.01.2026 11:00;3,50');
    expect(await kindsOf(transactions, till)).toEqual({
      files: [
        ['transactions', 'points.csv', 2],
        ['orders', 'till.csv', 2],
      ],
      orders: 2,
      transactions: 2,
      revenue: [null],
    });
  });

  it('with customers are proposed as such beside a log of points: a purchase would count twice', async () => {
    const till = orders(
      'Order Number;Customer ID;Date;Total',
      '1001;7;05.01.2026 10:00;12,00',
      '1002;;05.01.2026 11:00;3,50',
    );
    expect(await kindsOf(transactions, till)).toMatchObject({ orders: 2, transactions: 2 });
  });

  it('with customers are transactions where nothing else is, those without one orders', async () => {
    const till = orders(
      'Order Number;Customer ID;Date;Total',
      '1001;7;05.01.2026 10:00;12,00',
      '1002;;05.01.2026 11:00;3,50',
    );
    expect(await kindsOf(till)).toMatchObject({ orders: 1, transactions: 1, revenue: [1200] });
  });

  it('without customers alone lack them, and say so', async () => {
    const till = orders('Order Number;Date;Total', '1001;05.01.2026 10:00;12,00');
    expect(await kindsOf(till)).toMatchObject([{ kind: 'column', column: 'card_id' }]);
  });
});
