import { CalendarTables } from './calendar-tables.ts';
import { withDays } from './days-of-instants.ts';
import type { Scope } from './scope.ts';
import type { StandingTable } from './standing/standing-table.ts';
import { StandingTables } from './standing/standing-tables.ts';
import { filled, filledWherePresent } from '../database/filled.ts';
import type { Database } from '../database/database.ts';

/** A small table that answers come from, by what it is built of: a merchant's activity up to a report instant. */
export interface DerivedTable {
  name: string;
  /** Its columns, as SQL. */
  columns: string;
  /** Fills `{table}` from the export and the calendar (`{months}`, `{dates}`, where it needs them); $1 merchant, $2 report instant. */
  fill: string;
  /** The same rows from tables that do not depend on the report instant, once those are there; with the calendar, where it needs that. */
  fromStanding?: {
    tables: readonly StandingTable[];
    fill: string;
    /** With the types that those have, where others would have to be made of them; `columns` unless said. */
    columns?: string;
  };
}

/** Scopes that are kept for each table: a user goes back and forth between a few report dates. */
const scopesKept = 4;

interface Kept {
  /** What it is called. */
  table: string;
  /** The derived table that it is, by its name. */
  of: string;
  scope: string;
}

/** Builds derived tables when they are asked for, and keeps the latest. */
export class DerivedTables {
  readonly #database: Database;
  readonly #calendars: CalendarTables;
  /** Those that do not depend on the report instant. */
  readonly standing: StandingTables;
  /** Asked for last at the end. */
  #kept: Kept[] = [];

  /** @param standing which tables that do not depend on the report instant may be built */
  constructor(database: Database, standing: readonly StandingTable[] = []) {
    this.#database = database;
    this.#calendars = new CalendarTables(database);
    this.standing = new StandingTables(database, this.#calendars, standing);
  }

  /** A statement with `{months}` and `{dates}` of the calendar up to the report instant, and `{day of:…}` of instants, where it has them. */
  async onCalendar(sql: string, scope: Scope): Promise<string> {
    if (!isOnCalendar(sql)) return sql;
    return filledWherePresent(withDays(sql), { ...(await this.#calendars.namesFor(scope)) });
  }

  /** What a table is called for `scope`. */
  async nameOf({ name, columns, fill, fromStanding }: DerivedTable, asked: Scope): Promise<string> {
    const { merchant, asOf, calendar } = asked;
    const scope = JSON.stringify([merchant, asOf, isOnCalendar(fill) && [calendar.timeZone, calendar.dayStart]]);
    const known = this.#kept.find((one) => one.of === name && one.scope === scope);
    if (known) {
      this.#kept = [...this.#kept.filter((one) => one !== known), known];
      return known.table;
    }
    const ofSameName = this.#kept.filter((one) => one.of === name);
    if (ofSameName.length >= scopesKept) await this.#drop(ofSameName[0]!);
    // Names come again, and with them the statements that are kept for them.
    const names = Array.from({ length: scopesKept }, (_, place) => `${name}_${place}`);
    const table = names.find((free) => this.#kept.every((one) => one.table !== free))!;
    const ofStanding = (sql: string): string | null =>
      fromStanding ? this.standing.statement(sql, fromStanding.tables, asked) : null;
    const fast = ofStanding(fromStanding?.fill ?? '');
    await this.#database.run(`CREATE TABLE ${table} (${ofStanding(fromStanding?.columns ?? columns) ?? columns})`);
    const built = { table, of: name, scope };
    try {
      if (fast) await this.#database.run(await this.onCalendar(filled(fast, { table }), asked));
      else await this.#database.run(await this.onCalendar(filled(fill, { table }), asked), [merchant, asOf]);
    } catch (thrown) {
      await this.#drop(built);
      throw thrown;
    }
    this.#kept.push(built);
    return table;
  }

  /** Another export takes the place of the one they were built of. */
  async forget(): Promise<void> {
    this.#calendars.forget();
    await this.standing.forget();
    for (const one of this.#kept) await this.#drop(one);
  }

  async #drop(one: Kept): Promise<void> {
    this.#kept = this.#kept.filter((other) => other !== one);
    await this.#database.run(`DROP TABLE ${one.table}`);
  }
}

const isOnCalendar = (sql: string): boolean => /\{(months|dates)\}/.test(sql);
