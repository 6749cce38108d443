import { checkedTable, statesTable } from '../at-risk/states-tables.ts';
import { habitsTable } from '../bands/rhythm-table.ts';
import { firstSeenTable } from '../cohorts/first-seen-table.ts';
import { enrolledTable, visitsTable } from '../rollup/rollup-tables.ts';
import type { StandingTable } from './standing-table.ts';

/** In the order in which they are built. */
export const standingTables: readonly StandingTable[] = [
  firstSeenTable,
  visitsTable,
  enrolledTable,
  checkedTable,
  statesTable,
  habitsTable,
];
