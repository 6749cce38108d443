import { balanceSql } from './inactivity-table.ts';
import type { CardNames } from '../../database/pseudonyms.ts';
import type { atRiskColumns } from '../../../src/contract/answers.ts';
import { idKeys, nameKeys, numberKeys } from '../card-list.ts';

/** What is compared, by column. An interval that no gap stands behind is none. SQL. */
export const keysOf = (names: CardNames): Record<(typeof atRiskColumns)[number], readonly string[]> => ({
  days_inactive: ['days_inactive'],
  avg_interval_days: ['CASE WHEN at_risk.transactions > 1 THEN avg_interval END'],
  points_balance: [balanceSql],
  card_number: numberKeys(names),
  customer_name: nameKeys(names),
});

/**
 * The order of the service: the longest inactive first, then by id. Over `at_risk`, `cards` and `ids`. SQL.
 *
 * @param areNamed whether some id of a card is in `ids`
 */
export const placeSql = (areNamed: boolean): string => `days_inactive DESC, ${idKeys(areNamed)}`;
