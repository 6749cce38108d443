import type { DerivedTable } from '../derived-tables.ts';
import type { StandingTable } from '../standing/standing-table.ts';
import { statesTable } from '../at-risk/states-tables.ts';
import habitsSql from './habits.sql?raw';
import rhythmFromHabitsSql from './rhythm-from-habits.sql?raw';
import rhythmSql from './rhythm.sql?raw';

/** How often every card was used, from each of its uses until the next. */
export const habitsTable: StandingTable = {
  name: 'habits',
  columns:
    'card_index INTEGER, seen_at {moment}, until_at {moment}, visits INTEGER, day INTEGER, span INTEGER, amounts INTEGER, cents {cents}',
  slice: habitsSql,
  isOfScope: true,
};

/** How often each card comes, and how long it has been away: at the report instant, 30 days before it (`…_before`), and 90 (`…_earlier`). */
export const rhythmTable: DerivedTable = {
  name: 'rhythm',
  columns: `card_index INTEGER, last_store_id BIGINT, visits INTEGER, span INTEGER, days_away INTEGER, visits_before INTEGER,
    span_before INTEGER, days_away_before INTEGER, visits_earlier INTEGER,
    span_earlier INTEGER, days_away_earlier INTEGER, points DECIMAL(38, 4), amounts INTEGER, cents HUGEINT, visits_of_year INTEGER,
    last_day INTEGER, cents_ever HUGEINT, is_counted BOOLEAN`,
  fill: rhythmSql,
  fromStanding: { tables: [habitsTable, statesTable], fill: rhythmFromHabitsSql },
};

/**
 * The band of a card that came so often within so many days, and has been away for so long; null where it was not seen. SQL.
 *
 * @param suffix of the columns: '' for the report instant, '_before' for 30 days before it, '_earlier' for 90
 * @param multiplier SQL
 */
export const bandSql = (suffix: '' | '_before' | '_earlier', multiplier: string): string => `CASE
    WHEN visits${suffix} = 0 THEN NULL
    WHEN visits${suffix} = 1 THEN 'single-visit'
    WHEN days_away${suffix}::BIGINT * (visits${suffix} - 1) <= span${suffix} THEN 'within-rhythm'
    WHEN days_away${suffix}::BIGINT * (visits${suffix} - 1) <= ${multiplier} * span${suffix} THEN 'slipping'
    WHEN days_away${suffix}::BIGINT * (visits${suffix} - 1) <= 2 * ${multiplier} * span${suffix} THEN 'overdue'
    ELSE 'lost'
  END`;
