import type { Database } from './database.ts';

/*
 * In which of two in-memory catalogues a table lies. `lens` is compressed: a third of the memory. `staging` holds rows as they are, which is
 * faster to write and to read: what is there for a moment, such as the batches of a load, and all that a small export is answered from.
 */

type Catalogue = 'lens' | 'staging';

/** Makes both catalogues, on a fresh database. SQL. */
export const attachCatalogues = `ATTACH ':memory:' AS lens (COMPRESS); ATTACH ':memory:' AS staging`;

/** Transactions up to which an export lies as it is: with all that answers are made from it is about 370 MB then. */
const mostAsTheyAre = 2_000_000;

/** Where so many transactions lie. */
export const catalogueOf = (transactions: number): Catalogue => (transactions <= mostAsTheyAre ? 'staging' : 'lens');

/**
 * Every connection for statements enters both: a table without a catalogue is made in the first, and looked for there first. SQL.
 *
 * @param first where tables are made: `lens` while an export is loaded
 */
export const enterCatalogues = (first: Catalogue): string =>
  `SET search_path = '${first === 'lens' ? 'lens,staging' : 'staging,lens'}'`;

/** Has tables made where the export that is open lies; to be called after whatever came of a load. */
export async function enterExport(database: Database): Promise<void> {
  const [open] = await database.query<{ catalogue: Catalogue }>(
    `SELECT database_name AS catalogue FROM duckdb_tables() WHERE table_name = 'activity'`,
  );
  await database.run(enterCatalogues(open?.catalogue ?? 'lens'));
}

/** The connection that inserts batches enters `staging` alone. SQL. */
export const enterStaging = 'USE staging';
