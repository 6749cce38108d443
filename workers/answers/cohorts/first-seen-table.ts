import { filled } from '../../database/filled.ts';
import type { StandingTable, Sums } from '../standing/standing-table.ts';
import firstSeenSql from './first-seen.sql?raw';
import firstSeenDaysSql from './first-seen-days.sql?raw';

const days = (name: string, wonBy: string, known: string): Sums => ({
  name,
  columns: 'won_by BIGINT, month INTEGER, window_offset INTEGER, day INTEGER, cards INTEGER',
  slice: filled(firstSeenDaysSql, { 'won by': wonBy, known }),
});

/** From when on each card counts in each window of its cohort, and how many cards do by day. */
export const firstSeenTable: StandingTable = {
  name: 'first_seen',
  columns:
    'card_index INTEGER, month INTEGER, window_offset INTEGER, created_at {moment}, known_at {moment}, won_by BIGINT, won_at {moment}',
  slice: firstSeenSql,
  isOfScope: true,
  sums: [days('first_seen_days', 'NULL', 'known_at'), days('first_seen_won_days', 'won_by', 'won_at')],
};
