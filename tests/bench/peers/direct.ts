import type { ServiceCards } from '../../support/service-answers.ts';
import { cohortsOf, type CohortRow } from '../../../workers/answers/cohorts/cohorts.ts';
import type { Database, Row } from '../../../workers/database/database.ts';
import { onlyMerchant } from '../../../workers/check/batch-sql.ts';
import { stagedName, type Decoder } from '../../../workers/decode/decoder.ts';
import { readAhead, type DecoderInUse } from '../../../workers/decode/decoding.ts';
import checkedCardsSql from '../../direct/checked-cards.sql?raw';
import cohortsSql from '../../direct/cohorts.sql?raw';
import byStoreSql from '../../direct/revenue-by-store.sql?raw';
import monthlySql from '../../direct/revenue-monthly.sql?raw';
import type { Ask } from '../questions.ts';

/** The needed columns of each file, as they are taken from a batch whose first row is row `$1` of its file, and `place` that of a row in it. */
const columns: Record<string, { read: string[]; table: string; select: string }> = {
  stores: { read: ['id', 'name'], table: 'id INTEGER, name VARCHAR', select: 'id, name' },
  cards: {
    read: ['id', 'created_at', 'last_activity_at', 'is_active', 'points_balance', 'card_number', 'customer_name'],
    table: `id INTEGER, merchant_id INTEGER, created_at TIMESTAMP, last_activity_at TIMESTAMP, is_active BOOLEAN, points_balance INTEGER,
      card_number VARCHAR, customer_name VARCHAR`,
    select: `id, ${onlyMerchant}, created_at::TIMESTAMP, last_activity_at::TIMESTAMP, is_active, points_balance, card_number, customer_name`,
  },
  transactions: {
    read: ['card_id', 'transaction_at', 'transaction_type', 'points_delta', 'store_id', 'purchase_amount_cents'],
    table: `id INTEGER, card_id INTEGER, merchant_id INTEGER, transaction_at TIMESTAMP, type VARCHAR, points_delta INTEGER, store_id INTEGER,
      purchase_amount_cents INTEGER`,
    select: `$1 + place, card_id, ${onlyMerchant}, transaction_at::TIMESTAMP, transaction_type, points_delta, store_id,
      purchase_amount_cents`,
  },
};

/** Takes an export of one merchant into DuckDB as it is: no checks, no order, no derived tables. Answers its latest instant. */
export async function loadRaw(database: Database, decoder: Decoder, files: readonly File[]): Promise<string> {
  const forever = new Promise<never>(() => undefined);
  const inUse: DecoderInUse = { decoder, died: forever, cancelled: forever };
  for (const file of files) {
    const kind = file.name.replace('.parquet', '');
    const { read, table, select } = columns[kind]!;
    await database.run(`CREATE TABLE ${kind} (${table})`);
    const opened = await decoder.open(file, file.name);
    let row = 1;
    const wanted = read.map((name) => opened.columns.find((column) => column.name === name)!);
    const named = wanted.map(({ name, place }) => `${stagedName(place)} AS ${name}`).join(', ');
    const nextBatch = readAhead(inUse, [{ id: opened.id, name: file.name, places: wanted.map(({ place }) => place) }]);
    for (let batch = await nextBatch(); batch; batch = await nextBatch()) {
      await database.insertArrow('batch', batch.ipc);
      const insert = `INSERT INTO ${kind} SELECT ${select.replace('$1', String(row))} FROM (SELECT rowid AS place, ${named} FROM staging.batch)`;
      const inserted = await database.run(insert);
      if (inserted !== batch.rows) throw new Error(`${inserted} of ${batch.rows} rows of ${file.name} were inserted`);
      await database.run('DROP TABLE staging.batch');
      row += batch.rows;
    }
  }
  return (await database.query<{ latest: string }>(latestSql))[0]!.latest;
}

const latestSql = `
  SELECT strftime(greatest(max(created_at), max(last_activity_at), (SELECT max(transaction_at) FROM transactions)), '%Y-%m-%dT%H:%M:%S.%fZ')
    AS latest
  FROM cards`;

/** $4 multiplier, $5 limit. One row at least, for the counts. */
const atRiskSql = `
  WITH checked AS MATERIALIZED (${checkedCardsSql}),
  counts AS (
    SELECT count(*) FILTER (days_inactive > avg_interval * $4::DOUBLE)::INTEGER AS at_risk_count, count(*)::INTEGER AS total_cards_checked
    FROM checked
  ),
  listed AS (
    SELECT * FROM checked WHERE days_inactive > avg_interval * $4::DOUBLE ORDER BY days_inactive DESC, card_id LIMIT $5::BIGINT
  )
  SELECT counts.*, listed.* EXCLUDE (avg_interval) FROM counts LEFT JOIN listed ON true ORDER BY days_inactive DESC, card_id`;

/** Answers by the direct SQL of the definitions: the transactions themselves, each time. */
export async function answerDirectly(database: Database, { call, params }: Ask, latest: string): Promise<unknown> {
  const { asOf = latest, monthsBack = 6, multiplier = 2, limit = 50, storeId } = params;
  const scope = [onlyMerchant, asOf.replace('T', ' ').replace('Z', '')];
  const store = storeId ?? null;
  switch (call) {
    case 'cohortRetention':
      return cohortsOf(await database.query<CohortRow>(cohortsSql, [...scope, monthsBack, store]), monthsBack);
    case 'atRiskCards':
      return atRiskOf(await database.query<AtRiskRow>(atRiskSql, [...scope, store, multiplier, limit]));
    case 'revenueAttribution':
      return {
        monthly: await database.query(monthlySql, [...scope, monthsBack, null, store]),
        by_store: await database.query(byStoreSql, [...scope, monthsBack, null, store]),
        months_back: monthsBack,
      };
    default:
      throw new Error(`the direct SQL does not answer ${call}`);
  }
}

/** Without a card where none is at risk. */
interface AtRiskRow extends Omit<ServiceCards['cards'][number], 'card_id'>, Row {
  card_id: number | null;
  at_risk_count: number;
  total_cards_checked: number;
}

function atRiskOf(rows: readonly AtRiskRow[]): ServiceCards {
  const { at_risk_count, total_cards_checked } = rows[0]!;
  const cards = rows.flatMap(
    ({ card_id, card_number, customer_name, days_inactive, avg_interval_days, points_balance }) =>
      card_id === null
        ? []
        : [{ card_id, card_number, customer_name, days_inactive, avg_interval_days, points_balance }],
  );
  return { at_risk_count, total_cards_checked, cards };
}
