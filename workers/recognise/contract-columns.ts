import type { FileKind } from '../../src/contract/files.ts';
import type { WantedColumn } from '../../src/contract/matching.ts';
import type { IdSpace } from '../database/ids.ts';

/** What a column of the export holds. */
export type Want = 'id' | 'text' | 'integer' | 'instant' | 'boolean';

export interface ContractColumn {
  name: string;
  want: Want;
  /** Without a needed column a file cannot be used. */
  needed: boolean;
  /** A row without a value here is used all the same. */
  nullable: boolean;
}

const needed = (name: string, want: Want): ContractColumn => ({ name, want, needed: true, nullable: false });
const nullable = (name: string, want: Want): ContractColumn => ({ name, want, needed: true, nullable: true });
const optional = (name: string, want: Want): ContractColumn => ({ name, want, needed: false, nullable: true });
/** May be missing as a whole; where it is there, every row needs it. */
const allOrNone = (name: string, want: Want): ContractColumn => ({ name, want, needed: false, nullable: false });

/**
 * The files of an export and the columns that are read of them, in the order in which a row is checked.
 * `customer_name` may be missing as a whole: a client may leave names out of an export.
 */
export const contractColumns: Record<FileKind, readonly ContractColumn[]> = {
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

/** The types of the Orion service, by code: their place in this list, from 1. */
export const transactionTypes = [
  'points_earned',
  'stamp_earned',
  'points_redeemed',
  'stamp_redeemed',
  'points_voided',
  'stamp_voided',
  'points_adjustment',
  'points_expired',
  'welcome_bonus',
  'card_created',
  'card_deactivated',
] as const;

export type TransactionType = (typeof transactionTypes)[number];

/** With points above 0, what revenue counts. */
export const earningTypes: readonly TransactionType[] = ['points_earned', 'stamp_earned'];

/** What nobody came for: the programme did it, or its staff. All others, those that the service does not know included, are visits. */
export const typesWithoutVisit: readonly TransactionType[] = [
  'points_voided',
  'stamp_voided',
  'points_adjustment',
  'points_expired',
  'welcome_bonus',
  'card_created',
  'card_deactivated',
];

/** The code of a type in the tables; 0 is any other. */
export const codeOfType = (type: TransactionType): number => transactionTypes.indexOf(type) + 1;

/** The columns as the page needs to know them. */
export const wantedColumns: Record<FileKind, WantedColumn[]> = {
  cards: contractColumns.cards.map(wantedColumn),
  transactions: contractColumns.transactions.map(wantedColumn),
  stores: contractColumns.stores.map(wantedColumn),
};

function wantedColumn({ name, want, needed }: ContractColumn): WantedColumn {
  return { name, want, needed, ...(name === 'transaction_type' && { words: transactionTypes }) };
}
