import type { FileKind, FileReport } from '../../src/contract';
import { EngineError } from '../../src/failure';
import type { Database } from '../database/database';
import { examplesShown } from './batch-sql';
import { idSpace } from './contract-columns';

/** From this share of shared ids on, two files of a kind are two exports of the same rows, not parts of one. */
const sameExportShare = 0.5;

/** Ids that one pass compares: bounds the memory that finding duplicates takes, which WebAssembly never gives back. */
const idsAPass = 2_000_000;

/** The report of a file and its place in the load. */
export interface PlacedReport {
  report: FileReport;
  place: number;
}

/**
 * Sets aside rows with an id that came before: of several rows with one id the first is used.
 *
 * @param files of the kind; a file's place in the load is its `file` in the table
 * @throws EngineError `kind-twice` when files are exports of the same rows
 */
export async function setDuplicatesAside(
  database: Database,
  kind: FileKind,
  files: readonly PlacedReport[],
): Promise<void> {
  const reports = files.map(({ report }) => report);
  if (reports.every(({ absent }) => absent.includes('id'))) return;
  const table = `incoming_${kind}`;
  const passes = Math.max(1, Math.ceil(reports.reduce((sum, { rowsUsed }) => sum + rowsUsed, 0) / idsAPass));
  const repeated: string[] = [];
  for (let pass = 0; pass < passes; pass++) {
    const inPass = passes === 1 ? 'true' : `abs(id) % ${passes} = ${pass}`;
    const [found] = await database.query<{ repeats: number }>(
      `SELECT (count(id) - count(DISTINCT id))::INTEGER AS repeats FROM ${table} WHERE ${inPass}`,
    );
    if (found!.repeats > 0) repeated.push(inPass);
  }
  if (repeated.length === 0) return;

  const later = `
    SELECT file, row, id, first_value(file) OVER same_id AS first_file, row_number() OVER same_id AS place
    FROM ${table}
    WHERE id IS NOT NULL AND (${repeated.join(' OR ')})
    WINDOW same_id AS (PARTITION BY id ORDER BY file, row)
    QUALIFY place > 1`;
  await refuseSameExport(database, kind, reports, later);
  const counts = await database.query<{ file: number; rows: number }>(
    `SELECT file::INTEGER AS file, count(*)::INTEGER AS rows FROM (${later}) GROUP BY 1`,
  );
  for (const { report, place } of files) {
    const rows = counts.find(({ file }) => file === place)?.rows ?? 0;
    if (rows === 0) continue;
    const examples = await database.query<{ row: number; value: string }>(`
      SELECT row::DOUBLE AS row, coalesce(ids.id, later.id::VARCHAR) AS value
      FROM (${later}) AS later
      LEFT JOIN incoming_ids AS ids ON ids.space = '${idSpace(kind, 'id')}' AND ids.number = later.id
      WHERE file = ${place}
      ORDER BY row
      LIMIT ${examplesShown}`);
    report.rowsUsed -= rows;
    report.setAside.push({ column: 'id', reason: 'duplicate-id', rows, examples });
  }
  await database.run(`DELETE FROM ${table} WHERE (file, row) IN (SELECT (file, row) FROM (${later}))`);
}

async function refuseSameExport(
  database: Database,
  kind: FileKind,
  reports: readonly FileReport[],
  later: string,
): Promise<void> {
  if (reports.length < 2) return;
  const [shared] = await database.query<{ rows: number }>(
    `SELECT count(DISTINCT id)::INTEGER AS rows FROM (${later}) WHERE file <> first_file`,
  );
  const smallest = Math.min(...reports.map(({ rowsUsed }) => rowsUsed));
  if (shared!.rows < sameExportShare * smallest) return;
  throw new EngineError('kind-twice', { kind, files: reports.map(({ fileName }) => fileName), rows: shared!.rows });
}
