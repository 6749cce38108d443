import type { FileReport } from '../../src/contract/report.ts';
import { EngineError } from '../../src/contract/errors.ts';
import type { Database } from '../database/database.ts';
import { deriveActivity } from './activity.ts';
import { deriveCards, noteDerived } from './derive-cards.ts';
import { setDuplicatesAside } from '../check/duplicates.ts';
import { notesOf, otherMerchants } from '../check/notes.ts';
import { purchaseTypes } from '../recognise/transaction-types.ts';
import { typeMeant } from '../recognise/type-synonyms.ts';

/**
 * What can be done only when all files are read: rows with an id that came before are set aside, rows without a merchant get theirs, the
 * tables that answers come from are made, and what is worth knowing of used rows is noted. Adds its findings to the reports.
 *
 * @param reports in the order in which their files were loaded
 * @param isPlanned which of them have a plan: what that says of words is not questioned
 */
export async function completeTables(
  database: Database,
  reports: readonly FileReport[],
  isPlanned: readonly boolean[],
): Promise<void> {
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
  await refuseUnexplainedTypes(database, reports, isPlanned);
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

/**
 * Where nothing at all earns, and the file has words for what plainly would: revenue would be empty without a reason.
 *
 * @throws EngineError `types-unexplained`
 */
async function refuseUnexplainedTypes(
  database: Database,
  reports: readonly FileReport[],
  isPlanned: readonly boolean[],
): Promise<void> {
  const others = await database.query<{ name: string }>('SELECT name FROM read_other_types ORDER BY name');
  const words = others.map(({ name }) => name).filter((word) => isEarningWord(word));
  if (words.length === 0) return;
  const [earned] = await database.query<{ any: boolean }>('SELECT bool_or(earning) AS any FROM incoming_activity');
  const file = reports.find(
    ({ columns }, fileIndex) => !isPlanned[fileIndex] && columns.some(({ name }) => name === 'transaction_type'),
  );
  if (earned!.any || !file) return;
  const column = file.columns.find(({ name }) => name === 'transaction_type')!.found;
  throw new EngineError('types-unexplained', { file: file.fileName, column, words });
}

function isEarningWord(word: string): boolean {
  const meant = typeMeant(word);
  return purchaseTypes.some((type) => type === meant);
}
