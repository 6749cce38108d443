import { DAY, HOUR } from './units.ts';

/** A stretch of time, of a day at most, in which a zone is as far from UTC. All in milliseconds. */
interface Stretch {
  from: number;
  to: number;
  /** Local time less UTC. */
  offset: number;
}

/** No zone was ever farther from UTC. */
const farthest = 16 * HOUR;

/**
 * A time zone, as `Intl` knows it. A clock that is changed and changed back within a day of UTC is not seen.
 *
 * @throws RangeError for a zone that is unknown
 */
export class TimeZone {
  readonly #offsetAt: (instant: number) => number;
  /** At the beginning of a day of UTC, by its number since 1970. */
  readonly #offsets = new Map<number, number>();
  /** By the number of the day since 1970: each is looked up once. */
  readonly #known = new Map<number, Stretch[]>();

  constructor(name: string) {
    this.#offsetAt = offsetsOf(name);
  }

  /** The local time at an instant, as milliseconds of a clock that knows no zone. */
  localAt(instant: number): number {
    return instant + this.#day(Math.floor(instant / DAY)).find(({ to }) => instant < to)!.offset;
  }

  /**
   * The first instant at which it is a local time or later: where the clock is put back, the first of the two; where it is put forward
   * past that time, the change.
   */
  firstAt(local: number): number {
    for (let day = Math.floor((local - farthest) / DAY); ; day++) {
      const found = this.#day(day).find(({ to, offset }) => local - offset < to);
      if (found) return Math.max(found.from, local - found.offset);
    }
  }

  /**
   * How far the zone is from UTC at the beginning of a span of instants, and from when on it is otherwise. Looks every four days: no zone
   * has changed its clock and changed it back within as few.
   */
  *changes(from: number, to: number): Generator<{ at: number; offset: number }> {
    const first = Math.floor(from / DAY);
    let offset = this.#offsetAt(from);
    yield { at: from, offset };
    for (let day = first; day * DAY <= to; day += 4) {
      if (this.#offsetOn(day + 4) === offset) continue;
      for (const stretch of [0, 1, 2, 3].flatMap((after) => this.#day(day + after))) {
        if (stretch.offset === offset || stretch.to <= from || stretch.from > to) continue;
        ({ offset } = stretch);
        yield { at: stretch.from, offset };
      }
    }
  }

  /** The stretches of a day of UTC. */
  #day(day: number): Stretch[] {
    const known = this.#known.get(day);
    if (known) return known;
    const [from, to] = [day * DAY, (day + 1) * DAY];
    const [offset, after] = [this.#offsetOn(day), this.#offsetOn(day + 1)];
    const change = offset === after ? to : firstWith((instant) => this.#offsetAt(instant) !== offset, from, to);
    const found = [
      { from, to: change, offset },
      { from: change, to, offset: after },
    ].filter((stretch) => stretch.from < stretch.to);
    this.#known.set(day, found);
    return found;
  }

  #offsetOn(day: number): number {
    const known = this.#offsets.get(day) ?? this.#offsetAt(day * DAY);
    this.#offsets.set(day, known);
    return known;
  }
}

/** The zone by a name in whatever case, as this browser lists it, or as it is said; null for one that `Intl` does not know. */
export function timeZoneNamed(name: string): string | null {
  if (!isTimeZone(name)) return null;
  const isSame = (zone: string): boolean => zone.toLowerCase() === name.toLowerCase();
  return ['UTC', ...listedTimeZones()].find(isSame) ?? name;
}

/** The zones that this browser lists: none before Safari 15.4 and Firefox 93. */
export function listedTimeZones(): string[] {
  return 'supportedValuesOf' in Intl ? Intl.supportedValuesOf('timeZone') : [];
}

/** Whether `Intl` knows a zone by this name. */
export function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

/** The first whole second in `(after, until]` for which something holds, which holds at `until`. */
function firstWith(holds: (instant: number) => boolean, after: number, until: number): number {
  let [low, high] = [after, until];
  while (high - low > 1000) {
    const middle = Math.floor((low + high) / 2000) * 1000;
    if (middle <= low) break;
    if (holds(middle)) high = middle;
    else low = middle;
  }
  return high;
}

function offsetsOf(timeZone: string): (instant: number) => number {
  if (timeZone === 'UTC') return () => 0;
  const format = new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  // The parts by themselves would take four times as long to get.
  return (instant) => {
    const [month, day, year, hour, minute, second] = format.format(instant).match(/\d+/g)!.map(Number);
    // `Date.UTC` takes the years before 100 for those of the last century.
    const local = new Date(Date.UTC(2000, 0, 1, hour, minute, second)).setUTCFullYear(year!, month! - 1, day);
    return local - Math.floor(instant / 1000) * 1000;
  };
}
