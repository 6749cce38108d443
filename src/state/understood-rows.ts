import type { Day } from '../contract/ids.ts';
import type { UnderstoodRow } from '../contract/summary.ts';
import { isoDay, type LocalCalendar } from '../domain/local-calendar.ts';

/** What a clock on the wall showed. */
export interface Clock {
  day: Day;
  /** `18:04`; null where no row has any, as with dates alone. */
  time: string | null;
}

/** When rows were, on a clock of the calendar's zone. */
export function clockOf(rows: readonly UnderstoodRow[], { zone }: LocalCalendar): Clock[] {
  const shown = rows.map(({ at }) => zone.localAt(Date.parse(at)));
  const times = shown.map((local) => new Date(local).toISOString().slice(11, 16));
  const areDays = times.every((time) => time === '00:00');
  return shown.map((local, index) => ({ day: isoDay(local), time: areDays ? null : times[index]! }));
}
