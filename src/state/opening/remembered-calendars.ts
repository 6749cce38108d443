import { isDayStart, isWeekStart, type Calendar } from '../../contract/calendar.ts';
import { isTimeZone } from '../../domain/time-zone.ts';
import type { ExportSummary } from '../../contract/summary.ts';
import type { DeviceStorage } from '../../platform/device-storage.ts';
import { exportOf, shapesOf } from './export-facts.ts';
import { KeptEntries } from './kept-entries.ts';

/**
 * What was chosen of the calendar for an export of which columns, kept on this device. A device that keeps nothing (private windows, blocked
 * storage) only offers once more.
 */
export class RememberedCalendars {
  readonly #kept: KeptEntries<Partial<Calendar>>;

  constructor(storage?: DeviceStorage | null) {
    this.#kept = new KeptEntries({ key: 'loyalty-lens.calendars', list: 'calendars', version: 1, isEntry }, storage);
  }

  /** What was chosen for exports with files of these shapes; null when nothing was. */
  get(shapes: readonly string[]): Partial<Calendar> | null {
    return this.#kept.read().get(exportOf(shapes)) ?? null;
  }

  get isEmpty(): boolean {
    return this.#kept.read().size === 0;
  }

  keep(shapes: readonly string[], chosen: Partial<Calendar>): void {
    this.#kept.keep([[exportOf(shapes), { ...chosen }]]);
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

function isEntry(entry: unknown): entry is [string, Partial<Calendar>] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  const { timeZone, weekStart = 1, dayStart = 0 } = (entry[1] ?? {}) as Partial<Calendar>;
  const isKnown = timeZone === undefined || (typeof timeZone === 'string' && isTimeZone(timeZone));
  return isKnown && isWeekStart(weekStart) && isDayStart(dayStart);
}
