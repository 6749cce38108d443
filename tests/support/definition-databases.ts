import { PGlite } from '@electric-sql/pglite';
import type { Database, Param } from '../../workers/database/database.ts';
import tablesSql from '../../workers/answers/tables.sql?raw';
import { openNodeDatabase } from '../../workers/node/database.ts';
import type { PlainTables } from './plain-tables.ts';

/** A row as text, which is exact and the same of every database. */
export type TextRow = Record<string, string | null>;

/** A database that a definition runs on, unchanged. */
export interface DefinitionDatabase {
  load(tables: PlainTables): Promise<void>;
  rows(sql: string, bound?: readonly Param[]): Promise<TextRow[]>;
}

const names = ['cards', 'transactions', 'stores', 'months', 'days'] as const;

export function duckdb(): DefinitionDatabase {
  let opening: Promise<Database> | undefined;
  const opened = (): Promise<Database> => (opening ??= openNodeDatabase());
  return {
    load: async (tables) => load(async (sql) => void (await (await opened()).run(sql)), tables),
    rows: async (sql, bound = []) => {
      const database = await opened();
      // Sums are of types that do not arrive as they are.
      const rows = await database.query<TextRow>(`SELECT columns(*)::VARCHAR FROM (${sql}\n)`, bound);
      return rows.map(withWholeDoubles);
    },
  };
}

export function postgres(): DefinitionDatabase {
  let opening: Promise<PGlite> | undefined;
  const opened = (): Promise<PGlite> => (opening ??= PGlite.create());
  return {
    load: async (tables) => load(async (sql) => void (await (await opened()).exec(sql)), tables),
    rows: async (sql, bound = []) => (await (await opened()).query<TextRow>(sql, [...bound], { parsers: asText })).rows,
  };
}

/** A whole double is `2.0` to DuckDB, and `2` to PostgreSQL. */
const withWholeDoubles = (row: TextRow): TextRow =>
  Object.fromEntries(
    Object.entries(row).map(([column, value]) => [column, value?.replace(/^(-?\d+)\.0$/, '$1') ?? null]),
  );

/** By the number that PostgreSQL has for a type: bigint, integer, text, double, varchar, timestamp, numeric; boolean. */
const asText = {
  ...Object.fromEntries([20, 23, 25, 701, 1043, 1114, 1700].map((type) => [type, (value: string) => value])),
  16: (value: string) => (value === 't' ? 'true' : 'false'),
};

async function load(run: (sql: string) => Promise<void>, tables: PlainTables): Promise<void> {
  for (const name of names) await run(`DROP TABLE IF EXISTS ${name}`);
  await run(tablesSql);
  for (const name of names) {
    for (let from = 0; from < tables[name].length; from += 5000) {
      const rows = tables[name].slice(from, from + 5000).map((row) => `(${row.map(literal).join(', ')})`);
      await run(`INSERT INTO ${name} VALUES ${rows.join(', ')}`);
    }
  }
}

const literal = (value: Param): string =>
  typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value);
