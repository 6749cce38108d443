import type { RowRun } from '../check/row-run.ts';
import { batchBytes, batchRows, type Batch } from '../decode/decoder.ts';
import { isCombination, placesOf } from '../recognise/combine.ts';
import type { RecognisedInput } from './load-order.ts';

/** What is taken into the tables in one go: no more than a batch may be, but for a single batch. */
export interface Gathered {
  /** Of files that are read alike; at most one is of a file that came before. */
  runs: RowRun[];
  /** Indexes of the files that are at their end once these runs are taken. */
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
  let next: Gathered = { runs: [], ended: [] };
  let rows = 0;
  let bytes = 0;
  const take = (): Gathered => {
    const taken = next;
    next = { runs: [], ended: [] };
    rows = 0;
    bytes = 0;
    return taken;
  };
  let before = '';
  for (const [fileIndex, file] of files.entries()) {
    const key = statementKeyOf(file);
    if (key !== before && fileIndex > 0) yield take();
    before = key;
    let rowsBefore = 0;
    for (let batch = await nextBatch(); batch; batch = await nextBatch()) {
      if (rows > 0 && (rows + batch.rows > batchRows || bytes + batch.ipc.byteLength > batchBytes)) yield take();
      next.runs.push({ fileIndex, rowsBefore, batch });
      rowsBefore += batch.rows;
      rows += batch.rows;
      bytes += batch.ipc.byteLength;
      if (rows >= batchRows || bytes >= batchBytes) yield take();
    }
    next.ended.push(fileIndex);
  }
  yield take();
}

/** Equal for files whose rows the same statements take. */
function statementKeyOf({
  format,
  recognised: { kind, matched, dialect, types, states, amounts, signs, ids, currency },
}: RecognisedInput): string {
  const columns = matched.map(({ wanted, found }) => [
    wanted.name,
    found.form,
    found.type,
    isCombination(found) ? found.combines.by : null,
    placesOf(found),
    found.constant,
  ]);
  return JSON.stringify([format, kind, columns, dialect, types, states, amounts, signs, ids, currency]);
}
