import type { Calendar } from '../../src/contract/calendar.ts';
import { boundariesOf, type Period } from '../../src/domain/boundaries.ts';
import { literal } from '../database/literals.ts';

/**
 * The tables of a calendar that the definitions read (`answers/tables.sql`), as statements that give their rows.
 *
 * @param from first instant that they hold, in milliseconds since 1970
 * @param to its last
 */
export function calendarSql(calendar: Calendar, from: number, to: number): { months: string; days: string } {
  const { months, days } = boundariesOf(calendar, from, to);
  return {
    months: rowsSql(
      'number, month, starts_at, ends_at',
      months.map((month) => [String(month.number), literal(month.month), ...instants(month)]),
    ),
    days: rowsSql(
      'number, day, weekday, starts_at, ends_at',
      days.map((day) => [String(day.number), literal(day.day), String(day.weekday), ...instants(day)]),
    ),
  };
}

function rowsSql(columns: string, rows: readonly string[][]): string {
  return `FROM (VALUES ${rows.map((row) => `(${row.join(', ')})`).join(', ')}) AS period (${columns})`;
}

const instants = ({ startsAt, endsAt }: Period): string[] =>
  [startsAt, endsAt].map((time) => `TIMESTAMP ${literal(new Date(time).toISOString().replace('Z', ''))}`);
