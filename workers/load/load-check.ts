import { exactOrNull } from '../../src/contract/exact.ts';
import type { Instant } from '../../src/contract/ids.ts';
import type { FileReport, NoteKind } from '../../src/contract/report.ts';
import type { LoadCheck } from '../../src/contract/summary.ts';
import type { Database } from '../database/database.ts';
import { transactionTypes } from '../recognise/transaction-types.ts';
import checkSql from './tables/check.sql?raw';
import latestRowsSql from './tables/latest-rows.sql?raw';

interface Counted extends Record<string, unknown> {
  transactions: number;
  found: number;
  earning: number;
  revenue: string | null;
  largest: string | null;
  points: boolean;
  orders: number;
  future: number;
  busiest: number;
  above: number;
}

interface Row extends Record<string, unknown> {
  card: string;
  at: Instant;
  type: number;
  earning: boolean;
  points: string | null;
  cents: string | null;
  store: string | null;
}

/**
 * Counts what shows whether files were understood.
 *
 * @param reports of all files
 * @param now the moment of loading, as SQL text
 */
export async function checkLoad(database: Database, reports: readonly FileReport[], now: string): Promise<LoadCheck> {
  const [counted] = await database.query<Counted>(checkSql, [now]);
  const {
    transactions,
    found,
    earning,
    revenue,
    largest,
    points,
    orders,
    future,
    busiest,
    above: amountsAbove,
  } = counted!;
  const rows = await database.query<Row>(latestRowsSql);
  const sum = (of: (report: FileReport) => number): number => reports.reduce((all, report) => all + of(report), 0);
  const noted = (kind: NoteKind): number =>
    sum(({ notes }) => notes.reduce((all, note) => all + (note.kind === kind ? note.rows : 0), 0));
  return {
    rowsRead: sum(({ rowsRead }) => rowsRead),
    rowsUsed: sum(({ rowsUsed }) => rowsUsed),
    transactions,
    found: reports.some(({ kind }) => kind === 'cards') ? found : null,
    earning,
    revenue: exactOrNull(revenue),
    largest: exactOrNull(largest),
    points,
    orders,
    future,
    busiest,
    ofOtherMerchants: noted('other-merchant'),
    refunds: noted('refund'),
    amountsAbove,
    numberedAgain: noted('number-again'),
    unreadValues: noted('unread-value'),
    rows: rows.map((row) => ({
      ...row,
      type: transactionTypes[row.type - 1] ?? null,
      points: exactOrNull(row.points),
      cents: exactOrNull(row.cents),
    })),
  };
}
