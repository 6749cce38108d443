import type { Database } from '../../../workers/database/database.ts';
import { transactionTypes } from '../../../workers/recognise/transaction-types.ts';
import type { Kind } from './bases.ts';
import type { Row } from './told.ts';

/** What an engine holds of an export, read past it. */
export interface Loaded {
  rows: Record<Kind, Row[]>;
  /** Rows of transactions that name no card. */
  orders: number;
}

const instant = (column: string): string => `strftime(${column}, '%Y-%m-%dT%H:%M:%SZ')`;
const number = (column: string): string => `${column}::DOUBLE`;

const cardsSql = `
  SELECT coalesce(ids.id, cards.id::VARCHAR) AS id, coalesce(merchants.id, merchant_id::VARCHAR) AS merchant_id, card_number, customer_name,
    ${instant('created_at')} AS created_at, ${instant('last_activity_at')} AS last_activity_at,
    is_active::VARCHAR AS is_active, ${number('points_balance')} AS points_balance
  FROM cards
  LEFT JOIN ids ON ids.space = 'card' AND ids.number = cards.id
  LEFT JOIN ids AS merchants ON merchants.space = 'merchant' AND merchants.number = merchant_id`;

const transactionsSql = `
  SELECT coalesce(ids.id, cards.id::VARCHAR) AS card_id, coalesce(stores.id, store_id::VARCHAR) AS store_id, type::INTEGER AS type,
    ${number('points_delta')} AS points_delta, ${instant('transaction_at')} AS transaction_at,
    ${number('purchase_amount_cents')} AS purchase_amount_cents
  FROM activity
  JOIN (SELECT card_index, id FROM cards UNION ALL SELECT card_index, id FROM unknown_cards) AS cards USING (card_index)
  LEFT JOIN ids ON ids.space = 'card' AND ids.number = cards.id
  LEFT JOIN ids AS stores ON stores.space = 'store' AND stores.number = store_id`;

export async function loadedIn(database: Database): Promise<Loaded> {
  const cards = await database.query(cardsSql);
  const transactions = await database.query<Record<string, unknown> & { type: number }>(transactionsSql);
  const [orders] = await database.query<{ rows: number }>('SELECT count(*)::INTEGER AS rows FROM orders');
  return {
    rows: {
      cards: cards.map(asText),
      transactions: transactions.map(({ type, ...row }) => ({
        ...asText(row),
        transaction_type: transactionTypes[type - 1] ?? 'other',
      })),
    },
    orders: orders!.rows,
  };
}

function asText(row: Record<string, unknown>): Row {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, value === null ? null : String(value as string | number)]),
  );
}
