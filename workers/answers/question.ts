import type { StoreParams } from '../../src/contract/answers.ts';
import type { Database } from '../database/database.ts';
import { filled } from '../database/filled.ts';
import type { LoadedExport } from '../load/summary.ts';
import type { DerivedTable, DerivedTables } from './derived-tables.ts';
import { numberOf, type Scope } from './scope.ts';

/** Everything that answers a question. */
export interface Asking {
  database: Database;
  loaded: LoadedExport;
  derivedTables: DerivedTables;
  scope: Scope;
}

/** Statements written for `{name}` of a derived table, made to read it for the scope that is asked about. */
export async function derived({ derivedTables, scope }: Asking, table: DerivedTable): Promise<(sql: string) => string> {
  const name = await derivedTables.nameOf(table, scope);
  return (sql) => filled(sql, { [table.name]: name });
}

/**
 * The store that is asked about, as statements take it: its number, and whether only that store counts. No number matches a store that is
 * not in the export.
 */
export async function storeFilter({ database }: Asking, { storeId }: StoreParams): Promise<[string | null, boolean]> {
  return storeId === undefined ? [null, false] : [await numberOf(database, 'store', storeId), true];
}
