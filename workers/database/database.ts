import { tableFromIPC, tableToIPC } from 'apache-arrow';
import { causeOf, EngineError } from '../../src/contract/errors.ts';

/** What a bound parameter may be: parameters pass through JSON on their way to DuckDB, so no bigint, no Date. */
export type Param = string | number | boolean | null;

export type Row = Record<string, unknown>;

/**
 * The one interface through which everything above it asks DuckDB. Its implementations: DuckDB-WASM in a browser
 * worker (`browser.ts`) and in Node (`../node/database.ts`). Any call may throw EngineError `out-of-memory`.
 */
export interface Database {
  /**
   * Runs one statement with `params` bound to `$1`, `$2`, …; answers its rows. Values arrive as number, string, boolean or null:
   * a bigint or decimal column is an error of the statement, which has to cast.
   */
  query<R extends Row>(sql: string, params?: readonly Param[]): Promise<R[]>;
  /**
   * Runs one statement with `params`, or several without, in order; answers how many rows the last one changed, 0 for one that
   * changes none.
   */
  run(sql: string, params?: readonly Param[]): Promise<number>;
  /** The same as an Arrow IPC stream, with values of any type; without parameters. */
  queryArrow(sql: string): Promise<Uint8Array>;
  /**
   * Inserts an Arrow IPC stream into the table `staging.<table>`, which it creates unless `create` is false. It may fail without an
   * error: count the rows afterwards.
   */
  insertArrow(table: string, ipc: Uint8Array, create?: boolean): Promise<void>;
  /** Starts afresh after a doubtful insert, which could take the next one on its connection with it: tables are made in `lens` then. */
  reconnect(): Promise<void>;
}

/** A database that is being opened, for callers who have something else to do first: each call waits for it. */
export function whenOpen(opening: () => Promise<Database>): Database {
  return {
    query: async (sql, params) => (await opening()).query(sql, params),
    run: async (sql, params) => (await opening()).run(sql, params),
    queryArrow: async (sql) => (await opening()).queryArrow(sql),
    insertArrow: async (table, ipc, create) => (await opening()).insertArrow(table, ipc, create),
    reconnect: async () => (await opening()).reconnect(),
  };
}

/** What DuckDB says when memory runs out, and what the allocators of WebAssembly and the browser say. */
const outOfMemory = /out of memory|bad_alloc|memory\.grow|allocation failed/i;

/** A call to DuckDB, with lack of memory told from whatever else may be wrong. */
export async function toldApart<T>(call: Promise<T>): Promise<T> {
  try {
    return await call;
  } catch (thrown) {
    if (!outOfMemory.test(causeOf(thrown))) throw thrown;
    throw new EngineError('out-of-memory', { file: null }, { cause: thrown });
  }
}

/** Bytes of memory that DuckDB has in use. */
export async function memoryInUse(database: Database): Promise<number> {
  const [row] = await database.query<{ bytes: number }>(
    'SELECT sum(memory_usage_bytes)::DOUBLE AS bytes FROM duckdb_memory()',
  );
  return row?.bytes ?? 0;
}

interface ArrowTable {
  schema: { fields: { name: string; type: { toString(): string } }[] };
  numRows: number;
  getChild(name: string): { get(index: number): unknown } | null;
}

/** An Arrow result as plain rows. */
export function rowsOf<R extends Row>(table: ArrowTable): R[] {
  const columns = table.schema.fields.map(({ name, type }) => {
    const text = String(type);
    if (/^(Int64|Uint64|Decimal)/.test(text))
      throw new TypeError(`Column "${name}" of an answer is ${text}: cast it in SQL.`);
    return [name, table.getChild(name)!] as const;
  });
  return Array.from({ length: table.numRows }, (_, index) => {
    const row: Row = {};
    for (const [name, values] of columns) row[name] = values.get(index);
    return row as R;
  });
}

/** An Arrow IPC file, which is what DuckDB answers with, as a stream. */
export function asStream(file: Uint8Array): Uint8Array {
  return tableToIPC(tableFromIPC(file), 'stream');
}

/** How many rows a statement changed, from its Arrow result. */
export function changedRows(table: ArrowTable): number {
  const count = table.numRows === 1 ? table.getChild('Count') : null;
  return count ? Number(count.get(0)) : 0;
}
