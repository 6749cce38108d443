import { filled } from '../../database/filled.ts';
import type { StandingTable } from '../standing/standing-table.ts';
import enrolledTogetherSql from './enrolled-together.sql?raw';
import enrolledSql from './enrolled.sql?raw';
import visitsTogetherSql from './visits-together.sql?raw';
import visitsSql from './visits.sql?raw';

/** Counts that are added up together lie in 21 bits each of a sum. */
const unpacked = (sql: string): string =>
  filled(sql, { second: '2097152', third: '4398046511104' })
    .replaceAll(/\{first of:(\w+)\}/g, 'coalesce($1 & 2097151, 0)')
    .replaceAll(/\{second of:(\w+)\}/g, 'coalesce(($1 >> 21) & 2097151, 0)')
    .replaceAll(/\{third of:(\w+)\}/g, 'coalesce($1 >> 42, 0)');

/** Transactions by store and part of a day, with what makes the cards of a look back a sum. */
export const visitsTable: StandingTable = {
  name: 'visits',
  columns: `store_id BIGINT, part INTEGER, day INTEGER, month INTEGER, first_at TIMESTAMP, transactions INTEGER, known_points INTEGER,
    amounts INTEGER, fresh INTEGER, lapses INTEGER, fresh_there INTEGER, lapses_there INTEGER, months INTEGER, held DECIMAL(38, 4),
    held_unknown INTEGER, earned INTEGER, points DECIMAL(38, 4), cents HUGEINT, firsts INTEGER, lasts INTEGER, firsts_there INTEGER,
    lasts_there INTEGER`,
  slice: unpacked(visitsSql),
  together: visitsTogetherSql,
  isOfScope: true,
};

/** Cards by the part of a day in which they were enrolled. */
export const enrolledTable: StandingTable = {
  name: 'enrolled',
  columns: `part INTEGER, month INTEGER, first_at TIMESTAMP, cards INTEGER, returned INTEGER, known_balances INTEGER,
    balance DECIMAL(38, 4), later DECIMAL(38, 4), later_unknown INTEGER`,
  slice: enrolledSql,
  together: enrolledTogetherSql,
  isOfScope: true,
};
