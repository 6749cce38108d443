import type { FileKind } from '../../src/contract/files.ts';
import type { Want, WantedColumn } from '../../src/contract/matching.ts';
import type { IdSpace } from '../database/ids.ts';
import { purchaseTypes, serviceTypes, tillTypes } from './transaction-types.ts';

/** A column that is read of the files of an export. */
export interface ExportColumn {
  name: string;
  want: Want;
  /** Without a needed column a file cannot be used. */
  needed: boolean;
  /** The service's own exports have it: by such columns a file is told from files of other kinds. */
  usual: boolean;
  /** A row without a value here is used all the same. */
  nullable: boolean;
  /** In a file of transactions: not of the transaction, but of its card, on whose rows it is repeated. */
  ofCard?: true;
}

const needed = (name: string, want: Want): ExportColumn => ({ name, want, needed: true, usual: true, nullable: false });
const usual = (name: string, want: Want): ExportColumn => ({ name, want, needed: false, usual: true, nullable: true });
const optional = (name: string, want: Want): ExportColumn => ({ ...usual(name, want), usual: false });
const ofCard = (name: string, want: Want): ExportColumn => ({ ...optional(name, want), ofCard: true });

/**
 * The files of an export and the columns that are read of them, in the order in which a row is checked. What follows where one is missing,
 * or a row has no value for it, is in `load/derive-cards.ts` and `check/type-sql.ts`.
 */
export const exportColumns: Record<FileKind, readonly ExportColumn[]> = {
  cards: [
    needed('id', 'id'),
    optional('merchant_id', 'id'),
    usual('created_at', 'instant'),
    usual('last_activity_at', 'instant'),
    usual('is_active', 'boolean'),
    usual('points_balance', 'integer'),
    usual('card_number', 'text'),
    optional('customer_name', 'text'),
  ],
  transactions: [
    needed('card_id', 'id'),
    optional('merchant_id', 'id'),
    needed('transaction_at', 'instant'),
    usual('transaction_type', 'text'),
    usual('points_delta', 'integer'),
    usual('store_id', 'id'),
    optional('purchase_amount_cents', 'integer'),
    optional('id', 'id'),
    // Says which rows are lines of one purchase, in files of such.
    optional('order_reference', 'text'),
    // Of the row's amount, which it decides the use of; not a value of its own.
    optional('currency', 'text'),
    ofCard('customer_name', 'text'),
    ofCard('card_number', 'text'),
    ofCard('created_at', 'instant'),
    ofCard('last_activity_at', 'instant'),
    ofCard('is_active', 'boolean'),
    ofCard('points_balance', 'integer'),
  ],
  stores: [needed('id', 'id'), optional('merchant_id', 'id'), { ...needed('name', 'text'), nullable: true }],
  orders: [
    needed('reference', 'text'),
    needed('placed_at', 'instant'),
    needed('total_cents', 'integer'),
    optional('store_id', 'id'),
    optional('merchant_id', 'id'),
    optional('card_id', 'id'),
    optional('currency', 'text'),
  ],
};

/** Which ids are the same kind of thing, by kind and column: a card's `id` is a transaction's `card_id`. */
export function idSpace(kind: FileKind, column: string): IdSpace {
  if (column === 'merchant_id') return 'merchant';
  if (column === 'store_id' || kind === 'stores') return 'store';
  if (kind === 'transactions' && column === 'id') return 'transaction';
  return 'card';
}

/** What a file's words for types may stand for. */
const typeWords = {
  words: [...serviceTypes, ...tillTypes],
  earning: purchaseTypes.filter((type) => type !== 'visit'),
};

/** The columns as the page needs to know them. */
export const wantedColumns: Record<FileKind, WantedColumn[]> = {
  cards: exportColumns.cards.map(wantedColumn),
  transactions: exportColumns.transactions.map(wantedColumn),
  stores: exportColumns.stores.map(wantedColumn),
  orders: exportColumns.orders.map(wantedColumn),
};

function wantedColumn({ name, want, needed, usual, ofCard: isOfCard }: ExportColumn): WantedColumn {
  return {
    name,
    want,
    needed,
    usual,
    ...(isOfCard && { ofCard: isOfCard }),
    ...(name === 'transaction_type' && typeWords),
  };
}
