import { isDayStart, isWeekStart, type Calendar } from '../../contract/calendar.ts';
import { isTimeZone } from '../../domain/time-zone.ts';
import { storageOfDevice, type DeviceStorage } from '../../platform/device-storage.ts';

const key = 'loyalty-lens.calendars';
const version = 1;
/** More exports than anyone has; beyond them the one that was chosen for longest ago goes. */
const most = 60;
/** The columns of files longer than this are not kept. */
const longest = 20_000;

/**
 * What was chosen of the calendar for an export of which columns, kept on this device. A device that keeps nothing (private windows, blocked
 * storage) only offers once more.
 */
export class RememberedCalendars {
  readonly #storage: DeviceStorage | null;

  constructor(storage: DeviceStorage | null = storageOfDevice()) {
    this.#storage = storage;
  }

  /** What was chosen for exports with files of these shapes; null when nothing was. */
  get(shapes: readonly string[]): Partial<Calendar> | null {
    return this.#read().get(exportOf(shapes)) ?? null;
  }

  get isEmpty(): boolean {
    return this.#read().size === 0;
  }

  keep(shapes: readonly string[], chosen: Partial<Calendar>): void {
    const kept = this.#read();
    const exported = exportOf(shapes);
    if (exported.length > longest) return;
    kept.delete(exported);
    kept.set(exported, { ...chosen });
    this.#write([...kept].slice(-most));
  }

  #read(): Map<string, Partial<Calendar>> {
    try {
      const stored = JSON.parse(this.#storage?.getItem(key) ?? 'null') as Partial<Stored> | null;
      if (stored?.version !== version || !Array.isArray(stored.calendars)) return new Map();
      return new Map(stored.calendars.filter(isEntry));
    } catch {
      return new Map();
    }
  }

  #write(calendars: [string, Partial<Calendar>][]): void {
    try {
      this.#storage?.setItem(key, JSON.stringify({ version, calendars } satisfies Stored));
    } catch {
      // Full or forbidden: it is offered again next time.
    }
  }
}

/** Keeps what was chosen for an export of the user's own; samples are nobody's. */
export function keepCalendar(
  remembered: RememberedCalendars,
  { source, shapes }: { source: { sample: string | null }; shapes: readonly string[] },
  chosen: Partial<Calendar>,
): void {
  if (source.sample === null) remembered.keep(shapes, chosen);
}

interface Stored {
  version: number;
  calendars: [exported: string, calendar: Partial<Calendar>][];
}

/** One name for an export, in whatever order its files come, and in however many parts. */
const exportOf = (shapes: readonly string[]): string => [...new Set(shapes)].sort().join('\n\n');

function isEntry(entry: unknown): entry is [string, Partial<Calendar>] {
  if (!Array.isArray(entry) || typeof entry[0] !== 'string') return false;
  const { timeZone, weekStart = 1, dayStart = 0 } = (entry[1] ?? {}) as Partial<Calendar>;
  const isKnown = timeZone === undefined || (typeof timeZone === 'string' && isTimeZone(timeZone));
  return isKnown && isWeekStart(weekStart) && isDayStart(dayStart);
}
