import type { FileReport } from '../../src/contract/report.ts';
import { codesOf, purchaseTypes } from '../recognise/transaction-types.ts';
import type { Database } from '../database/database.ts';
import { filled } from '../database/filled.ts';
import { fileList } from './file-list.ts';
import fillCardsSql from './tables/fill-cards.sql?raw';
import joinLinesSql from './tables/join-lines.sql?raw';

/**
 * Makes one transaction of the lines of a purchase: rows of one card, one reference, one store, one local day and one direction, discounts at
 * the same time included; the earliest instant counts, amounts and points are summed. Rows that name no card are joined likewise. Notes how many rows fewer there are.
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
  await fillCards(database, reports, files);
  const totals = await filesOfTotals(database, reports, files);
  const sql = filled(joinLinesSql, {
    files: fileList(files),
    totals: fileList(totals),
    'purchase types': codesOf(purchaseTypes),
    // What has no words has its types by sign alone.
    untyped: fileList(files.filter((file) => reports[file]!.absent.includes('transaction_type'))),
    day: isLocal ? 'days.day' : 't.transaction_at::DATE',
    'day start': isLocal ? 'days.starts_at' : 't.transaction_at::DATE',
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
    if (joined > 0)
      notes.unshift({
        kind: totals.includes(fileIndex) ? 'totals-repeated' : 'lines-joined',
        rows: joined,
        examples: [],
      });
  }
}

/** Gives lines without a customer to that of the other lines of their purchase; they are no orders of non-members then. */
async function fillCards(database: Database, reports: readonly FileReport[], files: readonly number[]): Promise<void> {
  if (!reports.some(({ notes }) => notes.some(({ kind }) => kind === 'non-member'))) return;
  await database.run(filled(fillCardsSql, { files: files.join(', ') }));
  const left = await database.query<{ file: number; rows: number }>(
    'SELECT file::INTEGER AS file, count(*)::INTEGER AS rows FROM read_orders GROUP BY file',
  );
  for (const fileIndex of files) {
    const { notes } = reports[fileIndex]!;
    const rows = left.find(({ file }) => file === fileIndex)?.rows ?? 0;
    const noted = notes.findIndex(({ kind }) => kind === 'non-member');
    if (noted >= 0) notes.splice(noted, 1, ...(rows > 0 ? [{ ...notes[noted]!, rows }] : []));
  }
}

/** Purchases of several lines that are needed to say that each line has the amount of the whole, where its name does not. */
const enoughPurchases = 5;

const ofTotal = /total|gesamt|summe|somme/i;
const ofLine = /line|item|position|zeile|ligne|article|artikel|net|unit/i;

/**
 * The files whose lines repeat the amount of their purchase: nearly all purchases of several lines have one amount, and it is called a total, or
 * those amounts are not the price of everything.
 */
async function filesOfTotals(
  database: Database,
  reports: readonly FileReport[],
  files: readonly number[],
): Promise<number[]> {
  const found = await database.query<{ file: number; purchases: number; differ: boolean }>(`
    SELECT file::INTEGER AS file, count(*)::INTEGER AS purchases, count(DISTINCT amount) * 2 >= count(*) AS differ
    FROM (
      SELECT file, any_value(purchase_amount_cents) AS amount, count(DISTINCT purchase_amount_cents) = 1 AS is_one
      FROM (
        SELECT file, card_id, order_reference, transaction_at::DATE AS day, purchase_amount_cents FROM read_transactions
        UNION ALL
        SELECT file, NULL, reference, placed_at::DATE, total_cents FROM read_orders
      )
      WHERE file IN (${files.join(', ')}) AND order_reference IS NOT NULL AND purchase_amount_cents > 0
      GROUP BY file, card_id, order_reference, day HAVING count(*) > 1
    )
    GROUP BY file
    HAVING avg(is_one::INTEGER) >= 0.95`);
  const isCalledTotal = (file: number): boolean => {
    const amount = reports[file]!.columns.find(({ name }) => name === 'purchase_amount_cents')?.found ?? '';
    return ofTotal.test(amount) && !ofLine.test(amount);
  };
  return found
    .filter(({ file, purchases, differ }) =>
      isCalledTotal(file) ? purchases > 1 : purchases >= enoughPurchases && differ,
    )
    .map(({ file }) => file);
}
