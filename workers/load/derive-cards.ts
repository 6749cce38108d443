import type { FileReport } from '../../src/contract/report.ts';
import type { Database } from '../database/database.ts';
import { filled } from '../database/filled.ts';
import completeCardsSql from './tables/complete-cards.sql?raw';
import nameCardsSql from './tables/name-cards.sql?raw';
import deriveCardsSql from './tables/derive-cards.sql?raw';

/** What a file of cards may leave out that has a value all the same. */
const following = ['created_at', 'last_activity_at', 'is_active', 'card_number'];

/** No file: a list of them has to have something. */
const noFile = -1;

/**
 * Has the cards follow from the transactions, as far as no file has them: all of them, or what their files leave out.
 *
 * @param reports by the index of their file in the load
 */
export async function deriveCards(database: Database, reports: readonly FileReport[]): Promise<void> {
  if (reports.every(({ kind }) => kind !== 'cards')) {
    await database.run(deriveCardsSql);
    return;
  }
  if (
    reports.some(({ kind, columns }) => kind === 'transactions' && columns.some(({ name }) => name === 'customer_name'))
  )
    await database.run(nameCardsSql);
  const filesWithout = (column: string): number[] =>
    reports.flatMap(({ kind, absent }, fileIndex) => (kind === 'cards' && absent.includes(column) ? [fileIndex] : []));
  if (following.every((column) => filesWithout(column).length === 0)) return;
  const listed = following.map((column) => [column, [noFile, ...filesWithout(column)].join(', ')]);
  await database.run(filled(completeCardsSql, Object.fromEntries(listed)));
}

/** Says of what files leave out that it was taken from the rest, before all else that is worth knowing. */
export async function noteDerived(database: Database, reports: readonly FileReport[]): Promise<void> {
  for (const { kind, absent, notes, rowsUsed: rows } of reports) {
    if (kind === 'cards' && absent.includes('created_at'))
      notes.unshift({ kind: 'derived-enrolment', rows, examples: [] });
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
