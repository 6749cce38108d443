import { beforeAll, describe, expect, it } from 'vitest';
import { utcCalendar } from '../../src/contract/calendar.ts';
import type { Engine } from '../../src/contract/engine.ts';
import { CalendarTables } from '../../workers/answers/calendar-tables.ts';
import { microsOf } from '../../workers/answers/instant.ts';
import { enrolledTable, visitsTable } from '../../workers/answers/rollup/rollup-tables.ts';
import { StandingTables } from '../../workers/answers/standing/standing-tables.ts';
import { withMoments } from '../../workers/answers/standing/moments.ts';
import type { Database } from '../../workers/database/database.ts';
import { withNumbers } from '../../workers/database/literals.ts';
import { createEngine } from '../../workers/engine/engine.ts';
import { openNodeDatabase } from '../../workers/node/database.ts';
import { cardsFile, transactionsFile } from '../support/exports.ts';
import { readyHost } from '../support/decoders.ts';
import { filesOf, randomExport } from '../support/random-export.ts';

/** Asked of every date: what comes from tables that do not depend on it, once they are there. */
const answersAt = (engine: Engine, asOf: string): Promise<unknown[]> => {
  const params = { merchantId: 1, asOf };
  return Promise.all([
    engine.cohortRetention(params),
    engine.atRiskCards(params),
    engine.inactivitySpread(params),
    engine.churnBands(params),
    engine.backTest(params),
    engine.revenueAttribution(params),
    engine.revenueAttribution({ ...params, storeId: 11 }),
    // But for what it was asked of.
    engine.overview(params).then((answer) => ({ ...answer, asOf: null })),
  ]);
};

describe('an engine that somebody may ask for another report date', () => {
  let database: Database;
  let statements: string[];
  let isFull: boolean;
  let engine: Engine;

  beforeAll(async () => {
    const host = await readyHost();
    engine = createEngine({
      ...host,
      buildsAhead: true,
      openDatabase: async () => {
        database = await openNodeDatabase();
        const run: Database['run'] = (sql, params) => {
          statements.push(sql);
          if (isFull && sql.startsWith('CREATE OR REPLACE TABLE states')) throw new Error('Out of Memory Error');
          return database.run(sql, params);
        };
        const query: Database['query'] = (sql, params) => {
          statements.push(sql);
          return database.query(sql, params);
        };
        return { ...bound(database), run, query };
      },
    });
  });

  async function load(files: File[]): Promise<void> {
    [statements, isFull] = [[], false];
    await engine.load(files, () => undefined);
  }

  const made = (table: string): number =>
    statements.filter((sql) => sql.startsWith(`CREATE OR REPLACE TABLE ${table}`)).length;

  it('builds what that takes while nobody asks anything, once, and says the same from it', async () => {
    await load(filesOf(randomExport(5)));
    const before = await answersAt(engine, '2026-02-10T23:59:59.999999000Z');
    await expect.poll(() => made('states'), { timeout: 20_000 }).toBe(1);
    await engine.prepare({ merchantId: 1 });
    expect(
      ['first_seen', 'visits', 'enrolled', 'checked_cards', 'states', 'habits'].map(made).every((times) => times > 0),
    ).toBe(true);
    statements = [];
    // Answers of a report date are kept: only of one that was not asked about is nothing there.
    for (const day of ['11', '12']) await answersAt(engine, `2026-02-${day}T23:59:59.999999Z`);
    expect(await answersAt(engine, '2026-02-10T23:59:59.999999Z')).toEqual(before);
    const fromTransactions = (): string[] =>
      statements.filter((sql) => /cohort_visits|revenue_\d|\bactivity\b/.test(sql)).map((sql) => sql.slice(0, 100));
    expect(fromTransactions()).toEqual([]);
    expect(made('states')).toBe(0);
    // Within a day transactions are counted one by one.
    await answersAt(engine, '2026-02-12T12:00:00Z');
    expect(fromTransactions().length).toBeGreaterThan(0);
  });

  it('answers as before where there is no room for it', async () => {
    await load(filesOf(randomExport(7)));
    const before = await answersAt(engine, '2026-02-10T12:00:00Z');
    isFull = true;
    await expect(engine.prepare({ merchantId: 1 })).rejects.toThrow('Out of Memory');
    const tables = await database.query<{ name: string }>('SELECT table_name AS name FROM duckdb_tables()');
    const standing = tables
      .map(({ name }) => name.replace(/_\d+$/, ''))
      .filter((name) => /^(states|habits|checked|visits|enrolled|first_seen$)/.test(name));
    // Those before it stay, and none comes after it.
    expect(standing.toSorted()).toEqual(['checked_cards', 'enrolled', 'first_seen', 'visits']);
    expect(await answersAt(engine, '2026-02-10T12:00:00Z')).toEqual(before);
    await engine.prepare({ merchantId: 1 });
    expect(made('states')).toBe(1);
  });

  it('answers for a report date after all that 32 bits hold', async () => {
    await load(filesOf(randomExport(3)));
    const before = await answersAt(engine, '2050-01-01T00:00:00Z');
    await engine.prepare({ merchantId: 1 });
    // The same instant, of which nothing is kept.
    expect(await answersAt(engine, '2050-01-01T00:00:00.000001Z')).toEqual(before);
  });

  it('numbers the parts of days alike in all tables of a calendar, however far that was asked about in between', async () => {
    const winter = '2026-01-10T10:00:00Z';
    await load([cardsFile([{ id: 1, createdAt: winter }]), transactionsFile([{ card: 1, at: winter }])]);
    const asked = { merchant: '1', calendar: { ...utcCalendar, timeZone: 'Europe/Luxembourg' } };
    const [scope, later] = ['2026-02-28 22:59:59.999999', '2026-08-01 00:00:00.000000'].map((asOf) => ({
      ...asked,
      asOf,
    }));
    const calendars = new CalendarTables(database);
    const tables = new StandingTables(database, calendars, [visitsTable, enrolledTable]);
    tables.wish(scope!);
    while (!tables.ofDayParts('', [visitsTable], scope!)) await tables.buildNext();
    // With a clock that is changed.
    await calendars.namesFor(later!);
    while (await tables.buildNext());
    const sql = 'SELECT sum(cards)::INTEGER AS cards FROM {enrolled} WHERE part < {part after:0}';
    const statement = tables.ofDayParts(sql, [visitsTable, enrolledTable], scope!)!;
    expect(await database.query(statement.sql, statement.params)).toEqual([{ cards: 1 }]);
    await tables.forget();
  });

  it.each([
    ['seconds where all instants are whole ones', 3, 'INTEGER'],
    ['microseconds where one is not', 2, 'BIGINT'],
  ])('holds instants in %s', async (_, seed, type) => {
    await load(filesOf(randomExport(seed)));
    await engine.prepare({ merchantId: 1 });
    const [column] = await database.query<{ type: string }>(
      `SELECT data_type AS type FROM duckdb_columns() WHERE table_name = 'states' AND column_name = 'seen_at'`,
    );
    expect(column!.type).toBe(type);
  });
});

/** Its methods for whoever takes them apart. */
function bound(database: Database): Database {
  return {
    query: (sql, params) => database.query(sql, params),
    run: (sql, params) => database.run(sql, params),
    queryArrow: (sql) => database.queryArrow(sql),
    insertArrow: (table, ipc, create) => database.insertArrow(table, ipc, create),
    reconnect: () => database.reconnect(),
  };
}

describe('a statement for a report instant', () => {
  const seconds = {
    unit: 1_000_000,
    moment: 'INTEGER',
    never: '999999',
    points: 'BIGINT',
    cents: 'BIGINT',
    latest: '0',
    cards: 1,
    transactions: 1,
    there: 'card_index',
  } as const;

  it('is cut off to the unit of the table: what is at or before it down, what is at or after up', () => {
    const sql = '{asOf} {asOf:day} {asOf:day start} {from:1} {from:1 day} {from:1 next day} {ago:1} {instant}';
    expect(withMoments(sql, seconds, '1970-01-03 00:00:01.500000')).toBe(
      "172801 2 172800 86402 1 172800 86401 TIMESTAMP '1970-01-03 00:00:01.500000'",
    );
    expect(withMoments('{asOf} {asOf:day}', { ...seconds, unit: 1 }, '1969-12-31 23:59:59.999999')).toBe('-1 -1');
    // After all that a table can hold, what holds for good still does, and did the days before.
    expect(withMoments('{asOf} {ago:1} {ago:100}', seconds, '1970-01-20 00:00:00.000000')).toBe(
      '999998 999998 -6998400',
    );
    expect(microsOf('2026-04-11 20:57:23.123456')).toBe(1_775_941_043_123_456n);
  });

  it('has numbers and instants written into it, and nothing else', () => {
    expect(withNumbers('$1::INTEGER $2::BOOLEAN $3::BIGINT', [12, true, null])).toBe(
      "'12'::INTEGER 'true'::BOOLEAN NULL::BIGINT",
    );
    expect(() => withNumbers('$1::BIGINT', ["1'; DROP TABLE cards; --"])).toThrow('no number');
  });
});
