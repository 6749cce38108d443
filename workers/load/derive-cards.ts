import type { FileReport } from '../../src/contract/report.ts';
import type { Database } from '../database/database.ts';
import { filled } from '../database/filled.ts';
import { fileList } from './file-list.ts';
import completeCardsSql from './tables/complete-cards.sql?raw';
import nameCardsSql from './tables/name-cards.sql?raw';
import deriveCardsSql from './tables/derive-cards.sql?raw';

/** What a file of cards as a whole may leave out, and what follows then. */
const following = ['last_activity_at', 'card_number'];

/** What rows of a file of cards leave out. */
interface LeftOut extends Record<string, unknown> {
  file: number;
  enrolments: number;
  /** Whether the file says that some cards are open, and of none that it is closed. */
  says_yes_alone: boolean;
  actives: number;
}

/**
 * Has the cards follow from the transactions, as far as no file has them: all of them, or what their files leave out.
 *
 * @param reports by the index of their file in the load
 * @returns how many cards of a file were enrolled by their first transaction, by the index of the file
 */
export async function deriveCards(
  database: Database,
  reports: readonly FileReport[],
): Promise<ReadonlyMap<number, number>> {
  if (reports.every(({ kind }) => kind !== 'cards')) {
    await database.run(deriveCardsSql);
    return new Map();
  }
  if (
    reports.some(({ kind, columns }) => kind === 'transactions' && columns.some(({ name }) => name === 'customer_name'))
  )
    await database.run(nameCardsSql);
  const filesWithout = (column: string): number[] =>
    reports.flatMap(({ kind, absent }, fileIndex) => (kind === 'cards' && absent.includes(column) ? [fileIndex] : []));
  const leftOut = await database.query<LeftOut>(`
    SELECT file, count(*) FILTER (created_at IS NULL)::DOUBLE AS enrolments, count(*) FILTER (is_active IS NULL)::DOUBLE AS actives,
      coalesce(bool_and(is_active), false) AS says_yes_alone
    FROM read_cards GROUP BY file`);
  const isUnread = (file: number): boolean => reports[file]!.notes.some(({ column }) => column === 'is_active');
  const blankIsNo = leftOut.filter(({ file, says_yes_alone: isYesAlone }) => isYesAlone && !isUnread(file));
  const listed: Record<string, number[]> = {
    ...Object.fromEntries(following.map((column) => [column, filesWithout(column)])),
    blank_is_no: blankIsNo.map(({ file }) => file),
  };
  const isComplete = leftOut.every(({ enrolments, actives }) => enrolments === 0 && actives === 0);
  if (!isComplete || following.some((column) => listed[column]!.length > 0)) {
    const names = Object.entries(listed).map(([name, of]) => [name, fileList(of)]);
    await database.run(filled(completeCardsSql, Object.fromEntries(names)));
  }
  return new Map(leftOut.map(({ file, enrolments }) => [file, enrolments]));
}

/**
 * Says of what files leave out that it was taken from the rest, before all else that is worth knowing.
 *
 * @param enrolments what `deriveCards` answered
 */
export async function noteDerived(
  database: Database,
  reports: readonly FileReport[],
  enrolments: ReadonlyMap<number, number>,
): Promise<void> {
  for (const [fileIndex, { kind, absent, notes, rowsUsed: rows }] of reports.entries()) {
    const enrolled = enrolments.get(fileIndex) ?? 0;
    if (enrolled > 0) notes.unshift({ kind: 'derived-enrolment', rows: enrolled, examples: [] });
    if (kind === 'transactions' && absent.includes('transaction_type'))
      notes.unshift({ kind: 'derived-type', rows, examples: [] });
  }
  if (reports.some(({ kind }) => kind === 'cards')) return;
  const [cards] = await database.query<{ rows: number }>('SELECT count(*)::DOUBLE AS rows FROM incoming_cards');
  const first = reports.find(({ kind }) => kind === 'transactions');
  const isSaid = first?.columns.some(({ name }) => name === 'created_at');
  const kind = isSaid ? 'repeated-card' : 'derived-card';
  if (cards!.rows > 0) first?.notes.unshift({ kind, rows: cards!.rows, examples: [] });
}
