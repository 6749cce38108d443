import type { FileKind } from '../../src/contract/files.ts';
import type { FileReport, SetAside } from '../../src/contract/report.ts';
import { EngineError } from '../../src/contract/errors.ts';
import type { Database } from '../database/database.ts';
import { examplesShown } from './run-sql.ts';
import { idSpace } from '../recognise/export-columns.ts';

/** From this share of shared ids on, two files of a kind are two exports of the same things, not parts of one. */
const sameExportShare = 0.5;

/** Ids that one pass compares: bounds the memory that finding duplicates takes, which WebAssembly never gives back. */
export const rowsAPass = 2_000_000;

/** How rows of a kind are one, and which of them is used. SQL. */
interface SameRow {
  /** What is equal in them. */
  by: string;
  /** The one that is used comes first. */
  order: string;
  /** Beside the table: what the order needs. */
  join: string;
  /** What two files of the same things may say differently, and nothing tells which of them is the newer. */
  differs: string;
}

const inOrder = 'file, row';

/** Of a card the later row holds: that of the file that reaches further, that of the later activity, and in one file the one below. */
const sameRow: Record<Exclude<FileKind, 'orders'>, SameRow> = {
  cards: {
    by: 'id',
    order: 'reaches_to DESC NULLS LAST, last_activity_at DESC NULLS LAST, file DESC, row DESC',
    join: 'JOIN (SELECT file, max(greatest(created_at, last_activity_at)) AS reaches_to FROM read_cards GROUP BY file) USING (file)',
    differs: `reaches_to IS NOT DISTINCT FROM first_value(reaches_to) OVER same_id
      AND {said} IS DISTINCT FROM first_value({said}) OVER same_id`.replaceAll(
      '{said}',
      '(created_at, last_activity_at, is_active, points_balance, card_number, customer_name)',
    ),
  },
  transactions: {
    by: 'id, card_id, transaction_at, points_delta, purchase_amount_cents',
    order: inOrder,
    join: '',
    differs: 'false',
  },
  stores: { by: 'id', order: inOrder, join: '', differs: 'name IS DISTINCT FROM first_value(name) OVER same_id' },
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
 * Deletes all but one of the rows with one id: of cards the latest is used, of others the first. The number of a receipt is no id of its lines,
 * and may begin again in each shop: transactions are the same only where card, instant, points and amount are.
 *
 * @param files of the kind; a file's index in the load is its `file` in the table
 * @returns what is set aside, by the index of its file
 * @throws EngineError `kind-twice` when files are two exports of the same things, and nothing tells which is the newer
 */
export async function setDuplicatesAside(
  database: Database,
  kind: FileKind,
  files: readonly IndexedReport[],
): Promise<ReadonlyMap<number, SetAside>> {
  // The number of an order is no id: it may begin again in each shop, and on each day.
  if (kind === 'orders') return new Map();
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

  const { by, order, join, differs } = sameRow[kind];
  const unused = `
    SELECT file, row, id, first_value(file) OVER same_id AS used_file, ${differs} AS differs, row_number() OVER same_id AS occurrence
    FROM ${table} ${join}
    WHERE id IS NOT NULL AND (${repeated.join(' OR ')})
    WINDOW same_id AS (PARTITION BY ${by} ORDER BY ${order})
    QUALIFY occurrence > 1`;
  await refuseSameExport(database, kind, files, unused);
  const found = await database.query<Repeated>(`
    SELECT file::INTEGER AS file, row::DOUBLE AS row, coalesce(ids.id, unused.id::VARCHAR) AS value,
      (count(*) OVER (PARTITION BY file))::INTEGER AS rows
    FROM (${unused}) AS unused
    LEFT JOIN incoming_ids AS ids ON ids.space = '${idSpace(kind, 'id')}' AND ids.number = unused.id
    QUALIFY row_number() OVER (PARTITION BY file ORDER BY row) <= ${examplesShown}
    ORDER BY file, row`);
  await database.run(`DELETE FROM ${table} WHERE (file, row) IN (SELECT (file, row) FROM (${unused}))`);
  if (kind === 'transactions') await noteNumberedAgain(database, files, repeated);
  return asideByFile(found, { column: 'id', reason: kind === 'cards' ? 'earlier-row' : 'duplicate-id' });
}

/** Notes the transactions that have number, card, instant and type in common with another, though they are not the same. */
async function noteNumberedAgain(
  database: Database,
  files: readonly IndexedReport[],
  repeated: readonly string[],
): Promise<void> {
  const again = await database.query<{ file: number; rows: number }>(`
    SELECT file::INTEGER AS file, count(*)::INTEGER AS rows
    FROM (
      SELECT file, row_number() OVER (PARTITION BY id, card_id, transaction_at, type ORDER BY ${inOrder}) AS occurrence
      FROM read_transactions WHERE id IS NOT NULL AND (${repeated.join(' OR ')})
    )
    WHERE occurrence > 1 GROUP BY ALL`);
  for (const { file, rows } of again) {
    const { columns, notes } = files.find(({ fileIndex }) => fileIndex === file)!.report;
    // Lines of a purchase have its number, and become one transaction.
    const areLines = columns.some(({ name }) => name === 'order_reference');
    if (!areLines) notes.push({ kind: 'number-again', rows, examples: [] });
  }
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

/** Two files of which one has at least half of its rows in the other, too, and which say different things of them. */
async function refuseSameExport(
  database: Database,
  kind: FileKind,
  files: readonly IndexedReport[],
  unused: string,
): Promise<void> {
  if (files.length < 2) return;
  const reports = new Map(files.map(({ report, fileIndex }) => [fileIndex, report]));
  const pairs = await database.query<{ first: number; second: number; rows: number }>(`
    SELECT least(used_file, file)::INTEGER AS first, greatest(used_file, file)::INTEGER AS second, count(DISTINCT id)::INTEGER AS rows
    FROM (${unused}) WHERE file <> used_file GROUP BY ALL HAVING bool_or(differs) ORDER BY rows DESC, first, second`);
  for (const { first, second, rows } of pairs) {
    const pair = [reports.get(first)!, reports.get(second)!];
    if (rows < sameExportShare * Math.min(...pair.map(({ rowsUsed }) => rowsUsed))) continue;
    throw new EngineError('kind-twice', { kind, files: pair.map(({ fileName }) => fileName), rows });
  }
}
