import { describe, expect, it } from 'vitest';
import { csvFormat } from '../../workers/decode/csv/opened-csv.ts';
import { FileDecoder } from '../../workers/decode/file-decoder.ts';
import { names, pollutions, rows as clean } from '../support/pollutions.ts';
import { decodedText, textFile } from '../support/text-files.ts';

const whole = new FileDecoder([csvFormat()]);
/** So small that every value is at the border of some chunk. */
const tiny = new FileDecoder([csvFormat({ chunkBytes: 5 })]);

const orNull = (rows: readonly (readonly string[])[]): (string | null)[][] =>
  rows.map((row) => row.map((value) => value || null));

describe('a spoilt file gives the cells of the clean one', () => {
  it.each(pollutions)('$kind', async ({ text, columns = names, rows = clean, problems = {}, ...right }) => {
    const { before = 0, hasHeader = true } = right;
    const file = textFile(text);
    const opened = await whole.open(file, file.name);
    expect([opened.layout!.tableFrom, opened.hasHeader]).toEqual([before, hasHeader]);
    for (const decoder of [whole, tiny])
      expect(await decodedText(decoder, file)).toEqual({ columns, rows: orNull(rows), problems });
  });
});
