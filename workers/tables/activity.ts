import { EngineError } from '../../src/failure';
import type { Database } from '../database/database';
import activityTableSql from './activity-table.sql?raw';
import activitySql from './activity.sql?raw';
import cardsSql from './cards.sql?raw';
import numberCardsSql from './number-cards.sql?raw';
import numberUnknownCardsSql from './number-unknown-cards.sql?raw';

/** Transactions that one pass sorts: bounds the memory that sorting takes, which WebAssembly never gives back. */
export const mostAPass = 2_000_000;

/**
 * Makes the tables that answers come from (`activity` and `cards`, under their incoming names) of the checked cards and transactions.
 *
 * @param rowsAPass about how many transactions are sorted at a time
 * @throws EngineError `rows-lost` when a transaction did not find its place
 */
export async function deriveActivity(database: Database, rowsAPass = mostAPass): Promise<void> {
  await database.run(numberCardsSql);
  await database.run(activityTableSql);
  const transactions = await countOf(database, 'incoming_transactions');
  const cards = await countOf(database, 'incoming_card_numbers');
  const passesFor = (rows: number): number => Math.max(1, Math.ceil(rows / rowsAPass));
  let sorted = await sortActivity(database, 0, cards, passesFor(transactions));
  if (sorted < transactions) {
    const unknown = await database.run(numberUnknownCardsSql);
    sorted += await sortActivity(database, cards, unknown, passesFor(transactions - sorted));
  }
  if (sorted !== transactions)
    throw new EngineError('rows-lost', { file: 'transactions', expected: transactions, got: sorted });
  await database.run(cardsSql);
}

/** Sorts the transactions of `cards` cards with numbers above `above`; answers how many they were. */
async function sortActivity(database: Database, above: number, cards: number, passes: number): Promise<number> {
  const numbersAPass = Math.ceil(cards / passes);
  let sorted = 0;
  for (let pass = 0; pass < passes; pass++) {
    const from = above + pass * numbersAPass;
    sorted += await database.run(activitySql, [from, Math.min(from + numbersAPass, above + cards)]);
  }
  return sorted;
}

async function countOf(database: Database, table: string): Promise<number> {
  const [row] = await database.query<{ rows: number }>(`SELECT count(*)::DOUBLE AS rows FROM ${table}`);
  return row!.rows;
}
