import type { FileKind } from '../../src/contract/files.ts';
import type { FileReport, SetAside } from '../../src/contract/report.ts';
import { EngineError } from '../../src/contract/errors.ts';
import type { Database } from '../database/database.ts';
import { examplesShown } from './run-sql.ts';
import { idSpace } from '../recognise/export-columns.ts';

/** From this share of shared ids on, two files of a kind are two exports of the same rows, not parts of one. */
const sameExportShare = 0.5;

/** Ids that one pass compares: bounds the memory that finding duplicates takes, which WebAssembly never gives back. */
export const rowsAPass = 2_000_000;

/** What is equal in rows that are one. */
const sameRow: Record<FileKind, string> = {
  cards: 'id',
  transactions: 'id, card_id, transaction_at, points_delta, purchase_amount_cents',
  stores: 'id',
};

/** One of the first rows of a file that came before, by its id where it has one, and how many those are. */
export interface Repeated extends Record<string, unknown> {
  file: number;
  row: number;
  value: string | null;
  rows: number;
}

/** The report of a file and its index in the load. */
export interface IndexedReport {
  report: FileReport;
  fileIndex: number;
}

/**
 * Deletes rows with an id that came before: of several rows with one id the first is used. The number of a receipt is no id of its lines,
 * and may begin again in each shop: transactions are the same only where card, instant, points and amount are.
 *
 * @param files of the kind; a file's index in the load is its `file` in the table
 * @returns what is set aside, by the index of its file
 * @throws EngineError `kind-twice` when files are exports of the same rows
 */
export async function setDuplicatesAside(
  database: Database,
  kind: FileKind,
  files: readonly IndexedReport[],
): Promise<ReadonlyMap<number, SetAside>> {
  const reports = files.map(({ report }) => report);
  if (reports.every(({ absent }) => absent.includes('id'))) return new Map();
  const table = `read_${kind}`;
  const passes = Math.max(1, Math.ceil(reports.reduce((sum, { rowsUsed }) => sum + rowsUsed, 0) / rowsAPass));
  const repeated: string[] = [];
  for (let pass = 0; pass < passes; pass++) {
    const inPass = passes === 1 ? 'true' : `abs(id) % ${passes} = ${pass}`;
    const [found] = await database.query<{ repeats: number }>(
      `SELECT (count(id) - count(DISTINCT id))::INTEGER AS repeats FROM ${table} WHERE ${inPass}`,
    );
    if (found!.repeats > 0) repeated.push(inPass);
  }
  if (repeated.length === 0) return new Map();

  const later = `
    SELECT file, row, id, first_value(file) OVER same_id AS first_file, row_number() OVER same_id AS occurrence
    FROM ${table}
    WHERE id IS NOT NULL AND (${repeated.join(' OR ')})
    WINDOW same_id AS (PARTITION BY ${sameRow[kind]} ORDER BY file, row)
    QUALIFY occurrence > 1`;
  await refuseSameExport(database, kind, files, later);
  const found = await database.query<Repeated>(`
    SELECT file::INTEGER AS file, row::DOUBLE AS row, coalesce(ids.id, later.id::VARCHAR) AS value,
      (count(*) OVER (PARTITION BY file))::INTEGER AS rows
    FROM (${later}) AS later
    LEFT JOIN incoming_ids AS ids ON ids.space = '${idSpace(kind, 'id')}' AND ids.number = later.id
    QUALIFY row_number() OVER (PARTITION BY file ORDER BY row) <= ${examplesShown}
    ORDER BY file, row`);
  await database.run(`DELETE FROM ${table} WHERE (file, row) IN (SELECT (file, row) FROM (${later}))`);
  return asideByFile(found, { column: 'id', reason: 'duplicate-id' });
}

/**
 * What is set aside of each file.
 *
 * @param found its first rows, each with how many there are in all
 */
export function asideByFile(
  found: readonly Repeated[],
  why: Pick<SetAside, 'column' | 'reason'>,
): ReadonlyMap<number, SetAside> {
  const setAside = new Map<number, SetAside>();
  for (const { file, row, value, rows } of found) {
    const aside = setAside.get(file) ?? { ...why, rows, examples: [] };
    aside.examples.push({ row, value });
    setAside.set(file, aside);
  }
  return setAside;
}

/** Two files of which one has at least half of its rows in the other, too. */
async function refuseSameExport(
  database: Database,
  kind: FileKind,
  files: readonly IndexedReport[],
  later: string,
): Promise<void> {
  if (files.length < 2) return;
  const reports = new Map(files.map(({ report, fileIndex }) => [fileIndex, report]));
  const pairs = await database.query<{ first: number; second: number; rows: number }>(`
    SELECT first_file::INTEGER AS first, file::INTEGER AS second, count(DISTINCT id)::INTEGER AS rows
    FROM (${later}) WHERE file <> first_file GROUP BY ALL ORDER BY rows DESC, first, second`);
  for (const { first, second, rows } of pairs) {
    const pair = [reports.get(first)!, reports.get(second)!];
    if (rows < sameExportShare * Math.min(...pair.map(({ rowsUsed }) => rowsUsed))) continue;
    throw new EngineError('kind-twice', { kind, files: pair.map(({ fileName }) => fileName), rows });
  }
}
