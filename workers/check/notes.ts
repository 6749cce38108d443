import type { FileKind } from '../../src/contract/files.ts';
import type { DataNote, NoteKind } from '../../src/contract/report.ts';
import type { Database } from '../database/database.ts';
import { examplesShown } from './run-sql.ts';

interface NoteSql {
  kind: NoteKind;
  from: string;
  /** Which of them it is about. $1: the moment of loading. */
  when: string;
  /** How many rows of the export they are. */
  rows: string;
  /** What an example shows; null where there is nothing to show. */
  example: string | null;
}

const note = (
  kind: NoteKind,
  from: string,
  when: string,
  example: string | null = null,
  rows = 'count(*)',
): NoteSql => ({
  kind,
  from,
  when,
  rows,
  example,
});

const idText = (space: string, number: string): string =>
  `coalesce((SELECT any_value(id) FROM incoming_ids WHERE space = '${space}' AND number = ${number}), ${number}::VARCHAR)`;
const dayText = (instant: string): string => `strftime(${instant}, '%Y-%m-%d')`;

const cards = 'incoming_cards AS card';
const cardText = `coalesce(card_number, ${idText('card', 'card.id')})`;
const latestOfCard = 'greatest(created_at, last_activity_at)';
const activity = 'incoming_activity';
const stores = 'incoming_store_activity AS used LEFT JOIN incoming_stores AS store ON store.id = used.store_id';

/** What is true of used rows and worth knowing, by kind of file. */
const noteSql: Record<FileKind, NoteSql[]> = {
  cards: [
    note('no-card-number', cards, 'card_number IS NULL', idText('card', 'card.id')),
    note('inactive-card', cards, 'NOT is_active', cardText),
    note('unused-card', cards, 'transactions = 0', cardText),
    note('in-the-future', cards, `${latestOfCard} > $1::TIMESTAMP`, dayText(latestOfCard)),
  ],
  orders: [note('in-the-future', 'incoming_orders', 'placed_at > $1::TIMESTAMP', dayText('placed_at'))],
  transactions: [
    note(
      'unknown-card',
      `${activity} JOIN read_card_index AS named USING (card_index)`,
      'card_index > (SELECT count(*) FROM incoming_cards)',
      idText('card', 'named.id'),
    ),
    note(
      'before-enrolment',
      `${activity} JOIN (SELECT * FROM incoming_cards WHERE first_at < created_at) AS card USING (card_index)`,
      'transaction_at < created_at',
      cardText,
    ),
    note('in-the-future', activity, 'transaction_at > $1::TIMESTAMP', dayText('transaction_at')),
    note('refund', activity, 'purchase_amount_cents < 0'),
    note('unknown-type', activity, 'type = 0'),
    note('no-store', stores, 'used.store_id IS NULL', null, 'sum(used.transactions)'),
    note(
      'unnamed-store',
      stores,
      'used.store_id IS NOT NULL AND store.name IS NULL',
      idText('store', 'used.store_id'),
      'sum(used.transactions)',
    ),
  ],
  stores: [note('store-without-name', 'incoming_stores', 'name IS NULL', idText('store', 'incoming_stores.id'))],
};

/** Transactions that name another merchant than their card, before they are given the card's; null where there are none. */
export async function otherMerchants(database: Database): Promise<DataNote | null> {
  const [merchants] = await database.query<{ several: boolean }>(
    `SELECT count(*) > 1 AS several
    FROM (SELECT merchant_id FROM read_transactions UNION SELECT merchant_id FROM read_cards)`,
  );
  // Most exports have one merchant, and need not be joined.
  if (!merchants!.several) return null;
  const from = `read_transactions AS t JOIN read_cards AS card ON card.id = t.card_id WHERE t.merchant_id <> card.merchant_id`;
  const [found] = await database.query<{ rows: number }>(`SELECT count(*)::DOUBLE AS rows FROM ${from}`);
  if (found!.rows === 0) return null;
  const examples = await database.query<{ example: string }>(
    `SELECT DISTINCT ${cardText} AS example FROM ${from} ORDER BY example LIMIT ${examplesShown}`,
  );
  return { kind: 'other-merchant', rows: found!.rows, examples: examples.map(({ example }) => example) };
}

/**
 * What is worth knowing of a kind's used rows, from the tables that are made of them.
 *
 * @param now the moment of loading, as SQL text
 */
export async function notesOf(database: Database, kind: FileKind, now: string): Promise<DataNote[]> {
  const ofKind = noteSql[kind];
  const counts = new Map<NoteKind, number>();
  for (const from of new Set(ofKind.map((one) => one.from))) {
    const together = ofKind.filter((one) => one.from === from);
    const columns = together.map(
      ({ kind: noteKind, rows, when }) => `coalesce(${rows} FILTER (${when}), 0)::DOUBLE AS "${noteKind}"`,
    );
    const [found] = await database.query<Record<string, number>>(
      `SELECT ${columns.join(', ')} FROM ${from}`,
      boundIn(columns.join(), now),
    );
    for (const { kind: noteKind } of together) counts.set(noteKind, found![noteKind]!);
  }
  const noted: DataNote[] = [];
  for (const one of ofKind) {
    const rows = counts.get(one.kind)!;
    if (rows > 0) noted.push({ kind: one.kind, rows, examples: await examplesOf(database, one, now) });
  }
  return noted;
}

async function examplesOf(database: Database, { kind, from, when, example }: NoteSql, now: string): Promise<string[]> {
  if (kind !== 'unknown-type' && example === null) return [];
  const found =
    kind === 'unknown-type'
      ? 'SELECT name AS example FROM read_other_types'
      : `SELECT DISTINCT example FROM (SELECT ${example} AS example FROM ${from} WHERE ${when} LIMIT 1000)`;
  const rows = await database.query<{ example: string }>(
    `${found} ORDER BY example LIMIT ${examplesShown}`,
    boundIn(found, now),
  );
  return rows.map((row) => row.example);
}

const boundIn = (sql: string, now: string): string[] => (sql.includes('$1') ? [now] : []);
