import type { SetAside } from '../../src/contract/report.ts';
import type { Database } from '../database/database.ts';
import { asideByFile, rowsAPass, type IndexedReport, type Repeated } from './duplicates.ts';
import { examplesShown } from './run-sql.ts';

/**
 * From this share of a file's rows in the time that it has in common with another on that stand in both, the two overlap: fewer may be
 * purchases that happen to be alike.
 */
const overlapShare = 0.5;

const sameRow = 'card_id, transaction_at, type, points_delta, purchase_amount_cents';

/**
 * Deletes rows without an id that an earlier file has too, where two files overlap: all of their time in common is in both. A row that one
 * file has twice is two.
 *
 * @param files of transactions; a file's index in the load is its `file` in the table
 * @returns what is set aside, by the index of its file
 */
export async function setOverlapsAside(
  database: Database,
  files: readonly IndexedReport[],
): Promise<ReadonlyMap<number, SetAside>> {
  if (files.length < 2) return new Map();
  const overlapping = await filesInCommonTime(database);
  if (overlapping.length === 0) return new Map();
  const again = (pass: string): string => `
    SELECT file, row, first_value(file) OVER same AS first_file, row_number() OVER same AS occurrence
    FROM (
      SELECT file, row, ${sameRow}, row_number() OVER (PARTITION BY file, ${sameRow} ORDER BY row) AS nth
      FROM read_transactions WHERE id IS NULL AND file IN (${overlapping.join(', ')}) AND ${pass}
    ) AS numbered
    WINDOW same AS (PARTITION BY ${sameRow}, nth ORDER BY file, row)
    QUALIFY occurrence > 1 AND first_file <> file`;
  const rows = files.reduce((sum, { report }) => sum + report.rowsUsed, 0);
  const passes = Math.max(1, Math.ceil(rows / rowsAPass));
  for (let pass = 0; pass < passes; pass++) {
    const inPass = passes === 1 ? 'true' : `abs(card_id) % ${passes} = ${pass}`;
    await database.run(
      `CREATE OR REPLACE TABLE read_again AS ${pass === 0 ? '' : 'FROM read_again UNION ALL '}${again(inPass)}`,
    );
  }
  await database.run(`
    CREATE OR REPLACE TABLE read_overlap AS
    WITH spans AS (${spansSql}),
    pairs AS (SELECT first_file, file, count(*) AS rows FROM read_again GROUP BY ALL),
    in_common AS (
      SELECT pairs.first_file, pairs.file, pairs.rows, count(*) AS rows_in_common
      FROM pairs
      JOIN spans AS one ON one.file = pairs.first_file
      JOIN spans AS other ON other.file = pairs.file
      JOIN read_transactions AS t ON t.file = pairs.file AND t.id IS NULL
        AND t.transaction_at BETWEEN greatest(one.first_at, other.first_at) AND least(one.latest_at, other.latest_at)
      GROUP BY ALL
    ),
    shared AS (SELECT first_file, file FROM in_common WHERE rows >= ${overlapShare} * rows_in_common)
    SELECT file, row FROM read_again SEMI JOIN shared USING (first_file, file)`);
  const found = await database.query<Repeated>(`
    SELECT file::INTEGER AS file, row::DOUBLE AS row, NULL::VARCHAR AS value, (count(*) OVER (PARTITION BY file))::INTEGER AS rows FROM read_overlap
    QUALIFY row_number() OVER (PARTITION BY file ORDER BY row) <= ${examplesShown}
    ORDER BY file, row`);
  await database.run('DELETE FROM read_transactions WHERE (file, row) IN (SELECT (file, row) FROM read_overlap)');
  await database.run('DROP TABLE read_again; DROP TABLE read_overlap');
  return asideByFile(found, { column: '', reason: 'repeated-row' });
}

/** From when to when the rows without an id are, file by file. */
const spansSql = `
  SELECT file, min(transaction_at) AS first_at, max(transaction_at) AS latest_at FROM read_transactions WHERE id IS NULL GROUP BY file`;

/** Files whose rows without an id are of times that those of another file are of, too. */
async function filesInCommonTime(database: Database): Promise<number[]> {
  const found = await database.query<{ file: number }>(`
    WITH spans AS (${spansSql})
    SELECT DISTINCT one.file::INTEGER AS file
    FROM spans AS one
    JOIN spans AS other ON one.file <> other.file AND one.first_at <= other.latest_at AND other.first_at <= one.latest_at`);
  return found.map(({ file }) => file);
}
