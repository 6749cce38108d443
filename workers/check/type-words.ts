import type { Database } from '../database/database.ts';
import { isServiceType } from '../recognise/transaction-types.ts';

/**
 * Notes what a plan says of a file's words for the types of transactions. The service's own words mean what they say.
 *
 * @param fileIndex of the file in the load
 * @param types the service's type by the file's word
 */
export async function defineTypes(
  database: Database,
  fileIndex: number,
  types: Readonly<Record<string, string>> = {},
): Promise<void> {
  for (const [word, type] of Object.entries(types)) {
    if (isServiceType(word)) continue;
    await database.run('INSERT INTO read_type_words (file, word, type) VALUES ($1, $2, $3)', [fileIndex, word, type]);
  }
}

/** The service's type for a file's word, as SQL expressions: the word itself where nothing is noted of it. */
export function serviceTypeSql(word: string, fileIndex: number): string {
  return `coalesce((SELECT said.type FROM read_type_words AS said WHERE said.file = ${fileIndex} AND said.word = ${word}), ${word})`;
}
