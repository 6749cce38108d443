import { boundariesOf, type CalendarDay, type CalendarMonth } from '../../src/domain/boundaries.ts';
import type { Database } from '../database/database.ts';
import { literal } from '../database/literals.ts';
import type { Scope } from './scope.ts';

/** The tables of a calendar up to a report instant, by name. */
export interface CalendarNames {
  /** A row a month: `number`, `month`, `starts_at`; the last is that of the report instant. */
  months: string;
  /**
   * A row a UTC date, which an instant finds at once: `month` and `day` are the numbers of the calendar's own at its first instant. Within it
   * `month + 1` begins at `next_month_at`; `next_day` begins at `next_day_at`, `last_day` at `last_day_at`; infinity where none does.
   */
  dates: string;
}

const DAY = 86_400_000;

/** As far back as any answer looks, months and quarters of them begun included. */
const daysBack = 60 * 31 + 62;

/** Calendars that are kept: one goes back and forth between a few report dates. */
const calendarsKept = 4;

/**
 * Makes the tables that hold a calendar's boundaries: computed outside DuckDB, which knows no time zones here.
 *
 * Their source: `domain/boundaries.ts`.
 */
export class CalendarTables {
  readonly #database: Database;
  /** The place of each in the names, by what it is for; asked for last at the end. */
  #kept = new Map<string, number>();

  constructor(database: Database) {
    this.#database = database;
  }

  async namesFor({ calendar, asOf }: Scope): Promise<CalendarNames> {
    const key = JSON.stringify([calendar, asOf]);
    const known = this.#kept.get(key);
    const place = known ?? this.#free();
    const names = { months: `calendar_months_${place}`, dates: `calendar_dates_${place}` };
    this.#kept.delete(key);
    if (known === undefined) await this.#make(names, { calendar, asOf });
    this.#kept.set(key, place);
    return names;
  }

  /** A place of the names; where none is free, that of the calendar asked for longest ago. */
  #free(): number {
    if (this.#kept.size < calendarsKept) {
      const taken = new Set(this.#kept.values());
      return Array.from({ length: calendarsKept }, (_, place) => place).find((place) => !taken.has(place))!;
    }
    const [oldest, place] = [...this.#kept][0]!;
    this.#kept.delete(oldest);
    return place;
  }

  async #make({ months, dates }: CalendarNames, { calendar, asOf }: Pick<Scope, 'calendar' | 'asOf'>): Promise<void> {
    const to = Date.parse(`${asOf.slice(0, 23).replace(' ', 'T')}Z`);
    const boundaries = boundariesOf(calendar, Math.max(firstInstant, to - daysBack * DAY), to);
    await this.#database.run(`
      CREATE OR REPLACE TABLE ${months} AS
      FROM (VALUES ${boundaries.months.map(monthRow).join(', ')}) AS month (number, month, starts_at);
      CREATE OR REPLACE TABLE ${dates} AS
      FROM (VALUES ${datesOf(boundaries, to).join(', ')})
        AS date (date, month, next_month_at, day, next_day_at, next_day, last_day_at, last_day);`);
  }
}

/** No instant of an export is before it. */
const firstInstant = Date.parse('0001-01-01T00:00:00Z');

function monthRow({ number, month, startsAt }: CalendarMonth): string {
  return `(${number}, ${literal(month)}, ${instant(startsAt)})`;
}

/** A row for every UTC date from that in which the first day begins. */
function datesOf({ months, days }: { months: CalendarMonth[]; days: CalendarDay[] }, to: number): string[] {
  const rows: string[] = [];
  let [month, day] = [0, 0];
  for (let date = floorDay(days[0]!.startsAt); date <= to; date += DAY) {
    while (months[month + 1] && months[month + 1]!.startsAt <= date) month++;
    while (days[day + 1] && days[day + 1]!.startsAt <= date) day++;
    const within = <P extends { startsAt: number }>(next: P | undefined): P | undefined =>
      next && next.startsAt < date + DAY ? next : undefined;
    const nextMonth = within(months[month + 1]);
    const nextDay = within(days[day + 1]);
    const lastDay = within(days[day + 2]);
    rows.push(
      `(DATE ${literal(isoDay(date))}, ${months[month]!.number}, ${instant(nextMonth?.startsAt)}, ${days[day]!.number}, ` +
        `${instant(nextDay?.startsAt)}, ${nextDay?.number ?? 0}, ${instant(lastDay?.startsAt)}, ${lastDay?.number ?? 0})`,
    );
  }
  return rows;
}

const floorDay = (time: number): number => Math.floor(time / DAY) * DAY;
const isoDay = (time: number): string => new Date(time).toISOString().slice(0, 10);
const instant = (time: number | undefined): string =>
  time === undefined ? `TIMESTAMP 'infinity'` : `epoch_ms(${time})`;
