import type { MonthlyRevenue, RevenueAttribution, RevenueParams, StoreRevenue } from '../../src/contract';
import { idOf } from '../ids';
import { revenueTable } from '../tables/definitions';
import { checkMonthsBack, checkPointsRate, derived, storeFilter, type Asking } from './question';
import byStoreSql from './revenue-by-store.sql?raw';
import monthlySql from './revenue-monthly.sql?raw';

/**
 * Revenue attribution as the Orion service defines it (product definition, section 3), with the revenue in cents that it
 * documents and never computed; of a store: its transactions.
 */
export async function revenueAttribution(asking: Asking, params: RevenueParams): Promise<RevenueAttribution> {
  const { database, loaded, scope } = asking;
  const monthsBack = checkMonthsBack(params.monthsBack);
  const rate = checkPointsRate(params.pointsPerCurrencyUnit);
  const bound = [scope.asOf, monthsBack, ...(await storeFilter(asking, params)), rate];
  const table = await derived(asking, revenueTable);
  const monthly = await database.query<MonthlyRevenue & Record<string, unknown>>(table(monthlySql), bound);
  const stores = await database.query<StoreRow>(table(byStoreSql), bound);
  const isText = loaded.textSpaces.has('store');
  const by_store = stores.map((row) => ({
    ...row,
    store_id: idOf(row.store_id, isText),
    store_name: storeName(row.store_id, row.store_name),
  }));
  return { monthly, by_store, months_back: monthsBack };
}

/** A store's name; one without is called by its id. */
export function storeName(id: string, name: string | null): string {
  return name ?? `Store ${id}`;
}

type StoreRow = Omit<StoreRevenue, 'store_id' | 'store_name'> & {
  store_id: string;
  store_name: string | null;
} & Record<string, unknown>;
