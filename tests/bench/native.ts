import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';
import { DataType, tableFromIPC } from 'apache-arrow';
import { atRiskCards } from '../../workers/answers/at-risk/at-risk.ts';
import { backTest } from '../../workers/answers/back-test/back-test.ts';
import { churnBands } from '../../workers/answers/bands/bands.ts';
import { callList } from '../../workers/answers/call-list/call-list.ts';
import { inactivitySpread } from '../../workers/answers/spread/spread.ts';
import { cohortRetention } from '../../workers/answers/cohorts/cohorts.ts';
import { overview } from '../../workers/answers/overview/overview.ts';
import { resolveScope } from '../../workers/answers/scope.ts';
import type { AnswerContext } from '../../workers/answers/question.ts';
import { revenueAttribution } from '../../workers/answers/revenue/revenue.ts';
import type { Database, Param, Row } from '../../workers/database/database.ts';
import { attachCatalogues, enterCatalogues, enterExport } from '../../workers/database/catalogues.ts';
import { onlyMerchant } from '../../workers/check/run-sql.ts';
import { typeCode } from '../../workers/check/type-sql.ts';
import { summarise, type LoadedExport } from '../../workers/load/summary.ts';
import { deriveActivity } from '../../workers/load/activity.ts';
import { DerivedTables } from '../../workers/answers/derived-tables.ts';
import { createTables } from '../../workers/load/create-tables.ts';
import replaceSql from '../../workers/load/tables/replace.sql?raw';
import { text, type ExportFiles } from './data.ts';
import { roundsOf, timed, type Effort, type Measured, type Times } from './measure.ts';
import { checks, questions, type Ask, type Call } from './questions.ts';

/** The yardstick: the engine's own tables and statements on native DuckDB, which reads Parquet by itself. */
export async function measureNative(files: ExportFiles, effort: Effort, threads: number): Promise<Measured> {
  const start: Times = [];
  const load: Times = [];
  for (;;) {
    const before = performance.now();
    const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
    const connection = await instance.connect();
    const database = new NativeDatabase(connection);
    await database.run(`${attachCatalogues}; ${enterCatalogues('lens')}; SET TimeZone = 'UTC'`);
    start.push(performance.now() - before);
    const { loaded, stages } = await loadInto(database, files);
    load.push(Object.values(stages).reduce((sum, time) => sum + time));
    if (load.length === effort.loads) {
      const answered = await askAll(database, loaded, effort);
      connection.closeSync();
      return { start, load, stages, ...answered };
    }
    connection.closeSync();
    instance.closeSync();
  }
}

/** The same end state as after a load in the engine. */
async function loadInto(
  database: Database,
  files: ExportFiles,
): Promise<{ loaded: LoadedExport; stages: Record<string, number> }> {
  const stages: Record<string, number> = {};
  const staged = async (stage: string, work: () => Promise<unknown>): Promise<void> => {
    const start = performance.now();
    await work();
    stages[stage] = performance.now() - start;
  };
  const { transactions } = files;
  const [count] = await database.query<{ rows: number }>(
    `SELECT count(*)::DOUBLE AS rows FROM read_parquet(${text(transactions)})`,
  );
  await staged('reading', async () => {
    await createTables(database, count!.rows);
    await database.run(readSql(files));
  });
  await staged('deriving', () => deriveActivity(database));
  const now = new Date().toISOString().replace('T', ' ').replace('Z', '');
  // What the engine says of an export; not part of the yardstick.
  const loaded = await summarise(database, [], { leftOut: [], currency: null }, now);
  await staged('replacing', () => database.run(replaceSql));
  await enterExport(database);
  return { loaded, stages };
}

function readSql({ cards, transactions, stores }: ExportFiles): string {
  const from = (file: string): string => `FROM read_parquet(${text(file)}, file_row_number = true)`;
  return `
    INSERT INTO read_cards BY NAME
      SELECT 0 AS file, file_row_number + 1 AS row, id, ${onlyMerchant} AS merchant_id, created_at::TIMESTAMP AS created_at,
        last_activity_at::TIMESTAMP AS last_activity_at, is_active, points_balance, card_number, customer_name
      ${from(cards)};
    INSERT INTO read_transactions BY NAME
      SELECT 1 AS file, file_row_number + 1 AS row, card_id, ${onlyMerchant} AS merchant_id, transaction_at::TIMESTAMP AS transaction_at,
        ${typeCode('transaction_type')} AS type, points_delta, store_id, purchase_amount_cents
      ${from(transactions)};
    INSERT INTO read_stores BY NAME SELECT 2 AS file, file_row_number + 1 AS row, id, name ${from(stores)};`;
}

/** What does not depend on the report date is built in idle slices, which it has none of. */
export const ofNative = questions.filter(({ kind }) => kind !== 'date');

async function askAll(
  database: Database,
  loaded: LoadedExport,
  effort: Effort,
): Promise<Pick<Measured, 'questions' | 'answers'>> {
  const derivedTables = new DerivedTables(database);
  const ask = async ({ call, params }: Ask): Promise<unknown> => {
    const scope = await resolveScope(database, loaded, params);
    return calls[call]({ database, loaded, derivedTables, scope }, params);
  };
  const answers: unknown[] = [];
  for (const check of checks) answers.push(await ask(check));
  const measured: Record<string, Times> = {};
  for (const question of ofNative)
    measured[question.name] = await timed(roundsOf(question, effort), effort.budgetMs, ask);
  return { questions: measured, answers };
}

const calls: Record<Call, (context: AnswerContext, params: Ask['params']) => Promise<unknown>> = {
  cohortRetention,
  atRiskCards,
  inactivitySpread,
  churnBands,
  callList,
  backTest,
  revenueAttribution,
  overview,
};

class NativeDatabase implements Database {
  readonly #connection: DuckDBConnection;

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  async query<R extends Row>(sql: string, params: readonly Param[] = []): Promise<R[]> {
    const rows = await this.#connection.runAndReadAll(sql, [...params]);
    return rows.getRowObjectsJS() as Row[] as R[];
  }

  async run(sql: string, params: readonly Param[] = []): Promise<number> {
    const result = await (params.length > 0 ? this.#connection.run(sql, [...params]) : this.#connection.run(sql));
    return result.rowsChanged;
  }

  async queryArrow(): Promise<never> {
    throw new Error('native DuckDB writes Parquet by itself');
  }

  /** Of a calendar's small tables: it reads Parquet by itself, and no Arrow. */
  async insertArrow(table: string, ipc: Uint8Array): Promise<void> {
    const read = tableFromIPC(ipc);
    const { schema } = read;
    const rows = read
      .toArray()
      .map((row) => `(${schema.fields.map(({ name, type }) => literalOf((row as Row)[name], type)).join(', ')})`);
    const names = schema.fields.map(({ name }) => name).join(', ');
    await this.run(`CREATE TABLE staging.${table} AS FROM (VALUES ${rows.join(', ')}) AS rows (${names})`);
  }

  async reconnect(): Promise<void> {
    throw new Error('native DuckDB is not reconnected');
  }
}

function literalOf(value: unknown, type: DataType): string {
  if (DataType.isUtf8(type)) return `'${String(value)}'`;
  // Arrow gives both in milliseconds.
  if (DataType.isDate(type)) return `epoch_ms(${Number(value)})::DATE`;
  if (DataType.isTimestamp(type)) return `epoch_ms(${Math.round(Number(value))})`;
  return String(value);
}
