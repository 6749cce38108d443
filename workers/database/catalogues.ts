/*
 * In which of two in-memory catalogues a table lies. `lens` is compressed: a third of the memory at the same speed. What is there for a
 * moment, such as the batches of a load, is in `staging`: compressing it would take as long as inserting it.
 */

/** Makes both catalogues, on a fresh database. SQL. */
export const attachCatalogues = `ATTACH ':memory:' AS lens (COMPRESS); ATTACH ':memory:' AS staging`;

/** Every connection for statements enters both: a table without a catalogue is made in `lens`, and looked for there first. SQL. */
export const enterCatalogue = `SET search_path = 'lens,staging'`;

/** The connection that inserts batches enters `staging` alone. SQL. */
export const enterStaging = 'USE staging';
