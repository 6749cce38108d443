import type { FileReport } from '../../src/contract/report.ts';
import { EngineError } from '../../src/contract/errors.ts';
import type { Database } from '../database/database.ts';
import { deriveActivity } from './activity.ts';
import { deriveCards, noteDerived } from './derive-cards.ts';
import { setDuplicatesAside } from '../check/duplicates.ts';
import { notesOf, otherMerchants } from '../check/notes.ts';

/**
 * What can be done only when all files are read: rows with an id that came before are set aside, rows without a merchant get theirs, the
 * tables that answers come from are made, and what is worth knowing of used rows is noted. Adds its findings to the reports.
 *
 * @param reports in the order in which their files were loaded
 */
export async function completeTables(database: Database, reports: readonly FileReport[]): Promise<void> {
  const indexed = reports.map((report, fileIndex) => ({ report, fileIndex }));
  const kinds = [...new Set(reports.map(({ kind }) => kind))];
  for (const kind of kinds) {
    const files = indexed.filter(({ report }) => report.kind === kind);
    for (const [fileIndex, duplicates] of await setDuplicatesAside(database, kind, files)) {
      const report = reports[fileIndex]!;
      report.rowsUsed -= duplicates.rows;
      report.setAside.push(duplicates);
    }
  }
  await fillMerchants(database, reports);
  await deriveCards(database, reports);
  const ofOtherMerchants = await otherMerchants(database);
  await deriveActivity(database);
  const now = new Date().toISOString().replace('T', ' ').replace('Z', '');
  for (const kind of kinds)
    reports.find((report) => report.kind === kind)!.notes.push(...(await notesOf(database, kind, now)));
  await noteDerived(database, reports);
  if (ofOtherMerchants) reports.find(({ kind }) => kind === 'transactions')!.notes.unshift(ofOtherMerchants);
}

/** Where only one kind of file names merchants, the rows of the other belong to the only one there is. */
async function fillMerchants(database: Database, reports: readonly FileReport[]): Promise<void> {
  const withMerchants = reports.filter(({ kind }) => kind !== 'stores');
  const without = withMerchants.filter(({ absent }) => absent.includes('merchant_id'));
  if (without.length === 0 || without.length === withMerchants.length) return;
  const [merchants] = await database.query<{ count: number; only: string | null }>(`
    SELECT count(*)::INTEGER AS count, min(merchant_id)::VARCHAR AS only
    FROM (SELECT merchant_id FROM read_cards UNION SELECT merchant_id FROM read_transactions)
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
  for (const { kind } of without) {
    await database.run(`UPDATE read_${kind} SET merchant_id = ${only} WHERE merchant_id IS NULL`);
  }
}
