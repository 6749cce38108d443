import type { DerivedTable } from '../derived-tables.ts';
import fromStatesSql from './inactivity-from-states.sql?raw';
import inactivitySql from './inactivity.sql?raw';
import { checkedTable, statesTable } from './states-tables.ts';

/** How inactivity in usual intervals is spread: bins of this width, and one for all beyond them. */
export const spreadBins = { width: 0.25, count: 32 };

const { width, count } = spreadBins;
/**
 * The bin of a card, from 1: days inactive / usual interval are above (bin - 1) × its width, and not above bin × its width; null beyond the
 * last, where an interval of 0 days puts any inactive card. SQL.
 */
export const binSql = `CASE
    WHEN days_inactive = 0 THEN 1
    WHEN avg_interval > 0 AND days_inactive <= avg_interval * (${width}::DOUBLE * ${count}::INTEGER)
      THEN ceil(days_inactive / (avg_interval * ${width}::DOUBLE))
  END::INTEGER`;

/** `later`: points that came after the report instant, null where some of those are not known. */
const columns = (points: string): string =>
  `card_index INTEGER, days_inactive INTEGER, avg_interval DOUBLE, transactions INTEGER, later ${points}, last_store_id BIGINT`;

/** A card's balance at the report instant: what it is today, less what came after. Over `at_risk` and `cards`. SQL. */
export const balanceSql = '(cards.points_balance - at_risk.later::DECIMAL(38, 4))';

/** The checked cards with their inactivity and usual interval. */
export const inactivityTable: DerivedTable = {
  name: 'inactivity',
  columns: columns('DECIMAL(38, 4)'),
  fill: inactivitySql,
  fromStanding: { tables: [statesTable, checkedTable], fill: fromStatesSql, columns: columns('{points}') },
};
