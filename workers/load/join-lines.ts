import type { FileReport } from '../../src/contract/report.ts';
import { codesOf, purchaseTypes } from '../recognise/transaction-types.ts';
import type { Database } from '../database/database.ts';
import { filled } from '../database/filled.ts';
import joinLinesSql from './tables/join-lines.sql?raw';

/**
 * Makes one transaction of the lines of a purchase: rows of one card, one reference, one store, one local day and one direction; the earliest
 * instant counts, amounts and points are summed. Rows that name no card are joined likewise. Notes how many rows fewer there are.
 *
 * @param reports by the index of their file in the load
 * @param areLines which files have lines of purchases as their rows
 * @param isLocal whether `read_local_days` has the days of the calendar; those of UTC otherwise
 */
export async function joinLines(
  database: Database,
  reports: readonly FileReport[],
  areLines: readonly boolean[],
  isLocal: boolean,
): Promise<void> {
  const files = reports.flatMap((_, fileIndex) => (areLines[fileIndex] ? [fileIndex] : []));
  if (files.length === 0) return;
  const sql = filled(joinLinesSql, {
    files: files.join(', '),
    'purchase types': codesOf(purchaseTypes),
    day: isLocal ? 'days.day' : 't.transaction_at::DATE',
    days: isLocal ? 'ASOF LEFT JOIN read_local_days AS days ON t.transaction_at >= days.starts_at' : '',
  });
  await database.run(sql);
  const left = await database.query<{ file: number; rows: number }>(`
    SELECT file::INTEGER AS file, count(*)::INTEGER AS rows
    FROM (SELECT file FROM read_transactions UNION ALL SELECT file FROM read_orders) AS read
    WHERE file IN (${files.join(', ')}) GROUP BY ALL`);
  const rowsLeft = new Map(left.map(({ file, rows }) => [file, rows]));
  for (const fileIndex of files) {
    const { notes, rowsUsed } = reports[fileIndex]!;
    const joined = rowsUsed - (rowsLeft.get(fileIndex) ?? 0);
    if (joined > 0) notes.unshift({ kind: 'lines-joined', rows: joined, examples: [] });
  }
}
