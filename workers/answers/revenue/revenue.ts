import type { MonthlyRevenue, RevenueAttribution, RevenueParams, StoreRevenue } from '../../../src/contract/answers.ts';
import type { Exact } from '../../../src/contract/exact.ts';
import { exactOrNull } from '../../../src/contract/exact.ts';
import { idOf } from '../../database/ids.ts';
import { checkMonthsBack, checkPointsRate } from '../params.ts';
import { derived, storeFilter, type AnswerContext } from '../question.ts';
import { revenueTable } from './revenue-table.ts';
import byStoreSql from './by-store.sql?raw';
import monthlySql from './monthly.sql?raw';

/**
 * Revenue attribution as the service defines it (`../README.md`), with the revenue in cents that it
 * documents and never computed; of a store: its transactions.
 */
export async function revenueAttribution(context: AnswerContext, params: RevenueParams): Promise<RevenueAttribution> {
  const { database, loaded } = context;
  const monthsBack = checkMonthsBack(params.monthsBack);
  const rate = checkPointsRate(params.pointsPerCurrencyUnit);
  const bound = [monthsBack, ...(await storeFilter(context, params)), rate];
  const table = await derived(context, revenueTable);
  const monthly = await database.query<MonthRow>(await table(monthlySql), bound);
  const stores = await database.query<StoreRow>(await table(byStoreSql), bound);
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
