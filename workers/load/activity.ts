import { EngineError } from '../../src/contract/errors.ts';
import { catalogueOf } from '../database/catalogues.ts';
import { filled } from '../database/filled.ts';
import type { Database } from '../database/database.ts';
import {
  codesOf,
  earningTypes,
  purchaseTypes,
  transactionTypes,
  typesWithoutVisit,
} from '../recognise/transaction-types.ts';
import activityTableSql from './tables/activity-table.sql?raw';
import activitySql from './tables/activity.sql?raw';
import cardsSql from './tables/cards.sql?raw';
import indexCardsSql from './tables/index-cards.sql?raw';
import indexUnknownCardsSql from './tables/index-unknown-cards.sql?raw';

/** Transactions that one pass sorts: bounds the memory that sorting takes, which WebAssembly never gives back. */
const mostAPass = 2_000_000;

/**
 * Makes the tables that answers come from (`incoming_activity`, `incoming_cards` and more) of the checked rows that were read.
 *
 * @param rowsAPass about how many transactions are sorted at a time
 * @throws EngineError `rows-lost` when a transaction did not find its place
 */
export async function deriveActivity(database: Database, rowsAPass = mostAPass): Promise<void> {
  await database.run(indexCardsSql);
  const facts = await factsOf(database);
  const { transactions } = facts;
  const catalogue = catalogueOf(transactions);
  await database.run(filled(activityTableSql, { catalogue, 'points type': await pointsType(database) }));
  const sortSql = await sortingSql(database, facts);
  const cards = await countOf(database, 'read_card_index');
  const passesFor = (rows: number): number => Math.max(1, Math.ceil(rows / rowsAPass));
  let sorted = await sortActivity(database, sortSql, 0, cards, passesFor(transactions));
  if (sorted < transactions) {
    const unknown = await database.run(indexUnknownCardsSql);
    sorted += await sortActivity(database, sortSql, cards, unknown, passesFor(transactions - sorted));
  }
  if (sorted !== transactions)
    throw new EngineError('rows-lost', { file: 'transactions', expected: transactions, got: sorted });
  await database.run(filled(cardsSql, { catalogue }));
}

/** Sorts the transactions of `cards` cards with indexes above `above`; answers how many they were. */
async function sortActivity(
  database: Database,
  sortSql: string,
  above: number,
  cards: number,
  passes: number,
): Promise<number> {
  const cardsAPass = Math.ceil(cards / passes);
  let sorted = 0;
  for (let pass = 0; pass < passes; pass++) {
    const from = above + pass * cardsAPass;
    sorted += await database.run(sortSql, [from, Math.min(from + cardsAPass, above + cards)]);
  }
  return sorted;
}

/** How many of the transactions that were read have an id, points, and a type that the service does not have. */
interface Facts extends Record<string, unknown> {
  transactions: number;
  ids: number;
  points: number;
  own: number;
}

/** The statement that sorts, for transactions as they are. */
async function sortingSql(database: Database, facts: Facts): Promise<string> {
  return filled(activitySql, {
    ...(await tiesSql(database, facts)),
    ...(await earningSql(database, facts)),
    'visit types': `0, ${codesOf(transactionTypes.filter((type) => !typesWithoutVisit.includes(type)))}`,
  });
}

async function factsOf(database: Database): Promise<Facts> {
  const own = purchaseTypes.filter((type) => !earningTypes.includes(type));
  const [facts] = await database.query<Facts>(`
    SELECT count(*)::DOUBLE AS transactions, count(id)::DOUBLE AS ids, count(points_delta)::DOUBLE AS points,
      count(*) FILTER (type IN (${codesOf(own)}))::DOUBLE AS own
    FROM read_transactions`);
  return facts!;
}

/**
 * What is first of two transactions of a card at one instant: the smaller id, where ids are whole numbers; then, and among all others, the
 * one that came first. A short key where that says the same spares a tenth of the sort.
 */
async function tiesSql(database: Database, { ids, transactions }: Facts): Promise<{ tie: string; ids: string }> {
  if (ids === 0) return { tie: 't.rowid', ids: '' };
  const [given] = await database.query<{ any: boolean }>(
    `SELECT count(*) > 0 AS any FROM incoming_ids WHERE space = 'transaction'`,
  );
  if (ids === transactions && !given!.any) return { tie: 't.id', ids: '' };
  return {
    tie: 'CASE WHEN ids.id IS NULL THEN t.id ELSE ids.whole END NULLS LAST, t.rowid',
    ids: `LEFT JOIN incoming_ids AS ids ON ids.space = 'transaction' AND ids.number = t.id`,
  };
}

/** What revenue counts, and whether it takes the row's file to say so. The short form says the same where every row has points and a type of the service. */
async function earningSql(
  database: Database,
  { transactions, points, own }: Facts,
): Promise<{ earning: string; file: string }> {
  if (points === transactions && own === 0)
    return { earning: `type IN (${codesOf(earningTypes)}) AND points_delta > 0`, file: '' };
  const [withAmounts] = await database.query<{ files: string | null }>(`
    SELECT string_agg(DISTINCT file, ', ') AS files FROM read_transactions WHERE purchase_amount_cents IS NOT NULL`);
  const { files } = withAmounts!;
  const earning = `CASE
    WHEN type NOT IN (${codesOf(purchaseTypes)}) THEN false
    WHEN type IN (${codesOf(earningTypes)}) AND points_delta IS NOT NULL THEN points_delta > 0
    WHEN purchase_amount_cents IS NOT NULL THEN purchase_amount_cents > 0
    WHEN points_delta IS NOT NULL THEN points_delta > 0
    ELSE ${files === null ? 'true' : `file NOT IN (${files})`}
  END`;
  return { earning, file: ', file' };
}

/** That of the points that were read: whole numbers, or with decimals where a file has fractions of them. */
async function pointsType(database: Database): Promise<string> {
  const [column] = await database.query<{ type: string }>(
    `SELECT data_type AS type FROM duckdb_columns() WHERE table_name = 'read_transactions' AND column_name = 'points_delta'`,
  );
  return column!.type;
}

async function countOf(database: Database, table: string): Promise<number> {
  const [row] = await database.query<{ rows: number }>(`SELECT count(*)::DOUBLE AS rows FROM ${table}`);
  return row!.rows;
}
