import type { StoreSummary } from '../../../src/contract/answers.ts';
import { idOf } from '../../database/ids.ts';
import type { AnswerContext } from '../question.ts';
import storesSql from './stores.sql?raw';

/** The stores of a merchant's transactions: those that an answer can be asked for. */
export async function stores({ database, loaded, scope }: AnswerContext): Promise<StoreSummary[]> {
  const rows = await database.query<StoreRow>(storesSql, [scope.merchant]);
  const isText = loaded.textSpaces.has('store');
  return rows.map(({ store_id, store_name, transactions }) => ({
    id: idOf(store_id, isText),
    name: store_name,
    transactions,
  }));
}

interface StoreRow extends Record<string, unknown> {
  store_id: string;
  store_name: string | null;
  transactions: number;
}
