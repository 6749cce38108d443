import type { Database, Param } from '../../database/database.ts';
import { filledWherePresent } from '../../database/filled.ts';
import type { CalendarTables } from '../calendar-tables.ts';
import { DayParts } from '../rollup/day-parts.ts';
import { boundToDayParts, onDays } from '../rollup/on-day-parts.ts';
import type { Scope } from '../scope.ts';
import { narrownessOf, withMoments, type Narrowness } from './moments.ts';
import { scopeKey, type StandingTable, type Sums } from './standing-table.ts';

/** How long a slice should take, in milliseconds: a question that comes meanwhile waits for it. */
const sliceMs = 60;

/** Transactions of the first slice. */
const firstSlice = 20_000;

/** Merchants and calendars for which tables are kept. */
const scopesKept = 2;

/** A table that is being built, or is there. */
interface Standing {
  table: StandingTable;
  scope: Scope | null;
  name: string;
  /** The parts of the calendar's days as they were when the first table of its scope was begun: all of that are numbered alike. */
  dayParts: DayParts | null;
  /** The index of the last card that is in it. */
  upTo: number;
  /** Rows of its parts after they were last added up, by name. */
  added: Map<string, number>;
  isComplete: boolean;
}

/**
 * Tables of an export that do not depend on the report instant: with them, an answer for another one takes milliseconds. They are built
 * a slice at a time while nobody asks anything; until one is there, answers come the other way.
 */
export class StandingTables {
  readonly #database: Database;
  readonly #calendars: CalendarTables;
  readonly #tables: readonly StandingTable[];
  #known: Standing[] = [];
  /** Scopes that were asked about, the latest at the end. */
  #scopes: Scope[] = [];
  #narrowness: Narrowness | null = null;
  /** Cards of the next slice; null before the first. */
  #cardsASlice: number | null = null;
  /** Whether they could not be built: they do not fit into the memory beside the export, most likely. */
  #isGivenUp = false;
  #builds = 0;

  constructor(database: Database, calendars: CalendarTables, tables: readonly StandingTable[]) {
    this.#database = database;
    this.#calendars = calendars;
    this.#tables = tables;
  }

  /** Notes what a question is about: the tables for that are built next. */
  wish(scope: Scope): void {
    const key = scopeKey(scope);
    if (this.#scopes.length > 0 && scopeKey(this.#scopes.at(-1)!) === key) return;
    this.#scopes = [...this.#scopes.filter((one) => scopeKey(one) !== key), scope].slice(-scopesKept);
  }

  /**
   * A statement over standing tables (`{name}` of each, the instants of `moments.ts`, and `{merchant}`) with all that it is asked for written
   * into it: nothing is bound, so that it is not kept for a report instant that does not come again. Null where one of the tables is not
   * there yet.
   */
  statement(sql: string, tables: readonly StandingTable[], scope: Scope): string | null {
    const names = this.#namesOf(tables, scope);
    if (!names) return null;
    const parts = { ...names, merchant: numberOrNull(scope.merchant) };
    return withMoments(filledWherePresent(sql, parts), this.#narrowness!, scope.asOf);
  }

  /**
   * A statement over tables of the parts of days (`{name}` of each, and the parts of `rollup/on-day-parts.ts`), and what is bound to it: these
   * tables are so small that there is nothing to skip, so that one statement can be kept for all report instants.
   *
   * @param params what its first parameters are bound to
   * @returns null where one of the tables is not there yet, or no part of a day begins there
   */
  ofDayParts(
    sql: string,
    tables: readonly StandingTable[],
    scope: Scope,
    params: readonly Param[] = [],
  ): { sql: string; params: Param[] } | null {
    const names = this.#namesOf(tables, scope);
    if (!names) return null;
    const { dayParts } = this.#find(tables[0]!, scope)!;
    return boundToDayParts(filledWherePresent(sql, names), dayParts!, scope, params);
  }

  #namesOf(tables: readonly StandingTable[], scope: Scope): Record<string, string> | null {
    const names: Record<string, string> = {};
    for (const table of tables) {
      const standing = this.#find(table, scope);
      if (!standing?.isComplete) return null;
      for (const part of partsOf(standing)) names[part.name] = part.table;
    }
    return names;
  }

  #find(table: StandingTable, scope: Scope): Standing | undefined {
    const key = table.isOfScope ? scopeKey(scope) : null;
    return this.#known.find((one) => one.table === table && (one.scope === null ? null : scopeKey(one.scope)) === key);
  }

  /**
   * Builds a slice of what is not there yet; false where nothing is left to be built. What it throws, such as `out-of-memory`, it throws once:
   * after that answers of this export for which tables are missing come the other way.
   */
  async buildNext(): Promise<boolean> {
    const scope = this.#scopes.at(-1);
    if (this.#isGivenUp || !scope) return false;
    try {
      this.#narrowness ??= await narrownessOf(this.#database);
      const isWhole = await this.#calendars.isWhole(scope);
      const next = this.#tables.find((table) => (isWhole || !table.isOfScope) && !this.#find(table, scope)?.isComplete);
      if (!next) return false;
      await this.#advance(this.#find(next, scope) ?? (await this.#begin(next, scope)));
      return true;
    } catch (thrown) {
      // What is there already has its room.
      this.#isGivenUp = true;
      for (const one of this.#known) if (!one.isComplete) await this.#drop(one);
      throw thrown;
    }
  }

  async #begin(table: StandingTable, scope: Scope): Promise<Standing> {
    // One takes longer for a card than another.
    this.#cardsASlice = null;
    await this.#dropOutdated();
    const name = table.isOfScope ? `${table.name}_${(this.#builds += 1)}` : table.name;
    const standing: Standing = {
      table,
      scope: table.isOfScope ? scope : null,
      name,
      dayParts: table.isOfScope ? await this.#dayPartsFor(scope) : null,
      upTo: 0,
      added: new Map(),
      isComplete: false,
    };
    // What is known is dropped where there is no room for all of it.
    this.#known.push(standing);
    for (const { table, columns } of partsOf(standing))
      await this.#database.run(`CREATE OR REPLACE TABLE ${table} (${withMoments(columns, this.#narrowness!)})`);
    return standing;
  }

  async #dayPartsFor(scope: Scope): Promise<DayParts> {
    const key = scopeKey(scope);
    const known = this.#known.find((one) => one.scope && scopeKey(one.scope) === key)?.dayParts;
    return known ?? new DayParts(await this.#calendars.daysFor(scope));
  }

  async #advance(standing: Standing): Promise<void> {
    const { cards, transactions } = this.#narrowness!;
    for (const part of partsOf(standing))
      if (part.together && (await this.#hasManyRows(standing, part))) return this.#together(standing, part);
    this.#cardsASlice ??= Math.max(1, Math.ceil((firstSlice * cards) / Math.max(1, transactions)));
    const from = standing.upTo;
    if (from < cards) {
      const to = Math.min(cards, from + this.#cardsASlice);
      const before = performance.now();
      for (const part of partsOf(standing)) await this.#database.run(await this.#sliceOf(standing, part), [from, to]);
      this.#cardsASlice = nextSize(to - from, performance.now() - before);
      standing.upTo = to;
      return;
    }
    for (const part of partsOf(standing)) await this.#together(standing, part);
    standing.isComplete = true;
  }

  /** Slices have the same rows: those are added up before there are too many to do so in the time of a slice. */
  async #hasManyRows({ added }: Standing, { table }: Part): Promise<boolean> {
    return (await this.#rowsOf(table)) > 2 * (added.get(table) ?? 0) + rowsAtOnce;
  }

  async #rowsOf(table: string): Promise<number> {
    const [counted] = await this.#database.query<{ rows: number }>(`SELECT count(*)::DOUBLE AS rows FROM ${table}`);
    return counted!.rows;
  }

  async #together({ added }: Standing, { table, columns, together }: Part): Promise<void> {
    if (!together) return;
    const whole = togetherIn(table);
    await this.#database.run(`
      CREATE OR REPLACE TABLE ${whole} (${withMoments(columns, this.#narrowness!)});
      ${withMoments(filledWherePresent(together, { table: whole, of: table }), this.#narrowness!)};
      DROP TABLE ${table};
      ALTER TABLE ${whole} RENAME TO ${table}`);
    added.set(table, await this.#rowsOf(table));
  }

  async #sliceOf({ scope, name, dayParts }: Standing, { table, slice }: Part): Promise<string> {
    const { there } = this.#narrowness!;
    const sql = withMoments(filledWherePresent(slice, { table, of: name, there }), this.#narrowness!);
    if (!scope) return sql;
    const calendar = { ...(await this.#calendars.namesFor(scope)) };
    return filledWherePresent(onDays(sql, dayParts!), { merchant: numberOrNull(scope.merchant), ...calendar });
  }

  /** Those of merchants and calendars that were asked about long ago. */
  async #dropOutdated(): Promise<void> {
    const kept = new Set(this.#scopes.map(scopeKey));
    for (const one of this.#known) if (one.scope && !kept.has(scopeKey(one.scope))) await this.#drop(one);
  }

  /** Another export takes the place of the one they were built of. */
  async forget(): Promise<void> {
    this.#scopes = [];
    this.#narrowness = null;
    this.#cardsASlice = null;
    this.#isGivenUp = false;
    await this.#dropAll();
  }

  async #dropAll(): Promise<void> {
    for (const one of this.#known) await this.#drop(one);
  }

  async #drop(one: Standing): Promise<void> {
    this.#known = this.#known.filter((other) => other !== one);
    for (const { table } of partsOf(one))
      await this.#database.run(`DROP TABLE IF EXISTS ${table}; DROP TABLE IF EXISTS ${togetherIn(table)}`);
  }
}

/** Rows that are added up in the time of a slice. */
const rowsAtOnce = 100_000;

/** A merchant's number, of digits (`scope.ts`), as SQL. */
const numberOrNull = (merchant: string | null): string => `${merchant ?? 'NULL'}::BIGINT`;

/** A table, or one that adds it up. */
interface Part extends Sums {
  /** What it is called in the database. */
  table: string;
}

/** Where it is added up, until that takes its place. */
const togetherIn = (table: string): string => `${table}_together`;

const partsOf = ({ table, name }: Standing): Part[] => [
  { ...table, table: name },
  ...(table.sums ?? []).map((one) => ({ ...one, table: `${name}_${one.name}` })),
];

/** How many cards take about as long as a slice should, after so many took so long. */
function nextSize(cards: number, milliseconds: number): number {
  const factor = Math.min(1.5, Math.max(0.25, sliceMs / Math.max(1, milliseconds)));
  return Math.max(1, Math.round(cards * factor));
}
