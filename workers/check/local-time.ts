import type { Calendar } from '../../src/contract/calendar.ts';
import { TimeZone } from '../../src/domain/time-zone.ts';
import { DAY, HOUR } from '../../src/domain/units.ts';
import type { Database } from '../database/database.ts';
import { believableYears, type LocalTime } from './instant-sql.ts';

/** How far a clock is from UTC at least and at most, in hours. */
export interface ClockSpan {
  least: number;
  most: number;
}

/**
 * Creates `read_local_days`, by which wall-clock time becomes an instant: a row a day of the clock (`day`), with the instant at which that
 * day of the calendar begins (`starts_at`), the time from which the clock is as far from UTC as at the end of the day (`turns_at`), and how
 * far it is from UTC before that and after (`before`, `after`, in microseconds).
 *
 * A time that comes twice, where the clock is put back, is the first of the two; one that the clock leaves out is as if it had not been
 * put forward yet: as RFC 5545 (section 3.3.5) and Temporal (`compatible`) have it.
 */
export async function createLocalDays(database: Database, { timeZone, dayStart }: Calendar): Promise<ClockSpan> {
  const from = Date.parse(believableYears.from) - 2 * DAY;
  const changes = [...new TimeZone(timeZone).changes(from, Date.parse(believableYears.to))];
  const turns = changes.map(({ at, offset: after }, index) => {
    const before = changes[index - 1]?.offset ?? after;
    return `(${at + Math.max(before, after)}, ${before}, ${after})`;
  });
  await database.run(`
    CREATE OR REPLACE TABLE read_local_days AS
    WITH turns AS (
      SELECT epoch_ms(turns_at)::DATE AS turn_day, epoch_ms(turns_at) AS turns_at, 1000 * before::BIGINT AS before, 1000 * after::BIGINT AS after,
        lead(epoch_ms(turns_at)::DATE, 1, DATE '${believableYears.to}') OVER (ORDER BY turns_at) AS next_day
      FROM (VALUES ${turns.join(', ')}) AS turns (turns_at, before, after)
    ),
    turned AS (
      SELECT day::DATE AS day, turns_at, CASE WHEN day = turn_day THEN before ELSE after END AS before, after
      FROM (SELECT *, unnest(range(turn_day, next_day, INTERVAL 1 DAY)) AS day FROM turns)
    )
    SELECT *,
      CASE
        WHEN day + to_hours(${dayStart}) >= turns_at THEN ${utcSql(`day + to_hours(${dayStart})`, 'after')}
        -- In a gap of the clock it begins with the first instant after.
        ELSE least(${utcSql(`day + to_hours(${dayStart})`, 'before')}, ${utcSql('turns_at', 'after')})
      END AS starts_at
    FROM turned`);
  const hours = changes.map(({ offset }) => offset / HOUR);
  return { least: Math.min(...hours), most: Math.max(...hours) };
}

const utcSql = (clock: string, offset: string): string => `make_timestamp(epoch_us(${clock}) - ${offset})`;

const daysAlias = (column: string): string => `days_of_${column}`;

/** Joins the clock's day of a value: a TIMESTAMP as SQL. */
export function joinLocalDays(column: string, value: string): string {
  return `LEFT JOIN read_local_days AS ${daysAlias(column)} ON ${daysAlias(column)}.day = (${value})::DATE`;
}

/** The instant of a value that may be wall-clock time. SQL. */
export function instantOfLocal(column: string, value: string, { hasZone, isDay }: LocalTime): string {
  const days = daysAlias(column);
  const offset = `CASE WHEN ${value} < ${days}.turns_at THEN ${days}.before ELSE ${days}.after END`;
  const zoned = hasZone === null ? '' : `WHEN ${hasZone} THEN ${value}`;
  return `CASE ${zoned} WHEN ${isDay} THEN ${days}.starts_at ELSE ${utcSql(value, offset)} END`;
}
