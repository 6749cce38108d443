import type { DerivedTable } from '../derived-tables.ts';
import retentionSql from './retention.sql?raw';

/** Cohort sizes and returning cards, by 30-day windows from the first instant of the cohort's month. */
export const cohortVisitsTable: DerivedTable = {
  name: 'cohort_visits',
  columns: 'month INTEGER, back INTEGER, won_by BIGINT, window_offset INTEGER, cards INTEGER',
  fill: retentionSql,
};
