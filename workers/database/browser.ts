import type { KnownCause } from '../../src/contract/causes.ts';
import { AsyncDuckDB, VoidLogger, type AsyncDuckDBConnection, type AsyncPreparedStatement } from '@duckdb/duckdb-wasm';
import type { Table } from 'apache-arrow';
import { engineDied, EngineError } from '../../src/contract/errors.ts';
import type { StartedWorker } from '../../src/contract/start-worker.ts';
import { asStream, changedRows, rowsOf, toldApart, type Database, type Param, type Row } from './database.ts';
import { enterCatalogues, enterStaging } from './catalogues.ts';
import { lockDown } from './lock-down.ts';
import { PreparedStatements } from './statements.ts';

/** Of a host that has begun to answer and does not go on, nothing is heard; the slowest networks need minutes for all of it. */
const startTimeoutMs = 300_000;

/**
 * DuckDB-WASM in a worker of its own, locked down.
 *
 * @param start starts that worker, and says where its WebAssembly is
 */
export async function openBrowserDatabase(start: () => { started: StartedWorker; wasm: string }): Promise<Database> {
  const { started, wasm } = start();
  const { worker, died, end } = started;
  // A promise of AsyncDuckDB never settles once its worker died: every call races against this one.
  // Its death is reported like that of the engine's own worker: either way the export is gone, and the engine has to start again.
  const death = died.catch((thrown: unknown): never => {
    throw engineDied('engine-crashed', thrown);
  });
  death.catch(() => undefined);
  const alive = <T>(call: Promise<T>): Promise<T> => toldApart(Promise.race([call, death]));

  const duckdb = new AsyncDuckDB(new VoidLogger(), worker);
  const database = await alive(withTimeout(open(duckdb, wasm, alive), startTimeoutMs)).catch((thrown: unknown) => {
    end();
    throw thrown instanceof EngineError ? thrown : engineDied('engine-start', thrown);
  });
  await lockDown(database);
  return database;
}

async function open(duckdb: AsyncDuckDB, wasm: string, alive: <T>(call: Promise<T>) => Promise<T>): Promise<Database> {
  await duckdb.instantiate(wasm);
  await duckdb.open({ path: ':memory:' });
  return new BrowserDatabase(duckdb, await duckdb.connect(), alive);
}

class BrowserDatabase implements Database {
  readonly #duckdb: AsyncDuckDB;
  #connection: AsyncDuckDBConnection;
  /** Made for the first batch: its catalogue is there after the lock-down. */
  #staging: Promise<AsyncDuckDBConnection> | null = null;
  readonly #alive: <T>(call: Promise<T>) => Promise<T>;
  readonly #statements = new PreparedStatements<AsyncPreparedStatement>(
    (sql) => this.#connection.prepare(sql),
    (statement) => statement.close(),
  );

  constructor(duckdb: AsyncDuckDB, connection: AsyncDuckDBConnection, alive: <T>(call: Promise<T>) => Promise<T>) {
    this.#duckdb = duckdb;
    this.#connection = connection;
    this.#alive = alive;
  }

  async query<R extends Row>(sql: string, params: readonly Param[] = []): Promise<R[]> {
    return rowsOf<R>(await this.#alive(this.#send(sql, params)));
  }

  async run(sql: string, params: readonly Param[] = []): Promise<number> {
    return changedRows(await this.#alive(this.#send(sql, params)));
  }

  async #send(sql: string, params: readonly Param[]): Promise<Table> {
    if (params.length === 0) return this.#connection.query(sql);
    return (await this.#statements.of(sql)).query(...params);
  }

  async queryArrow(sql: string): Promise<Uint8Array> {
    const file = this.#connection.useUnsafe((duckdb, connection) => duckdb.runQuery(connection, sql));
    return asStream(await this.#alive(file));
  }

  async insertArrow(table: string, ipc: Uint8Array, create = true): Promise<void> {
    this.#staging ??= this.#enterStaging();
    await this.#alive((await this.#staging).insertArrowFromIPCStream(ipc, { name: table, create }));
  }

  async reconnect(): Promise<void> {
    const doubtful = this.#connection;
    this.#statements.forget();
    this.#connection = await this.#alive(this.#duckdb.connect());
    await this.run(enterCatalogues('lens'));
    await this.#alive(doubtful.close());
    const staging = this.#staging;
    this.#staging = null;
    await this.#alive((await staging)?.close() ?? Promise.resolve());
  }

  async #enterStaging(): Promise<AsyncDuckDBConnection> {
    const connection = await this.#alive(this.#duckdb.connect());
    await this.#alive(connection.query(enterStaging));
    return connection;
  }
}

function withTimeout<T>(promise: Promise<T>, milliseconds: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('no-answer' satisfies KnownCause)), milliseconds);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
