import type { Param } from '../../database/database.ts';
import { dayOf, inDay, withDays } from '../days-of-instants.ts';
import { dayMicros, microsOf } from '../instant.ts';
import type { Scope } from '../scope.ts';
import type { DayParts } from './day-parts.ts';

/** A statement with the months and days of instants, and the parts of those, `{part of:created_at}`, where `dates` is joined to them. */
export const onDays = (sql: string, dayParts: DayParts): string =>
  withDays(sql).replaceAll(/\{part of:(\w+)\}/g, (_, of: string) =>
    dayParts.partSql(`epoch_us(${of})`, {
      day: dayOf(of),
      start: inDay(of, 'day_starts_at', 'day_ends_at', 'next_day_ends_at'),
      end: inDay(of, 'day_ends_at', 'next_day_ends_at', 'last_day_ends_at'),
    }),
  );

/**
 * A statement with what it asks of the parts of days bound behind its first parameters: `{part after:n}` is the part that begins right after n
 * days before the report instant, `{part at:n}` the one that begins with that.
 *
 * @returns null where one of them does not begin there
 */
export function boundToDayParts(
  sql: string,
  dayParts: DayParts,
  { asOf }: Scope,
  params: readonly Param[],
): { sql: string; params: Param[] } | null {
  const bound = [...params];
  const places = new Map<string, string>();
  let isOfParts = true;
  const filledIn = sql.replaceAll(/\{part (after|at):(\d+)\}/g, (placeholder, how: string, days: string) => {
    const known = places.get(placeholder);
    if (known) return known;
    const part = dayParts.beginningAt(microsOf(asOf) - BigInt(days) * dayMicros + (how === 'after' ? 1n : 0n));
    isOfParts &&= part !== null;
    const place = `$${bound.push(part)}::INTEGER`;
    places.set(placeholder, place);
    return place;
  });
  return isOfParts ? { sql: filledIn, params: bound } : null;
}
