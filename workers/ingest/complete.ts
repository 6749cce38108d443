import type { DataNote, FileKind, FileReport, NoteKind } from '../../src/contract';
import { EngineError } from '../../src/failure';
import type { Database } from '../database/database';
import { examplesShown } from './batch-sql';

/**
 * What can be said only when all files are read: rows with an id that came before, the merchant of rows without one, and the
 * notes on used rows. Adds its findings to the reports.
 */
export async function completeTables(database: Database, reports: readonly FileReport[]): Promise<void> {
  for (const report of reports) {
    if (report.kind !== 'transactions') await setDuplicatesAside(database, report);
  }
  await fillMerchants(database, reports);
  for (const report of reports) report.notes = await notesOf(database, report.kind);
}

/** Of several rows with one id the first in the file is used. */
async function setDuplicatesAside(database: Database, report: FileReport): Promise<void> {
  const table = `incoming_${report.kind}`;
  const later = `SELECT row, id FROM ${table} QUALIFY row_number() OVER (PARTITION BY id ORDER BY row) > 1`;
  const duplicates = await database.query<{ row: number; value: string; rows: number }>(`
    SELECT row::DOUBLE AS row, coalesce(ids.id, later.id::VARCHAR) AS value, (count(*) OVER ())::INTEGER AS rows
    FROM (${later}) AS later
    LEFT JOIN incoming_ids AS ids ON ids.number = later.id
    ORDER BY row
    LIMIT ${examplesShown}`);
  if (duplicates.length === 0) return;
  await database.run(`DELETE FROM ${table} WHERE row IN (SELECT row FROM (${later}))`);
  const { rows } = duplicates[0]!;
  report.rowsUsed -= rows;
  report.setAside.push({
    column: 'id',
    reason: 'duplicate-id',
    rows,
    examples: duplicates.map(({ row, value }) => ({ row, value })),
  });
}

/** Rows without a merchant belong to the only one there is. */
async function fillMerchants(database: Database, reports: readonly FileReport[]): Promise<void> {
  const [merchants] = await database.query<{ count: number; only: string | null }>(`
    SELECT count(*)::INTEGER AS count, min(merchant_id)::VARCHAR AS only
    FROM (SELECT merchant_id FROM incoming_cards UNION SELECT merchant_id FROM incoming_transactions)
    WHERE merchant_id IS NOT NULL`);
  const { count, only } = merchants!;
  const cards = reports.find(({ kind }) => kind === 'cards')!;
  if (count > 1 && cards.absent.includes('merchant_id')) {
    throw new EngineError('column-missing', {
      file: cards.fileName,
      kind: 'cards',
      missing: ['merchant_id'],
      columns: [...cards.columns.map(({ found }) => found), ...cards.ignored],
    });
  }
  if (count !== 1) return;
  for (const { kind, absent } of reports) {
    if (kind === 'stores' || !absent.includes('merchant_id')) continue;
    await database.run(`UPDATE incoming_${kind} SET merchant_id = ${only} WHERE merchant_id IS NULL`);
  }
}

const noteSql: Record<FileKind, string> = {
  cards: `
    SELECT count(*) FILTER (card_number IS NULL)::INTEGER AS "no-card-number", count(*) FILTER (NOT is_active)::INTEGER AS "inactive-card"
    FROM incoming_cards`,
  transactions: `
    SELECT count(*) FILTER (card.id IS NULL)::INTEGER AS "unknown-card",
      count(*) FILTER (transaction_at < card.created_at)::INTEGER AS "before-enrolment",
      count(*) FILTER (type = 0)::INTEGER AS "unknown-type"
    FROM incoming_transactions
    LEFT JOIN incoming_cards AS card ON card.id = card_id`,
  stores: `SELECT count(*) FILTER (name IS NULL)::INTEGER AS "store-without-name" FROM incoming_stores`,
};

async function notesOf(database: Database, kind: FileKind): Promise<DataNote[]> {
  const [counts] = await database.query<Record<NoteKind, number>>(noteSql[kind]);
  return (Object.entries(counts!) as [NoteKind, number][])
    .filter(([, rows]) => rows > 0)
    .map(([kind, rows]) => ({ kind, rows }));
}
