import type { ServiceCards } from '../../support/service-answers.ts';
import { utcCalendar } from '../../../src/contract/calendar.ts';
import type { DefinitionName, DefinitionParams } from '../../../src/contract/definitions.ts';
import { cohortsOf, type CohortRow } from '../../../workers/answers/cohorts/cohorts.ts';
import { definitions } from '../../../workers/answers/definitions.ts';
import tablesSql from '../../../workers/answers/tables.sql?raw';
import type { Database, Row } from '../../../workers/database/database.ts';
import { onlyMerchant } from '../../../workers/check/run-sql.ts';
import { stagedName, type Decoder } from '../../../workers/decode/decoder.ts';
import { readAhead, type DecoderInUse } from '../../../workers/load/decoder-calls.ts';
import { calendarArrow } from '../../../workers/save/calendar-arrow.ts';
import { earningTypes, typesWithoutVisit } from '../../../workers/recognise/transaction-types.ts';
import type { Ask } from '../questions.ts';

const listed = (types: readonly string[]): string => types.map((type) => `'${type}'`).join(', ');

/** The needed columns of each file, and those of its table, from a batch of which `row_number` says the row in the file. */
const columns: Record<string, { read: string[]; select: string }> = {
  stores: { read: ['id', 'name'], select: 'row_number, id, name' },
  cards: {
    read: ['id', 'created_at', 'last_activity_at', 'is_active', 'points_balance', 'card_number', 'customer_name'],
    select: `* REPLACE (created_at::TIMESTAMP AS created_at, last_activity_at::TIMESTAMP AS last_activity_at), ${onlyMerchant} AS merchant_id`,
  },
  transactions: {
    read: ['card_id', 'transaction_at', 'transaction_type', 'points_delta', 'store_id', 'purchase_amount_cents'],
    select: `row_number, card_id, ${onlyMerchant} AS merchant_id, transaction_at::TIMESTAMP AS transaction_at, transaction_type AS type,
      transaction_type IN (${listed(earningTypes)}) AND points_delta > 0 AS earning,
      transaction_type NOT IN (${listed(typesWithoutVisit)}) AS visit, points_delta, store_id, purchase_amount_cents`,
  },
};

/** Takes an export of one merchant into the tables of the definitions as it is: no checks, no order. Answers its latest instant. */
export async function loadRaw(database: Database, decoder: Decoder, files: readonly File[]): Promise<string> {
  const forever = new Promise<never>(() => undefined);
  const inUse: DecoderInUse = { decoder, died: forever, cancelled: forever };
  await database.run(tablesSql);
  for (const file of files) {
    const kind = file.name.replace('.parquet', '');
    const { read, select } = columns[kind]!;
    const opened = await decoder.open(file, file.name);
    let rows = 0;
    const wanted = read.map((name) => opened.columns.find((column) => column.name === name)!);
    const named = wanted.map(({ name, place }) => `${stagedName(place)} AS ${name}`).join(', ');
    const nextBatch = readAhead(inUse, [{ id: opened.id, name: file.name, places: wanted.map(({ place }) => place) }]);
    for (let batch = await nextBatch(); batch; batch = await nextBatch()) {
      await database.insertArrow('batch', batch.ipc);
      const inserted = await database.run(`
        INSERT INTO ${kind} BY NAME
        SELECT ${select} FROM (SELECT rowid + ${rows + 1} AS row_number, ${named} FROM staging.batch)`);
      if (inserted !== batch.rows) throw new Error(`${inserted} of ${batch.rows} rows of ${file.name} were inserted`);
      await database.run('DROP TABLE staging.batch');
      rows += batch.rows;
    }
  }
  const { latest, ...span } = (await database.query<Record<'earliest' | 'latest', string>>(spanSql))[0]!;
  const { months } = calendarArrow(utcCalendar, Date.parse(span.earliest), Date.parse(latest));
  await database.insertArrow('months_of_calendar', months);
  await database.run('INSERT INTO months BY NAME FROM staging.months_of_calendar');
  return latest;
}

const spanSql = `
  WITH instants AS (
    SELECT created_at AS instant FROM cards
    UNION ALL SELECT last_activity_at FROM cards
    UNION ALL SELECT transaction_at FROM transactions
  )
  SELECT strftime(min(instant), '%Y-%m-%dT%H:%M:%S.%fZ') AS earliest, strftime(max(instant), '%Y-%m-%dT%H:%M:%S.%fZ') AS latest
  FROM instants`;

/** Answers by the definitions: from the transactions themselves, each time. */
export async function answerDirectly(database: Database, { call, params }: Ask, latest: string): Promise<unknown> {
  const { asOf = latest } = params;
  const subject = {
    merchant: onlyMerchant,
    asOf: asOf.replace('T', ' ').replace('Z', ''),
    store: (params.storeId ?? null) as number | null,
  };
  const rows = <R extends Row>(name: DefinitionName, wrap = ''): Promise<R[]> => {
    const { sql, bound } = definitions[name];
    // Sums are of types that do not arrive as they are.
    return database.query<R>(`SELECT * ${wrap} FROM (${sql}\n)`, bound(subject, params as DefinitionParams));
  };
  const asDoubles = (...names: string[]): string =>
    `REPLACE (${names.map((name) => `${name}::DOUBLE AS ${name}`).join(', ')})`;
  const monthsBack = params.monthsBack ?? 6;
  switch (call) {
    case 'cohortRetention':
      return cohortsOf(await rows<CohortRow>('cohorts'), monthsBack);
    case 'atRiskCards':
      return atRiskOf(await rows<AtRiskRow>('at-risk', asDoubles('card_id', 'points_balance')));
    case 'revenueAttribution': {
      const sums = ['total_points_earned', 'estimated_revenue_cents'];
      const byStore = await rows<StoreRow>('revenue-by-store', asDoubles('store_id', ...sums));
      return {
        monthly: await rows('revenue-monthly', asDoubles(...sums)),
        by_store: byStore
          .filter(({ store_id }) => store_id !== null)
          .map((row) => ({ ...row, store_name: row.store_name ?? `Store ${row.store_id}` })),
        months_back: monthsBack,
      };
    }
    default:
      throw new Error(`the direct SQL does not answer ${call}`);
  }
}

interface StoreRow extends Row {
  store_id: number | null;
  store_name: string | null;
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
