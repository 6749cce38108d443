import type { Part } from '../check/part.ts';
import type { Batch } from '../decode/decoder.ts';
import type { RecognisedInput } from './load-order.ts';

/** DuckDB's row group: what is taken in one go is no larger, but for a single batch. */
const mostRows = 122_880;

/** Bytes that make a batch, however few its rows. */
const mostBytes = 64 * 2 ** 20;

/** What is taken into the tables in one go. */
export interface Gathered {
  /** Of files that are read alike; at most one is of a file that came before. */
  parts: Part[];
  /** Places of the files that are at their end once these parts are taken. */
  ended: number[];
}

/**
 * Gathers the batches of files that are read alike and have few rows, since a statement takes longer than a few rows do: a thousand
 * files of a day each are taken like one.
 *
 * @param files in the order of their batches
 * @param nextBatch answers the next batch in that order, null after the last of each file
 */
export async function* gathered(
  files: readonly RecognisedInput[],
  nextBatch: () => Promise<Batch | null>,
): AsyncGenerator<Gathered, void> {
  let next: Gathered = { parts: [], ended: [] };
  let rows = 0;
  let bytes = 0;
  const take = (): Gathered => {
    const taken = next;
    next = { parts: [], ended: [] };
    rows = 0;
    bytes = 0;
    return taken;
  };
  let before = '';
  for (const [place, file] of files.entries()) {
    const reading = readingOf(file);
    if (reading !== before && place > 0) yield take();
    before = reading;
    let rowsBefore = 0;
    for (let batch = await nextBatch(); batch; batch = await nextBatch()) {
      if (rows > 0 && (rows + batch.rows > mostRows || bytes + batch.ipc.byteLength > mostBytes)) yield take();
      next.parts.push({ place, rowsBefore, batch });
      rowsBefore += batch.rows;
      rows += batch.rows;
      bytes += batch.ipc.byteLength;
      if (rows >= mostRows || bytes >= mostBytes) yield take();
    }
    next.ended.push(place);
  }
  yield take();
}

/** Equal for files whose rows the same statements take. */
function readingOf({ format, recognised: { kind, matched, dialect, types, amounts } }: RecognisedInput): string {
  const columns = matched.map(({ wanted, found: { place, form, type } }) => [wanted.name, place, form, type]);
  return JSON.stringify([format, kind, columns, dialect, types, amounts]);
}
