import type { Database } from '../database/database';
import { mostAPass } from './activity';
import exportSql from './export.sql?raw';

/**
 * Creates the tables of an export, for the time of its load. Its transactions are compressed only where that keeps memory bounded: it
 * takes a quarter of the time in which they are inserted.
 *
 * @param transactions how many there are; Infinity where that is not known
 */
export async function createTables(database: Database, transactions: number): Promise<void> {
  await database.run(exportSql.replace('{transactions}', transactions <= mostAPass ? 'staging' : 'lens'));
}
