import { attachCatalogues, enterCatalogues } from './catalogues.ts';
import type { Database } from './database.ts';

/**
 * Prepares a fresh database and locks it: no extension is fetched, no file or address is read, and none of it can be
 * undone later. Arrow inserts still work.
 */
export async function lockDown(database: Database): Promise<void> {
  await database.run(`
    SET autoinstall_known_extensions = false;
    SET autoload_known_extensions = false;
    ${attachCatalogues};
    ${enterCatalogues('lens')};
    SET enable_external_access = false;
    SET lock_configuration = true;
  `);
}
