/*
 * In which of two in-memory catalogues a table lies. `lens` is compressed: a third of the memory. `staging` holds rows as they are, which is
 * faster to write and to read: what is there for a moment, such as the batches of a load, and all that a small export is answered from.
 */

export type Catalogue = 'lens' | 'staging';

/** Makes both catalogues, on a fresh database. SQL. */
export const attachCatalogues = `ATTACH ':memory:' AS lens (COMPRESS); ATTACH ':memory:' AS staging`;

/** Transactions up to which an export lies as it is: with all that answers are made from it is about 370 MB then. */
const mostAsTheyAre = 2_000_000;

/** Where so many transactions lie. */
export const catalogueOf = (transactions: number): Catalogue => (transactions <= mostAsTheyAre ? 'staging' : 'lens');

/**
 * Every connection for statements enters both: a table without a catalogue is made in the first, and looked for there first. SQL.
 *
 * @param first where tables are made: `lens` while an export is loaded, and where it lies once it is there
 */
export const enterCatalogues = (first: Catalogue): string =>
  `SET search_path = '${first === 'lens' ? 'lens,staging' : 'staging,lens'}'`;

/** The connection that inserts batches enters `staging` alone. SQL. */
export const enterStaging = 'USE staging';
