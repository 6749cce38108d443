import type { DerivedTable } from '../derived-tables.ts';
import revenueSql from './revenue.sql?raw';

/** Earning transactions by month and store. */
export const revenueTable: DerivedTable = {
  name: 'revenue',
  columns: `month TIMESTAMP, store_id BIGINT, is_total BOOLEAN,
    transactions INTEGER, points HUGEINT, cents HUGEINT, cards INTEGER,
    transactions_after INTEGER, points_after HUGEINT, cents_after HUGEINT, cards_after INTEGER`,
  fill: revenueSql,
};
