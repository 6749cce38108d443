import { catalogueOf, enterCatalogues } from '../database/catalogues.ts';
import { filled } from '../database/filled.ts';
import type { Database } from '../database/database.ts';
import createSql from './tables/create.sql?raw';

/**
 * Creates the tables that rows are read into. Transactions are compressed only where that keeps memory bounded: it
 * takes a quarter of the time in which they are inserted.
 *
 * @param transactions how many there are; Infinity where that is not known
 */
export async function createTables(database: Database, transactions: number): Promise<void> {
  // An export that is open may lie elsewhere.
  await database.run(enterCatalogues('lens'));
  await database.run(filled(createSql, { catalogue: catalogueOf(transactions) }));
}
