import type { FileKind } from '../../src/contract/files.ts';
import type { Want, WantedColumn } from '../../src/contract/matching.ts';
import type { IdSpace } from '../database/ids.ts';
import { transactionTypes } from './transaction-types.ts';

/** A column that is read of the files of an export. */
export interface ExportColumn {
  name: string;
  want: Want;
  /** Without a needed column a file cannot be used. */
  needed: boolean;
  /** A row without a value here is used all the same. */
  nullable: boolean;
}

const needed = (name: string, want: Want): ExportColumn => ({ name, want, needed: true, nullable: false });
const nullable = (name: string, want: Want): ExportColumn => ({ name, want, needed: true, nullable: true });
const optional = (name: string, want: Want): ExportColumn => ({ name, want, needed: false, nullable: true });
/** May be missing as a whole; where it is there, every row needs it. */
const allOrNone = (name: string, want: Want): ExportColumn => ({ name, want, needed: false, nullable: false });

/**
 * The files of an export and the columns that are read of them, in the order in which a row is checked.
 * `customer_name` may be missing as a whole: a client may leave names out of an export.
 */
export const exportColumns: Record<FileKind, readonly ExportColumn[]> = {
  cards: [
    needed('id', 'id'),
    allOrNone('merchant_id', 'id'),
    needed('created_at', 'instant'),
    nullable('last_activity_at', 'instant'),
    needed('is_active', 'boolean'),
    needed('points_balance', 'integer'),
    nullable('card_number', 'text'),
    optional('customer_name', 'text'),
  ],
  transactions: [
    needed('card_id', 'id'),
    allOrNone('merchant_id', 'id'),
    needed('transaction_at', 'instant'),
    needed('transaction_type', 'text'),
    needed('points_delta', 'integer'),
    nullable('store_id', 'id'),
    optional('purchase_amount_cents', 'integer'),
    optional('id', 'id'),
    // Of the row's amount, which it decides the use of; not a value of its own.
    optional('currency', 'text'),
  ],
  stores: [needed('id', 'id'), allOrNone('merchant_id', 'id'), nullable('name', 'text')],
};

/** Which ids are the same kind of thing, by kind and column: a card's `id` is a transaction's `card_id`. */
export function idSpace(kind: FileKind, column: string): IdSpace {
  if (column === 'merchant_id') return 'merchant';
  if (column === 'store_id' || kind === 'stores') return 'store';
  if (kind === 'transactions' && column === 'id') return 'transaction';
  return 'card';
}

/** The columns as the page needs to know them. */
export const wantedColumns: Record<FileKind, WantedColumn[]> = {
  cards: exportColumns.cards.map(wantedColumn),
  transactions: exportColumns.transactions.map(wantedColumn),
  stores: exportColumns.stores.map(wantedColumn),
};

function wantedColumn({ name, want, needed }: ExportColumn): WantedColumn {
  return { name, want, needed, ...(name === 'transaction_type' && { words: transactionTypes }) };
}
