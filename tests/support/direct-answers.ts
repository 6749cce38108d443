import type { IntervalBasis } from '../../src/contract/answers.ts';
import type { Database, Param, Row } from '../../workers/database/database.ts';
import { openNodeDatabase } from '../../workers/node/database.ts';
import checkedCardsSql from '../direct/checked-cards.sql?raw';
import cohortsSql from '../direct/cohorts.sql?raw';
import revenueByStoreSql from '../direct/revenue-by-store.sql?raw';
import revenueMonthlySql from '../direct/revenue-monthly.sql?raw';
import type { RandomExport } from './random-export.ts';

export interface DirectQuestion {
  merchantId: number;
  asOf: string;
  storeId: number | null;
}

export interface CohortCell extends Row {
  month: string;
  enrolled: number;
  window_offset: number;
  retention: number;
  active: number;
}

export interface CheckedCard extends Row {
  card_id: number;
  card_number: string | null;
  customer_name: string | null;
  days_inactive: number;
  avg_interval: number;
  points_balance: number;
  interval_basis: IntervalBasis;
}

/** Answers from the rows of an export themselves: the definitions as SQL, over all transactions each time. */
export class DirectAnswers {
  readonly #database: Promise<Database> = openNodeDatabase();

  async load({ cards, transactions }: RandomExport): Promise<void> {
    const database = await this.#database;
    await database.run(`
      CREATE OR REPLACE TABLE stores (id BIGINT, name VARCHAR);
      CREATE OR REPLACE TABLE cards (id BIGINT, merchant_id BIGINT, created_at TIMESTAMP, last_activity_at TIMESTAMP, is_active BOOLEAN,
        points_balance BIGINT, card_number VARCHAR, customer_name VARCHAR);
      CREATE OR REPLACE TABLE transactions (id BIGINT, card_id BIGINT, merchant_id BIGINT, transaction_at TIMESTAMP, type VARCHAR,
        points_delta BIGINT, store_id BIGINT, purchase_amount_cents BIGINT)`);
    await insert(
      database,
      'cards',
      cards.map(({ id, merchant, createdAt, lastActivityAt, isActive, points, name }) => [
        id,
        merchant!,
        utc(createdAt),
        utc(lastActivityAt!),
        isActive!,
        points!,
        `LC-${id}`,
        name!,
      ]),
    );
    await insert(
      database,
      'transactions',
      transactions.map(({ id, card, merchant, at, type, points, store, cents }) => [
        id,
        card,
        merchant!,
        utc(at),
        type!,
        points!,
        store!,
        cents!,
      ]),
    );
  }

  async cohortCells({ merchantId, asOf, storeId }: DirectQuestion, monthsBack: number): Promise<CohortCell[]> {
    return (await this.#database).query(cohortsSql, [merchantId, utc(asOf), monthsBack, storeId]);
  }

  async checkedCards({ merchantId, asOf, storeId }: DirectQuestion): Promise<CheckedCard[]> {
    return (await this.#database).query(checkedCardsSql, [merchantId, utc(asOf), storeId]);
  }

  async monthlyRevenue(question: DirectQuestion, monthsBack: number, rate: number | null): Promise<Row[]> {
    return this.#revenue(revenueMonthlySql, question, monthsBack, rate);
  }

  async revenueByStore(question: DirectQuestion, monthsBack: number, rate: number | null): Promise<Row[]> {
    return this.#revenue(revenueByStoreSql, question, monthsBack, rate);
  }

  async #revenue(
    sql: string,
    { merchantId, asOf, storeId }: DirectQuestion,
    monthsBack: number,
    rate: number | null,
  ): Promise<Row[]> {
    return (await this.#database).query(sql, [merchantId, utc(asOf), monthsBack, rate, storeId]);
  }
}

function utc(instant: string | null): string | null {
  return instant && instant.replace('T', ' ').replace('Z', '');
}

async function insert(database: Database, table: string, rows: Param[][]): Promise<void> {
  if (rows.length === 0) return;
  const literal = (value: Param): string => (typeof value === 'string' ? `'${value}'` : String(value));
  await database.run(`INSERT INTO ${table} VALUES ${rows.map((row) => `(${row.map(literal).join(', ')})`).join(', ')}`);
}
