import type { DataNote } from '../../src/contract/report.ts';
import type { Batch } from '../decode/decoder.ts';
import { placesOf } from '../recognise/combine.ts';
import type { RecognisedFile } from '../recognise/recognise.ts';
import { examplesShown } from '../check/run-sql.ts';

/** Counts what a batch says of the cells of a sheet, by the export's names for their columns. */
export function noteCells(notes: Map<string, DataNote>, { matched }: RecognisedFile, { noted = [] }: Batch): void {
  for (const { place, kind, rows, examples } of noted) {
    for (const { wanted, found } of matched) {
      if (!placesOf(found).includes(place)) continue;
      const key = `${wanted.name} ${kind}`;
      const before = notes.get(key);
      notes.set(key, {
        kind,
        column: wanted.name,
        rows: (before?.rows ?? 0) + rows,
        examples: [...new Set([...(before?.examples ?? []), ...examples])].slice(0, examplesShown),
      });
    }
  }
}
