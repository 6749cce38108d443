import type { StandingTable } from '../standing/standing-table.ts';
import checkedSql from './checked.sql?raw';
import statesSql from './states.sql?raw';

/** What is known of every card from each of its transactions until the next. */
export const statesTable: StandingTable = {
  name: 'states',
  columns:
    'card_index INTEGER, seen_at {moment}, until_at {moment}, visits INTEGER, gaps INTEGER, later {points}, store_id BIGINT',
  slice: statesSql,
  isOfScope: false,
};

/** The cards that are checked, with what does not follow from a state. */
export const checkedTable: StandingTable = {
  name: 'checked_cards',
  columns: 'card_index INTEGER, merchant_id BIGINT, created_at {moment}, last_activity_at {moment}, later {points}',
  slice: checkedSql,
  isOfScope: false,
};
