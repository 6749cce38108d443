import { filled } from '../../database/filled.ts';
import type { DerivedTable } from '../derived-tables.ts';
import inactivitySql from './inactivity.sql?raw';

/** How inactivity in usual intervals is spread: bins of this width, and one for all beyond them. */
export const spreadBins = { width: 0.25, count: 32 };

/** The checked cards with their inactivity and usual interval. */
export const inactivityTable: DerivedTable = {
  name: 'inactivity',
  columns:
    'card_index INTEGER, place INTEGER, days_inactive INTEGER, avg_interval DOUBLE, transactions INTEGER, points_balance DECIMAL(38, 4), last_store_id BIGINT, bin UTINYINT',
  fill: filled(inactivitySql, { bin_width: String(spreadBins.width), bins: String(spreadBins.count) }),
};
