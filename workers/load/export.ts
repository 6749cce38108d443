import { filled } from '../database/filled.ts';
import type { Database } from '../database/database.ts';
import { mostAPass } from './activity.ts';
import exportSql from './tables/export.sql?raw';

/**
 * Creates the tables of an export, for the time of its load. Its transactions are compressed only where that keeps memory bounded: it
 * takes a quarter of the time in which they are inserted.
 *
 * @param transactions how many there are; Infinity where that is not known
 */
export async function createTables(database: Database, transactions: number): Promise<void> {
  await database.run(filled(exportSql, { transactions: transactions <= mostAPass ? 'staging' : 'lens' }));
}
