import type { FileReport, SetAside } from '../../src/contract/report.ts';
import { EngineError } from '../../src/contract/errors.ts';
import type { Database } from '../database/database.ts';
import { deriveActivity } from './activity.ts';
import { deriveCards, noteDerived } from './derive-cards.ts';
import { joinLines } from './join-lines.ts';
import { setDuplicatesAside } from '../check/duplicates.ts';
import { setOverlapsAside } from '../check/overlaps.ts';
import { notesOf, otherMerchants } from '../check/notes.ts';
import { purchaseTypes } from '../recognise/transaction-types.ts';
import { typeMeant } from '../recognise/type-synonyms.ts';

/** What is known of a file beside its report. */
export interface FileReading {
  /** It has a plan: what that says of words is not questioned. */
  isPlanned: boolean;
  /** Its rows are lines of purchases. */
  areLines: boolean;
}

/**
 * What can be done only when all files are read: rows with an id that came before are set aside, rows without a merchant get theirs, the
 * tables that answers come from are made, and what is worth knowing of used rows is noted. Adds its findings to the reports.
 *
 * @param reports in the order in which their files were loaded
 * @param files in the same order
 * @param isLocal whether days are those of `read_local_days`
 * @param now the moment of loading, as SQL text
 * @param asks whether somebody is there to be asked how ids meet that hardly do
 */
export async function completeTables(
  database: Database,
  reports: readonly FileReport[],
  files: readonly FileReading[],
  isLocal: boolean,
  asks: boolean,
  now: string,
): Promise<void> {
  const indexed = reports.map((report, fileIndex) => ({ report, fileIndex }));
  const kinds = [...new Set(reports.map(({ kind }) => kind))];
  for (const kind of kinds) {
    const ofKind = indexed.filter(({ report }) => report.kind === kind);
    addAside(reports, await setDuplicatesAside(database, kind, ofKind));
  }
  const ofTransactions = indexed.filter(({ report }) => report.kind === 'transactions');
  addAside(reports, await setOverlapsAside(database, ofTransactions));
  await fillMerchants(database, reports);
  await joinLines(
    database,
    reports,
    files.map(({ areLines }) => areLines),
    isLocal,
  );
  const enrolments = await deriveCards(database, reports);
  const ofOtherMerchants = await otherMerchants(database);
  await deriveActivity(database);
  await refuseUnexplainedTypes(database, reports, files);
  if (asks) await refuseUnmetIds(database, reports);
  for (const kind of kinds)
    reports.find((report) => report.kind === kind)!.notes.push(...(await notesOf(database, kind, now)));
  await noteDerived(database, reports, enrolments);
  if (ofOtherMerchants) reports.find(({ kind }) => kind === 'transactions')!.notes.unshift(ofOtherMerchants);
}

function addAside(reports: readonly FileReport[], setAside: ReadonlyMap<number, SetAside>): void {
  for (const [fileIndex, aside] of setAside) {
    const report = reports[fileIndex]!;
    report.rowsUsed -= aside.rows;
    report.setAside.push(aside);
  }
}

/**
 * Rows without a merchant belong to the only one there is; where there are several, a card to that of its transactions.
 *
 * @throws EngineError `column-missing` for a file of cards without merchants, where the transactions do not say whose one is
 */
async function fillMerchants(database: Database, reports: readonly FileReport[]): Promise<void> {
  const withMerchants = reports.filter(({ kind }) => kind === 'cards' || kind === 'transactions');
  const isAbsent = ({ absent }: FileReport): boolean => absent.includes('merchant_id');
  if (withMerchants.every(isAbsent)) return;
  const [without] = await database.query<{ any: boolean }>(`
    SELECT EXISTS (FROM read_cards WHERE merchant_id IS NULL) OR EXISTS (FROM read_transactions WHERE merchant_id IS NULL) AS any`);
  if (!without!.any) return;
  const [merchants] = await database.query<{ count: number; only: string | null }>(`
    SELECT count(*)::INTEGER AS count, min(merchant_id)::VARCHAR AS only
    FROM (SELECT merchant_id FROM read_cards UNION SELECT merchant_id FROM read_transactions)
    WHERE merchant_id IS NOT NULL`);
  const { count, only } = merchants!;
  if (count === 1) {
    for (const kind of ['cards', 'transactions'])
      await database.run(`UPDATE read_${kind} SET merchant_id = ${only} WHERE merchant_id IS NULL`);
    return;
  }
  await database.run(`
    UPDATE read_cards SET merchant_id = seen.merchant_id
    FROM (
      SELECT card_id, min(merchant_id) AS merchant_id FROM read_transactions GROUP BY card_id HAVING count(DISTINCT merchant_id) = 1
    ) AS seen
    WHERE read_cards.merchant_id IS NULL AND seen.card_id = read_cards.id`);
  const cards = reports.find(({ kind }) => kind === 'cards');
  if (!cards || !isAbsent(cards)) return;
  const [left] = await database.query<{ any: boolean }>(
    'SELECT EXISTS (FROM read_cards WHERE merchant_id IS NULL) AS any',
  );
  if (!left!.any) return;
  throw new EngineError('column-missing', {
    file: cards.fileName,
    kind: 'cards',
    missing: ['merchant_id'],
    columns: [...cards.columns.map(({ found }) => found), ...cards.ignored],
  });
}

/**
 * Where nothing at all earns, and the file has words for what plainly would: revenue would be empty without a reason.
 *
 * @throws EngineError `types-unexplained`
 */
async function refuseUnexplainedTypes(
  database: Database,
  reports: readonly FileReport[],
  files: readonly FileReading[],
): Promise<void> {
  const others = await database.query<{ name: string }>('SELECT name FROM read_other_types ORDER BY name');
  const words = others.map(({ name }) => name).filter((word) => isEarningWord(word));
  if (words.length === 0) return;
  const [earned] = await database.query<{ any: boolean }>('SELECT bool_or(earning) AS any FROM incoming_activity');
  const file = reports.find(
    ({ columns }, fileIndex) => !files[fileIndex]!.isPlanned && columns.some(({ name }) => name === 'transaction_type'),
  );
  if (earned!.any || !file) return;
  const column = file.columns.find(({ name }) => name === 'transaction_type')!.found;
  throw new EngineError('types-unexplained', { file: file.fileName, column, words });
}

/** Below this share of transactions that find their card, something is most likely wrong with one of the two. */
const fewFound = 0.5;

/** @throws EngineError `ids-unmet` */
async function refuseUnmetIds(database: Database, reports: readonly FileReport[]): Promise<void> {
  const cards = reports.find(({ kind }) => kind === 'cards');
  if (!cards) return;
  const [share] = await database.query<{ transactions: number; found: number }>(`
    SELECT count(*)::DOUBLE AS transactions,
      count(*) FILTER (card_index <= (SELECT count(*) FROM incoming_cards))::DOUBLE AS found
    FROM incoming_activity`);
  const { transactions, found } = share!;
  if (found < fewFound * transactions)
    throw new EngineError('ids-unmet', { file: cards.fileName, transactions, found });
}

function isEarningWord(word: string): boolean {
  const meant = typeMeant(word);
  return purchaseTypes.some((type) => type === meant);
}
