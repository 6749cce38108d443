import type { MonthlyRevenue, RevenueAttribution, RevenueParams, StoreRevenue } from '../../../src/contract/answers.ts';
import type { Exact } from '../../../src/contract/exact.ts';
import { exactOrNull } from '../../../src/contract/exact.ts';
import { idOf } from '../../database/ids.ts';
import type { Param } from '../../database/database.ts';
import { filled } from '../../database/filled.ts';
import { checkMonthsBack, checkPointsRate } from '../params.ts';
import { derived, storeFilter, type AnswerContext } from '../question.ts';
import { monthsOf } from '../scope.ts';
import byStoreSql from './by-store.sql?raw';
import { visitsTable } from '../rollup/rollup-tables.ts';
import monthlySql from './monthly.sql?raw';
import monthsFromVisitsSql from './months-from-visits.sql?raw';
import monthsOfTableSql from './months-of-table.sql?raw';
import partSql from './part-from-visits.sql?raw';
import { revenueTable } from './revenue-table.ts';
import storesFromVisitsSql from './stores-from-visits.sql?raw';
import storesOfTableSql from './stores-of-table.sql?raw';

/**
 * Revenue attribution as the service defines it (`../README.md`), with the revenue in cents that it
 * documents and never computed; of a store: its transactions.
 */
export async function revenueAttribution(context: AnswerContext, params: RevenueParams): Promise<RevenueAttribution> {
  const { loaded } = context;
  const monthsBack = checkMonthsBack(params.monthsBack);
  const rate = checkPointsRate(params.pointsPerCurrencyUnit);
  const store = await storeFilter(context, params);
  const others = [...store, rate];
  const { monthly, stores } =
    (await fromVisits(context, monthsBack, store[1], others)) ?? (await fromTable(context, [monthsBack, ...others]));
  const isText = loaded.textSpaces.has('store');
  const sums = stores.map(withExact);
  return {
    monthly: monthly.map(withExact),
    by_store: sums.flatMap(({ store_id: id, ...rest }) =>
      id === null ? [] : [{ store_id: idOf(id, isText), ...rest }],
    ),
    without_store: withoutStore(sums),
    months_back: monthsBack,
  };
}

interface Rows {
  monthly: MonthRow[];
  stores: StoreRow[];
}

const ofTable = {
  months: filled(monthlySql, { earned: monthsOfTableSql }),
  stores: filled(byStoreSql, { earned: storesOfTableSql }),
};

/** From the table of the report instant. */
async function fromTable(context: AnswerContext, bound: readonly Param[]): Promise<Rows> {
  const table = await derived(context, revenueTable);
  const { database } = context;
  return {
    monthly: await database.query<MonthRow>(await table(ofTable.months), bound),
    stores: await database.query<StoreRow>(await table(ofTable.stores), bound),
  };
}

/** Both in one statement: what they are parts of is looked for once. */
const ofVisits = `WITH ${partSql},
  by_month AS (${filled(monthlySql, { earned: monthsFromVisitsSql })}),
  by_store AS (${filled(byStoreSql, { earned: storesFromVisitsSql })})
  SELECT 'month' AS part, * FROM by_month UNION ALL BY NAME SELECT 'store' AS part, * FROM by_store`;

/** From what does not depend on the report instant; null where that is not there. */
async function fromVisits(
  { database, derivedTables, scope }: AnswerContext,
  monthsBack: number,
  isOfStore: boolean,
  others: readonly Param[],
): Promise<Rows | null> {
  const { cutMonth, thisMonth } = monthsOf(scope, monthsBack);
  // A month in which a clock is put back may be longer than 31 days: its cards would have to be counted, not added up.
  if (cutMonth === thisMonth) return null;
  const sql = filled(ofVisits, {
    'days back': String(31 * monthsBack),
    lasts: isOfStore ? 'lasts_there' : 'lasts',
    firsts: isOfStore ? 'firsts_there' : 'firsts',
  });
  const asked = derivedTables.standing.ofDayParts(sql, [visitsTable], scope, [cutMonth, ...others]);
  if (!asked) return null;
  const rows = await database.query<Record<string, unknown>>(
    await derivedTables.onCalendar(asked.sql, scope),
    asked.params,
  );
  // A row has the columns of both.
  const sums = ['transactions_count', 'total_points_earned', 'estimated_revenue_cents'] as const;
  const rowsOf = <R>(part: string, own: readonly (keyof R)[]): R[] =>
    rows
      .filter((row) => row.part === part)
      .map((row) => Object.fromEntries([...own, ...sums].map((name) => [name, row[name as string]])) as R);
  return {
    monthly: rowsOf('month', ['month', 'unique_customers']),
    stores: rowsOf('store', ['store_id', 'store_name']),
  };
}

/** Sums as they come from DuckDB: digits. */
type Sums = { total_points_earned: string | null; estimated_revenue_cents: string | null };

function withExact<S extends Sums>(
  sums: S,
): Omit<S, keyof Sums> & { total_points_earned: Exact | null; estimated_revenue_cents: Exact | null } {
  const { total_points_earned: points, estimated_revenue_cents: cents } = sums;
  return { ...sums, total_points_earned: exactOrNull(points), estimated_revenue_cents: exactOrNull(cents) };
}

function withoutStore(
  rows: readonly (Omit<StoreRevenue, 'store_id' | 'store_name'> & { store_id: string | null })[],
): RevenueAttribution['without_store'] {
  const row = rows.find(({ store_id }) => store_id === null);
  if (!row) return null;
  const { transactions_count, total_points_earned, estimated_revenue_cents } = row;
  return { transactions_count, total_points_earned, estimated_revenue_cents };
}

type MonthRow = Omit<MonthlyRevenue, keyof Sums> & Sums;
type StoreRow = Sums & { store_id: string | null; store_name: string | null; transactions_count: number };
