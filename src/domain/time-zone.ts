import { DAY } from './calendar.ts';

/** A stretch of time in which a zone is as far from UTC. All in milliseconds. */
interface Stretch {
  from: number;
  to: number;
  /** Local time less UTC. */
  offset: number;
}

/**
 * A time zone over a span of instants, from what `Intl` knows of it. A clock that is changed and changed back within a day is not seen.
 *
 * @throws RangeError for a zone that is unknown
 */
export class TimeZone {
  readonly #stretches: Stretch[] = [];

  /** @param from first instant of the span, @param to its last, in milliseconds since 1970 */
  constructor(name: string, from: number, to: number) {
    const offsetAt = offsetsOf(name);
    let start = from;
    let offset = offsetAt(from);
    for (let at = from; at < to; at += DAY) {
      const next = Math.min(at + DAY, to);
      const offsetThen = offsetAt(next);
      if (offsetThen === offset) continue;
      const change = firstWith((instant) => offsetAt(instant) !== offset, at, next);
      this.#stretches.push({ from: start, to: change, offset });
      start = change;
      offset = offsetThen;
    }
    this.#stretches.push({ from: start, to: Infinity, offset });
  }

  /** The local time at an instant of the span, as milliseconds of a clock that knows no zone. */
  localAt(instant: number): number {
    return instant + this.#stretches.find(({ to }) => instant < to)!.offset;
  }

  /**
   * The first instant at which it is a local time or later: where the clock is put back, the first of the two; where it is put forward
   * past that time, the change.
   */
  firstAt(local: number): number {
    const stretch = this.#stretches.find(({ to, offset }) => local - offset < to)!;
    return Math.max(stretch.from, local - stretch.offset);
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
  return (instant) => {
    const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
    for (const { type, value } of format.formatToParts(instant)) part[type] = Number(value);
    const local = Date.UTC(part.year!, part.month! - 1, part.day, part.hour, part.minute, part.second);
    return local - Math.floor(instant / 1000) * 1000;
  };
}
