import type { Calendar } from '../../src/contract/calendar.ts';
import type { SaveProgress } from '../../src/contract/progress.ts';
import { DAY } from '../../src/domain/units.ts';
import type { Database } from '../database/database.ts';
import { filled } from '../database/filled.ts';
import type { IdSpace } from '../database/ids.ts';
import { cardNames } from '../database/pseudonyms.ts';
import { rowsAGroup, type Encoder } from '../encode/encoder.ts';
import type { LoadedExport } from '../load/summary.ts';
import { codeOfType, transactionTypes } from '../recognise/transaction-types.ts';
import { calendarArrow } from './calendar-arrow.ts';
import cardOrderSql from './card-order.sql?raw';
import cardsSql from './cards.sql?raw';
import storesSql from './stores.sql?raw';
import transactionsSql from './transactions.sql?raw';

/** Rows that are asked for at a time: some thirty megabytes of Arrow. */
const rowsAtATime = 4 * rowsAGroup;

export interface SaveContext {
  database: Database;
  loaded: LoadedExport;
  calendar: Calendar;
  /** The key of pseudonyms that cards are called by; undefined for their own numbers and names. */
  pseudonyms: string | undefined;
  encoder: Encoder;
  onProgress: (progress: SaveProgress) => void;
  /** Runs a step when no question is being answered; throws once the tables are no longer those of `loaded`. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

/**
 * The checked tables that the definitions of the answers read (`answers/tables.sql`), each as a Parquet file of one zip archive: a few
 * hundred thousand rows at a time, between the answers to questions.
 *
 * @throws EngineError what `inTurn` throws; `out-of-memory`
 */
export async function saveTables({
  database,
  loaded,
  calendar,
  pseudonyms,
  encoder,
  onProgress,
  inTurn,
}: SaveContext): Promise<Blob> {
  const { cards, transactions } = await inTurn(() => rowsOf(database));
  const rows = cards + transactions;
  let saved = 0;
  const save = async (name: string, sqlOf: (from: number, to: number) => string, count: number): Promise<void> => {
    await encoder.begin(`${name}.parquet`);
    // A file without rows has its columns all the same.
    for (let from = 1; from === 1 || from <= count; from += rowsAtATime) {
      const to = from + rowsAtATime;
      await encoder.add(await inTurn(() => database.queryArrow(sqlOf(from, to))));
      if (count > 0) saved += Math.min(to, count + 1) - from;
      onProgress({ rows: Math.min(saved, rows), of: rows });
    }
    await encoder.end();
  };

  const names = cardNames(pseudonyms, 'card_ids');
  const ids = idColumns(loaded.namedSpaces);
  // Ids are often the numbers of cards. Their places keep the order of the cards, which breaks ties.
  if (pseudonyms !== undefined) ids['card id'] = 'card_order.row_number';
  const between = (sql: string, from: number, to: number): string =>
    filled(sql, { from: String(from), to: String(to) });
  const ofCards = filled(cardsSql, {
    ...pick(ids, ['card id', 'merchant id']),
    'card number': names.number,
    'customer name': names.name,
  });
  const ofTransactions = filled(transactionsSql, {
    ...ids,
    types: typeNames,
    // Of all transactions: only where their cards are called by it.
    'card order': pseudonyms === undefined ? '' : 'JOIN staging.card_order AS card_order USING (card_index)',
  });
  await inTurn(() => database.run(cardOrderSql));
  try {
    await save('cards', (from, to) => between(ofCards, from, to), cards);
    await save('transactions', (from, to) => between(ofTransactions, from, to), transactions);
  } finally {
    await database.run('DROP TABLE IF EXISTS staging.card_order');
  }
  await save('stores', () => filled(storesSql, pick(ids, ['store id'])), 0);
  for (const [name, ipc] of Object.entries(periodsOf(loaded, calendar))) {
    await encoder.begin(`${name}.parquet`);
    await encoder.add(ipc);
    await encoder.end();
  }
  return encoder.finish();
}

async function rowsOf(database: Database): Promise<{ cards: number; transactions: number }> {
  const [rows] = await database.query<{ cards: number; transactions: number }>(`
    SELECT (SELECT count(*) FROM cards)::DOUBLE AS cards, (SELECT count(*) FROM activity)::DOUBLE AS transactions`);
  return rows!;
}

/** Ids as the export has them: as text in spaces that have others than numbers within 64 bits. */
function idColumns(named: ReadonlySet<IdSpace>): Record<'card id' | 'merchant id' | 'store id', string> {
  const id = (space: IdSpace, number: string): string =>
    named.has(space) ? `coalesce(${space}_ids.id, ${number}::VARCHAR)` : number;
  return {
    'card id': id('card', 'cards.id'),
    'merchant id': id('merchant', 'merchant_id'),
    'store id': id('store', 'store_id'),
  };
}

function pick<K extends string>(parts: Readonly<Record<K, string>>, names: readonly K[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, parts[name]]));
}

const typeNames = transactionTypes.map((type) => `WHEN ${codeOfType(type)} THEN '${type}'`).join(' ');

/** The calendar over all of the export, and a year beyond: for other report dates. */
function periodsOf({ summary }: LoadedExport, calendar: Calendar): { months: Uint8Array; days: Uint8Array } {
  const from = Date.parse(summary.earliest ?? '1970-01-01T00:00:00Z');
  const to = Date.parse(summary.latest ?? '1970-01-01T00:00:00Z') + 366 * DAY;
  return calendarArrow(calendar, from, to);
}
