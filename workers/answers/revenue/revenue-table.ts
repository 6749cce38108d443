import type { DerivedTable } from '../derived-tables.ts';
import revenueSql from './revenue.sql?raw';

/** Earning transactions by month and store. */
export const revenueTable: DerivedTable = {
  name: 'revenue',
  columns:
    'month INTEGER, store_id BIGINT, is_total BOOLEAN, back INTEGER, transactions INTEGER, points DECIMAL(38, 4), cents HUGEINT, cards INTEGER',
  fill: revenueSql,
};
