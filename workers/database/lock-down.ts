import type { Database } from './database.ts';

/**
 * Tables live in a compressed in-memory catalogue: a third of the memory at the same speed. What is there for a moment, such as the
 * batches of a load, is in another: compressing it would take as long as inserting it.
 */
export const attachCatalogues = `ATTACH ':memory:' AS lens (COMPRESS); ATTACH ':memory:' AS staging`;

/** Every connection has to enter its catalogue: that of the tables, and behind it what is there for a moment; or that of batches. */
export const enterCatalogue = `SET search_path = 'lens,staging'`;
export const enterStaging = 'USE staging';

/**
 * Prepares a fresh database and locks it: no extension is fetched, no file or address is read, and none of it can be
 * undone later. Arrow inserts still work.
 */
export async function lockDown(database: Database): Promise<void> {
  await database.run(`
    SET autoinstall_known_extensions = false;
    SET autoload_known_extensions = false;
    ${attachCatalogues};
    ${enterCatalogue};
    SET enable_external_access = false;
    SET lock_configuration = true;
  `);
}
