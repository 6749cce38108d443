import { join } from 'node:path';
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api';
import cohortsSql from '../../workers/analytics/cohorts.sql?raw';
import figuresSql from '../../workers/analytics/overview-figures.sql?raw';
import monthsSql from '../../workers/analytics/overview-months.sql?raw';
import secondVisitSql from '../../workers/analytics/overview-second-visit.sql?raw';
import storesSql from '../../workers/analytics/overview-stores.sql?raw';
import weekdaysSql from '../../workers/analytics/overview-weekdays.sql?raw';
import byStoreSql from '../../workers/analytics/revenue-by-store.sql?raw';
import monthlySql from '../../workers/analytics/revenue-monthly.sql?raw';
import atRiskSql from '../../workers/analytics/at-risk.sql?raw';
import { typeCode } from '../../workers/ingest/batch-sql';
import inactivitySql from '../../workers/tables/inactivity.sql?raw';
import { questions, type Measured } from './questions';

/** The yardstick: native DuckDB on the same files with the same SQL, reading Parquet by itself. */
export async function measureNative(folder: string, rounds: number, threads: number): Promise<Measured> {
  const before = performance.now();
  const instance = await DuckDBInstance.create(':memory:', { threads: String(threads) });
  const connection = await instance.connect();
  const measured: Measured = { start: [performance.now() - before] };
  const start = performance.now();
  await load(connection, folder);
  measured.load = [performance.now() - start];
  for (const [name, { call, params }] of Object.entries(questions)) {
    const times: number[] = [];
    for (let i = 0; i <= rounds; i++) {
      const asked = performance.now();
      await ask(connection, call, params(i) as Asked);
      times.push(performance.now() - asked);
    }
    measured[name] = times.slice(1);
  }
  connection.closeSync();
  return measured;
}

/** The same end state as after a load in the engine. */
async function load(connection: DuckDBConnection, folder: string): Promise<void> {
  const file = (kind: string): string => `'${join(folder, `${kind}.parquet`).replaceAll("'", "''")}'`;
  await connection.run(`
    CREATE TABLE ids (space VARCHAR, number BIGINT, id VARCHAR);
    CREATE TABLE stores AS SELECT id::BIGINT AS id, name FROM ${file('stores')};
    CREATE TABLE cards AS
      SELECT id::BIGINT AS id, 1::BIGINT AS merchant_id, created_at::TIMESTAMP AS created_at, last_activity_at::TIMESTAMP AS last_activity_at,
        is_active, points_balance::BIGINT AS points_balance, card_number, customer_name
      FROM ${file('cards')};
    CREATE TABLE transactions AS
      SELECT card_id::BIGINT AS card_id, 1::BIGINT AS merchant_id, transaction_at::TIMESTAMP AS transaction_at,
        ${typeCode('transaction_type')}::UTINYINT AS type,
        points_delta::BIGINT AS points_delta, store_id::BIGINT AS store_id, purchase_amount_cents::BIGINT AS purchase_amount_cents
      FROM ${file('transactions')};
    CREATE TABLE inactivity (card_id BIGINT, days_inactive BIGINT, avg_interval DOUBLE, points_balance BIGINT)`);
}

interface Asked {
  asOf?: string;
  monthsBack?: number;
  multiplier?: number;
}

const merchant = '1';
const latest = '2026-10-31 23:59:59';
let inactivityOf = '';

async function ask(
  connection: DuckDBConnection,
  call: string,
  { asOf = latest, monthsBack = 6, multiplier = 2 }: Asked,
): Promise<void> {
  const instant = asOf.replace('T', ' ').replace('Z', '');
  const read = async (sql: string, params: DuckDBValue[]): Promise<void> =>
    void (await (await connection.runAndReadAll(sql, params)).getRowsJson());
  switch (call) {
    case 'cohortRetention':
      return read(cohortsSql, [merchant, instant, monthsBack]);
    case 'revenueAttribution':
      await read(monthlySql, [merchant, instant, monthsBack, null]);
      return read(byStoreSql, [merchant, instant, monthsBack, null]);
    case 'atRiskCards':
      if (inactivityOf !== instant) {
        await connection.run('DELETE FROM inactivity');
        await connection.run(inactivitySql, [merchant, instant]);
        inactivityOf = instant;
      }
      return read(atRiskSql, [multiplier, 50]);
    case 'overview':
      for (const sql of [figuresSql, secondVisitSql, storesSql, weekdaysSql, monthsSql])
        await read(sql, [merchant, instant]);
  }
}
