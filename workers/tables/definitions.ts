import type { Definition } from './derived';
import inactivitySql from './inactivity.sql?raw';
import retentionSql from './retention.sql?raw';
import revenueSql from './revenue.sql?raw';

/** Cohort sizes and returning cards, by 30-day windows from the first instant of the cohort's month. */
export const retentionTable: Definition = {
  name: 'retention',
  columns: 'month TIMESTAMP, after_start BOOLEAN, won_by BIGINT, window_offset INTEGER, cards INTEGER',
  fill: retentionSql,
};

/** Earning transactions by month and store. */
export const revenueTable: Definition = {
  name: 'revenue',
  columns: `month TIMESTAMP, store_id BIGINT, is_total BOOLEAN,
    transactions INTEGER, points HUGEINT, cents HUGEINT, cards INTEGER,
    transactions_after INTEGER, points_after HUGEINT, cents_after HUGEINT, cards_after INTEGER`,
  fill: revenueSql,
};

/** How inactivity in usual intervals is spread: bins of this width, and one for all beyond them. */
export const spreadBins = { width: 0.25, count: 32 };

/** The checked cards with their inactivity and usual interval. */
export const inactivityTable: Definition = {
  name: 'inactivity',
  columns:
    'card INTEGER, place INTEGER, days_inactive INTEGER, avg_interval DOUBLE, transactions INTEGER, points_balance HUGEINT, last_store_id BIGINT, bin UTINYINT',
  fill: inactivitySql
    .replaceAll('{bin_width}', String(spreadBins.width))
    .replaceAll('{bins}', String(spreadBins.count)),
};
