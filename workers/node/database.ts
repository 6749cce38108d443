import { createRequire } from 'node:module';
import type * as Blocking from '@duckdb/duckdb-wasm/blocking';
import type { Table } from 'apache-arrow';
import { leanWasm } from '../../.ci/lean-wasm.ts';
import { EngineError, causeOf } from '../../src/contract/errors.ts';
import { asStream, changedRows, rowsOf, toldApart, type Database, type Param, type Row } from '../database/database.ts';
import { enterCatalogues, enterStaging } from '../database/catalogues.ts';
import { lockDown } from '../database/lock-down.ts';
import { PreparedStatements } from '../database/statements.ts';

// The package has no entry that Node's own import understands.
const require = createRequire(import.meta.url);
const blocking = require('@duckdb/duckdb-wasm/blocking') as typeof Blocking;

/**
 * DuckDB-WASM in this process, locked down: the same build of DuckDB as in the browser.
 *
 * @param memoryLimit what it may use, such as `64MB`; default: all that WebAssembly addresses
 */
export async function openNodeDatabase(memoryLimit?: string): Promise<Database> {
  try {
    const bundle = { mainModule: leanWasm(), mainWorker: '' };
    const duckdb = await blocking.createDuckDB(
      { mvp: bundle, eh: bundle },
      new blocking.VoidLogger(),
      blocking.NODE_RUNTIME,
    );
    await duckdb.instantiate();
    duckdb.open({ path: ':memory:' });
    const database = new NodeDatabase(() => duckdb.connect());
    if (memoryLimit) await database.run(`SET memory_limit = '${memoryLimit}'`);
    await lockDown(database);
    return database;
  } catch (thrown) {
    throw new EngineError('engine-start', { cause: causeOf(thrown) }, { cause: thrown });
  }
}

class NodeDatabase implements Database {
  readonly #connect: () => Blocking.DuckDBConnection;
  #connection: Blocking.DuckDBConnection;
  #staging: Blocking.DuckDBConnection | null = null;
  readonly #statements = new PreparedStatements<ReturnType<Blocking.DuckDBConnection['prepare']>>(
    async (sql) => this.#connection.prepare(sql),
    async (statement) => statement.close(),
  );

  constructor(connect: () => Blocking.DuckDBConnection) {
    this.#connect = connect;
    this.#connection = connect();
  }

  async query<R extends Row>(sql: string, params: readonly Param[] = []): Promise<R[]> {
    return rowsOf<R>(await toldApart(this.#send(sql, params)));
  }

  async run(sql: string, params: readonly Param[] = []): Promise<number> {
    return changedRows(await toldApart(this.#send(sql, params)));
  }

  async #send(sql: string, params: readonly Param[]): Promise<Table> {
    if (params.length === 0) return this.#connection.query(sql);
    return (await this.#statements.of(sql)).query(...params);
  }

  async queryArrow(sql: string): Promise<Uint8Array> {
    const file = this.#connection.useUnsafe(async (duckdb, connection) => duckdb.runQuery(connection, sql));
    return asStream(await toldApart(file));
  }

  insertArrow(table: string, ipc: Uint8Array, create = true): Promise<void> {
    return toldApart(this.#insert(table, ipc, create));
  }

  async #insert(table: string, ipc: Uint8Array, create: boolean): Promise<void> {
    if (!this.#staging) {
      this.#staging = this.#connect();
      this.#staging.query(enterStaging);
    }
    this.#staging.insertArrowFromIPCStream(ipc, { name: table, create });
  }

  async reconnect(): Promise<void> {
    this.#statements.forget();
    this.#connection.close();
    this.#staging?.close();
    this.#staging = null;
    this.#connection = this.#connect();
    await this.run(enterCatalogues('lens'));
  }
}
