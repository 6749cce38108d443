import { isoDay, LocalCalendar } from '../../../src/domain/local-calendar.ts';
import { DAY } from '../../../src/domain/units.ts';
import { daysBefore, millisOf, utcText } from '../instant.ts';
import type { Scope } from '../scope.ts';

/**
 * The instant at which a rule is asked: from the end of a day of the calendar the end of the day so many before it, however long those are; from any
 * other instant so many times 24 hours before.
 *
 * @returns it as SQL text, with its day
 */
export function testDate({ asOf, calendar }: Scope, horizonDays: number): { instant: string; day: string } {
  const local = new LocalCalendar(calendar);
  const midnight = local.midnightOf(millisOf(asOf));
  const endOf = (at: number): string => utcText(local.endOf(isoDay(at)))!;
  const before = midnight - horizonDays * DAY;
  if (asOf === endOf(midnight)) return { instant: endOf(before), day: isoDay(before) };
  const instant = daysBefore(asOf, horizonDays);
  return { instant, day: isoDay(local.midnightOf(millisOf(instant))) };
}
