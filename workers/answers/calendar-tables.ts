import { boundariesOf, type CalendarDay, type CalendarMonth } from '../../src/domain/boundaries.ts';
import { DAY } from '../../src/domain/units.ts';
import {
  asciiColumn,
  bigintColumn,
  dateColumn,
  instantColumn,
  streamOf,
  wholeColumn,
} from '../database/arrow-columns.ts';
import type { Database } from '../database/database.ts';
import { millisOf } from './instant.ts';
import type { Scope } from './scope.ts';

/** The tables of a calendar, by name. */
export interface CalendarNames {
  /** A row a month: `number`, `month`, `starts_at`. */
  months: string;
  /**
   * A row a UTC date, which an instant finds at once: `month` and `day` are the numbers of the calendar's own at its first instant. Within it
   * `month + 1` begins at `next_month_at`; `next_day` begins at `next_day_at`, `last_day` at `last_day_at`; `never` where none does.
   * When they begin and end is there in microseconds since 1970, too: `month_starts_at`, `month_ends_at`, `next_month_ends_at`, and the same of days.
   */
  dates: string;
}

/** A calendar that is kept. */
interface Kept {
  /** Its place in the names. */
  place: number;
  /** What its tables hold, in milliseconds since 1970. */
  from: number;
  to: number;
  /** Whether that is all of the export. */
  isWhole: boolean;
  days: readonly CalendarDay[];
}

/** After all instants: the latest of a Date. */
const never = 8.64e15;

/** All that an export may hold. */
const longest = 231 * 366 * DAY;
/** As far back as any answer looks. */
const lookedBackAt = (60 * 31 + 31) * DAY;

/** Calendars that are kept: one goes back and forth between a few zones. */
const calendarsKept = 4;

/**
 * Makes the tables that hold a calendar's boundaries, over all of the export and the report instant: computed outside DuckDB, which knows
 * no time zones here.
 *
 * Their source: `domain/boundaries.ts`.
 */
export class CalendarTables {
  readonly #database: Database;
  /** By zone and beginning of the day; asked for last at the end. */
  readonly #kept = new Map<string, Kept>();

  constructor(database: Database) {
    this.#database = database;
  }

  async namesFor(scope: Scope): Promise<CalendarNames> {
    return namesAt((await this.#keptFor(scope)).place);
  }

  /** Whether the tables of a calendar hold all instants of the export: not where those are centuries apart. */
  async isWhole(scope: Scope): Promise<boolean> {
    return (await this.#keptFor(scope)).isWhole;
  }

  /** The days of a calendar that its tables hold, one after the other. */
  async daysFor(scope: Scope): Promise<readonly CalendarDay[]> {
    return (await this.#keptFor(scope)).days;
  }

  async #keptFor(scope: Scope): Promise<Kept> {
    const { timeZone, dayStart } = scope.calendar;
    const key = `${timeZone} ${dayStart}`;
    const asOf = millisOf(scope.asOf);
    let kept = this.#kept.get(key);
    this.#kept.delete(key);
    if (!kept || asOf < kept.from || asOf > kept.to) {
      const span = await this.#spanWith(asOf);
      const place = kept?.place ?? this.#free();
      kept = { place, ...span, days: await this.#make(place, span, scope) };
    }
    this.#kept.set(key, kept);
    return kept;
  }

  /** Another export takes the place of the one that they were made for. */
  forget(): void {
    this.#kept.clear();
  }

  /** A place of the names; where none is free, that of the calendar asked for longest ago. */
  #free(): number {
    if (this.#kept.size >= calendarsKept) this.#kept.delete([...this.#kept.keys()][0]!);
    const taken = new Set([...this.#kept.values()].map(({ place }) => place));
    return Array.from({ length: calendarsKept }, (_, place) => place).find((place) => !taken.has(place))!;
  }

  /** The instants of the export and one more; only what answers look back at from one that is centuries away. */
  async #spanWith(asOf: number): Promise<Pick<Kept, 'from' | 'to' | 'isWhole'>> {
    const [span] = await this.#database.query<{ first: number | null; latest: number | null }>(`
      SELECT epoch_ms(least((SELECT min(created_at) FROM cards), (SELECT min(transaction_at) FROM activity)))::DOUBLE AS first,
        epoch_ms(greatest((SELECT max(created_at) FROM cards), (SELECT max(transaction_at) FROM activity)))::DOUBLE AS latest`);
    const from = Math.min(asOf, span!.first ?? asOf);
    // Microseconds were cut off.
    const to = Math.max(asOf, span!.latest ?? asOf) + 1;
    return to - from < longest
      ? { from, to, isWhole: true }
      : { from: asOf - lookedBackAt, to: asOf + 1, isWhole: false };
  }

  async #make(
    place: number,
    { from, to }: Pick<Kept, 'from' | 'to'>,
    { calendar }: Scope,
  ): Promise<readonly CalendarDay[]> {
    const { months, days } = boundariesOf(calendar, from, to);
    await this.#replace(`calendar_months_${place}`, {
      number: wholeColumn(months.map(({ number }) => number)),
      month: asciiColumn(months.map(({ month }) => month)),
      starts_at: instantColumn(months.map(({ startsAt }) => startsAt)),
    });
    const dates = datesOf(months, days, to);
    await this.#replace(`calendar_dates_${place}`, {
      date: dateColumn(dates.map(({ date }) => date)),
      month: wholeColumn(dates.map(({ month }) => month.number)),
      next_month_at: instantColumn(dates.map(({ nextMonth }) => nextMonth?.startsAt ?? never)),
      day: wholeColumn(dates.map(({ day }) => day.number)),
      next_day_at: instantColumn(dates.map(({ nextDay }) => nextDay?.startsAt ?? never)),
      next_day: wholeColumn(dates.map(({ nextDay }) => nextDay?.number ?? 0)),
      last_day_at: instantColumn(dates.map(({ lastDay }) => lastDay?.startsAt ?? never)),
      last_day: wholeColumn(dates.map(({ lastDay }) => lastDay?.number ?? 0)),
      month_starts_at: microsColumn(dates.map(({ month }) => month.startsAt)),
      month_ends_at: microsColumn(dates.map(({ month }) => month.endsAt)),
      next_month_ends_at: microsColumn(dates.map(({ nextMonth }) => nextMonth?.endsAt ?? 0)),
      day_starts_at: microsColumn(dates.map(({ day }) => day.startsAt)),
      day_ends_at: microsColumn(dates.map(({ day }) => day.endsAt)),
      next_day_ends_at: microsColumn(dates.map(({ nextDay }) => nextDay?.endsAt ?? 0)),
      last_day_ends_at: microsColumn(dates.map(({ lastDay }) => lastDay?.endsAt ?? 0)),
    });
    return days;
  }

  async #replace(table: string, columns: Parameters<typeof streamOf>[0]): Promise<void> {
    await this.#database.run(`DROP TABLE IF EXISTS staging.${table}`);
    await this.#database.insertArrow(table, streamOf(columns));
  }
}

/** BIGINT, microseconds of milliseconds since 1970. */
const microsColumn = (times: readonly number[]): ReturnType<typeof bigintColumn> =>
  bigintColumn(times.map((time) => BigInt(time) * 1000n));

const namesAt = (place: number): CalendarNames => ({
  months: `staging.calendar_months_${place}`,
  dates: `staging.calendar_dates_${place}`,
});

/** What the calendar has on a UTC date. */
interface CalendarDate {
  /** Days since 1970. */
  date: number;
  month: CalendarMonth;
  nextMonth: CalendarMonth | undefined;
  day: CalendarDay;
  nextDay: CalendarDay | undefined;
  lastDay: CalendarDay | undefined;
}

/** Every UTC date from that in which the first day begins to that of the last instant. */
function datesOf(months: readonly CalendarMonth[], days: readonly CalendarDay[], to: number): CalendarDate[] {
  const dates: CalendarDate[] = [];
  let [month, day] = [0, 0];
  for (let date = Math.floor(days[0]!.startsAt / DAY); date * DAY <= to; date++) {
    while (months[month + 1] && months[month + 1]!.startsAt <= date * DAY) month++;
    while (days[day + 1] && days[day + 1]!.startsAt <= date * DAY) day++;
    const within = <P extends { startsAt: number }>(next: P | undefined): P | undefined =>
      next && next.startsAt < (date + 1) * DAY ? next : undefined;
    dates.push({
      date,
      month: months[month]!,
      nextMonth: within(months[month + 1]),
      day: days[day]!,
      nextDay: within(days[day + 1]),
      lastDay: within(days[day + 2]),
    });
  }
  return dates;
}
