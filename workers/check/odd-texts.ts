import { EngineError } from '../../src/contract/errors.ts';
import { bigintColumn, streamOf, textColumn, wholeColumn } from '../database/arrow-columns.ts';
import type { Database } from '../database/database.ts';
import type { ReadText } from './text-readers.ts';

/** A column some of whose texts SQL does not read. */
export interface OddColumn {
  name: string;
  /** Answers `text`: the different texts that are odd. SQL. */
  texts: string;
  read: ReadText;
}

/** What `is` of `staging.read_texts` says of a text: the sum of those that hold. */
export const textIs = { nothing: 1, zoned: 2, day: 4 } as const;

/**
 * Reads the odd texts of the staged rows, and puts what they mean into `staging.read_texts`: a row a text of a column (`of`). Texts that
 * mean nothing that is wanted are not in it.
 */
export async function readOddTexts(database: Database, columns: readonly OddColumn[]): Promise<void> {
  const [of, texts, numbers, ids, currencies]: [string[], string[], bigint[], string[], string[]] = [
    [],
    [],
    [],
    [],
    [],
  ];
  const is: number[] = [];
  for (const { name, texts: odd, read } of columns) {
    for (const { text } of await database.query<{ text: string }>(odd)) {
      const meant = read(text);
      if (!meant) continue;
      of.push(name);
      texts.push(text);
      numbers.push(meant.number ?? 0n);
      ids.push(meant.id ?? '');
      currencies.push(meant.currency?.toUpperCase() ?? '');
      is.push(
        (meant.isNothing ? textIs.nothing : 0) + (meant.hasZone ? textIs.zoned : 0) + (meant.isDay ? textIs.day : 0),
      );
    }
  }
  await database.run(`
    CREATE OR REPLACE TABLE staging.read_texts
      (of VARCHAR, text VARCHAR, number BIGINT, id VARCHAR, currency VARCHAR, "is" INTEGER)`);
  if (of.length === 0) return;
  const ipc = streamOf({
    of: textColumn(of),
    text: textColumn(texts),
    number: bigintColumn(numbers),
    id: textColumn(ids),
    currency: textColumn(currencies),
    is: wholeColumn(is),
  });
  await database.insertArrow('read_texts', ipc, false);
  const [staged] = await database.query<{ rows: number }>('SELECT count(*)::DOUBLE AS rows FROM staging.read_texts');
  if (staged!.rows !== of.length)
    throw new EngineError('rows-lost', { file: 'read_texts', expected: of.length, got: staged!.rows });
}
