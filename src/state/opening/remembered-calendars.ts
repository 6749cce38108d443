import { isDayStart, isWeekStart, type Calendar } from '../../contract/calendar.ts';
import { isTimeZone } from '../../domain/time-zone.ts';
import type { ExportSummary } from '../../contract/summary.ts';
import type { DeviceStorage } from '../../platform/device-storage.ts';
import { shapesOf } from './export-facts.ts';
import { RememberedOfExports } from './remembered-of-exports.ts';

/** What was chosen of the calendar for exports. */
export class RememberedCalendars extends RememberedOfExports<Partial<Calendar>> {
  constructor(storage?: DeviceStorage | null) {
    super('calendars', isChosen, storage);
  }
}

/** Keeps what was chosen for an export of the user's own; samples are nobody's. */
export function keepCalendar(
  remembered: RememberedCalendars,
  { source, summary }: { source: { sample: string | null }; summary: ExportSummary },
  chosen: Partial<Calendar>,
): void {
  if (source.sample === null) remembered.keep(shapesOf(summary), chosen);
}

function isChosen(value: unknown): value is Partial<Calendar> {
  const { timeZone, weekStart = 1, dayStart = 0 } = (value ?? {}) as Partial<Calendar>;
  const isKnown = timeZone === undefined || (typeof timeZone === 'string' && isTimeZone(timeZone));
  return isKnown && isWeekStart(weekStart) && isDayStart(dayStart);
}
