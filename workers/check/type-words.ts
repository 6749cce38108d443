import type { Database } from '../database/database.ts';
import { transactionTypes } from '../recognise/transaction-types.ts';

/**
 * Notes what a plan says of a file's words for the types of transactions. The service's own words mean what they say.
 *
 * @param place of the file in the load
 * @param types the service's type by the file's word
 */
export async function defineTypes(
  database: Database,
  place: number,
  types: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const [word, type] of Object.entries(types)) {
    if (serviceTypes.has(word)) continue;
    await database.run('INSERT INTO read_type_words (file, word, type) VALUES ($1, $2, $3)', [place, word, type]);
  }
}

const serviceTypes = new Set<string>(transactionTypes);

/** The service's type for a file's word, as SQL expressions: the word itself where nothing is noted of it. */
export function serviceTypeSql(word: string, place: number): string {
  return `coalesce((SELECT said.type FROM read_type_words AS said WHERE said.file = ${place} AND said.word = ${word}), ${word})`;
}
