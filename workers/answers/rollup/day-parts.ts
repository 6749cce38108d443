import type { CalendarDay } from '../../../src/domain/boundaries.ts';
import { DAY, HOUR } from '../../../src/domain/units.ts';

/** No clock is changed by more, but where a zone changes sides of the date line. */
const longestShift = 3 * HOUR;

/**
 * The parts into which a calendar's days fall where reports look back from the end of one: by whole times 24 hours, which lead to the end of
 * another day, or past it by as much as clocks were changed in between. Parts are numbered in the order of time.
 *
 * A report on the end of a day is of whole parts, whatever it looks back to; one on any other instant is not.
 */
export class DayParts {
  readonly #days: readonly CalendarDay[];
  /** In microseconds: after a day's beginning, and before its end. */
  readonly #afterStart: readonly bigint[];
  readonly #beforeEnd: readonly bigint[];
  /** How many numbers a day has. */
  readonly perDay: number;

  /** @param days of all instants of an export */
  constructor(days: readonly CalendarDay[]) {
    this.#days = days;
    const lengths = new Set(days.map(({ startsAt, endsAt }) => Math.abs(endsAt - startsAt - DAY)));
    const shifts = [...lengths].filter((shift) => shift > 0 && shift <= longestShift).sort((a, b) => a - b);
    const micros = shifts.map((shift) => BigInt(shift) * 1000n);
    // The last microsecond of a day is in a look back that begins with it, and not in one that begins after it.
    this.#afterStart = micros.flatMap((shift) => [shift - 1n, shift]);
    this.#beforeEnd = [...micros.reverse().flatMap((shift) => [shift + 1n, shift]), 1n];
    this.perDay = 1 + this.#afterStart.length + this.#beforeEnd.length;
  }

  /**
   * The number of the part that an instant is in. SQL.
   *
   * @param micros the instant, in microseconds since 1970
   * @param day the number of its day, `start` and `end` when that begins and ends, in microseconds
   */
  partSql(micros: string, { day, start, end }: { day: string; start: string; end: string }): string {
    const edges = [
      ...this.#afterStart.map((edge) => `${start} + ${edge}`),
      ...this.#beforeEnd.map((edge) => `${end} - ${edge}`),
    ];
    const passed = edges.map((edge) => `(${micros} >= ${edge})::INTEGER`);
    return `(${day} * ${this.perDay} + ${passed.join(' + ')})`;
  }

  /** The number of the part that begins with an instant, in microseconds since 1970; null where none does. */
  beginningAt(micros: bigint): number | null {
    const [first, last] = [this.#days[0]!, this.#days.at(-1)!];
    // There is nothing before the first day, and nothing after the last.
    if (micros < microsOf(first.startsAt)) return first.number * this.perDay;
    if (micros >= microsOf(last.endsAt)) return (last.number + 1) * this.perDay;
    const { number, startsAt, endsAt } = this.#dayOf(micros);
    const [start, end] = [microsOf(startsAt), microsOf(endsAt)];
    const edges = [...this.#afterStart.map((edge) => start + edge), ...this.#beforeEnd.map((edge) => end - edge)];
    if (micros !== start && !edges.includes(micros)) return null;
    return number * this.perDay + edges.filter((edge) => edge <= micros).length;
  }

  #dayOf(micros: bigint): CalendarDay {
    let [low, high] = [0, this.#days.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (microsOf(this.#days[middle]!.startsAt) <= micros) low = middle;
      else high = middle - 1;
    }
    return this.#days[low]!;
  }
}

const microsOf = (millis: number): bigint => BigInt(millis) * 1000n;
