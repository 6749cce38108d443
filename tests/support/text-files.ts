import { tableFromIPC } from 'apache-arrow';
import type { Decoder } from '../../workers/decode/decoder.ts';
import { rowProblemColumn, stagedName } from '../../workers/decode/decoder.ts';

export type TextDecoderParts = Pick<Decoder, 'open' | 'beginReading' | 'next' | 'close'>;

export interface DecodedText {
  columns: string[];
  /** Values a row, in the order of `columns`. */
  rows: (string | null)[][];
  /** What is wrong with a row, by its place. */
  problems: Record<number, string>;
}

/** A file of bytes or of text as UTF-8. */
export function textFile(content: string | Uint8Array, name = 'table.csv'): File {
  return new File([content as BlobPart], name);
}

/** All rows of a text file with all its columns, or those that are asked for. */
export async function decodedText(decoder: TextDecoderParts, file: File, wanted?: string[]): Promise<DecodedText> {
  const opened = await decoder.open(file, file.name);
  const columns = wanted ?? opened.columns.map(({ name }) => name);
  const places = columns.map((wantedName) => opened.columns.findIndex(({ name }) => name === wantedName));
  const rows: (string | null)[][] = [];
  const problems: Record<number, string> = {};
  try {
    await decoder.beginReading(opened.id, places);
    for (let batch = await decoder.next(opened.id); batch; batch = await decoder.next(opened.id)) {
      const table = tableFromIPC(batch.ipc);
      if (table.numRows !== batch.rows) throw new Error(`${table.numRows} rows in a batch of ${batch.rows}`);
      const vectors = places.map((place) => table.getChild(stagedName(place))!);
      const problem = table.getChild(rowProblemColumn)!;
      for (let row = 0; row < table.numRows; row++) {
        const said = problem.get(row) as string | null;
        if (said !== null) problems[rows.length] = said;
        rows.push(vectors.map((vector) => vector.get(row) as string | null));
      }
    }
  } finally {
    await decoder.close(opened.id);
  }
  return { columns, rows, problems };
}
