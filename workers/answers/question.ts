import type { StoreParams } from '../../src/contract/answers.ts';
import type { Database } from '../database/database.ts';
import { filled } from '../database/filled.ts';
import type { LoadedExport } from '../load/summary.ts';
import type { DerivedTable, DerivedTables } from './derived-tables.ts';
import { idNumberOf, type Scope } from './scope.ts';

/** Everything that answering a question needs. */
export interface AnswerContext {
  database: Database;
  loaded: LoadedExport;
  derivedTables: DerivedTables;
  scope: Scope;
}

/** Statements written for `{name}` of a derived table, and for the calendar, made to read them for the scope that is asked about. */
export async function derived(
  { derivedTables, scope }: AnswerContext,
  table: DerivedTable,
): Promise<(sql: string) => Promise<string>> {
  const name = await derivedTables.nameOf(table, scope);
  return (sql) => derivedTables.onCalendar(filled(sql, { [table.name]: name }), scope);
}

/**
 * The store that is asked about, as statements take it: its number, and whether only that store counts. No number matches a store that is
 * not in the export.
 */
export async function storeFilter(
  { database }: AnswerContext,
  { storeId }: StoreParams,
): Promise<[string | null, boolean]> {
  return storeId === undefined ? [null, false] : [await idNumberOf(database, 'store', storeId), true];
}
