import type { FileReport } from '../../src/contract/report.ts';
import type { Database } from '../database/database.ts';
import { filled } from '../database/filled.ts';
import completeCardsSql from './tables/complete-cards.sql?raw';
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
  const filesWithout = (column: string): number[] =>
    reports.flatMap(({ kind, absent }, fileIndex) => (kind === 'cards' && absent.includes(column) ? [fileIndex] : []));
  if (following.every((column) => filesWithout(column).length === 0)) return;
  const listed = ['created_at', 'last_activity_at', 'card_number'].map((column) => [
    column,
    [noFile, ...filesWithout(column)].join(', '),
  ]);
  await database.run(filled(completeCardsSql, Object.fromEntries(listed)));
}
