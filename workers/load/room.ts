import type { FileKind } from '../../src/contract/files.ts';
import { EngineError } from '../../src/contract/errors.ts';
import type { RecognisedInput } from './load-order.ts';

/** WebAssembly addresses 4 GiB; DuckDB itself, its working memory and the answers' tables take a part of it. */
const roomBytes = 3.4 * 2 ** 30;

/** What a row takes at the height of a load, measured with `npm run bench` at 10 and at 50 million transactions. */
const peakBytes: Record<FileKind, number> = { transactions: 42, cards: 220, stores: 200, orders: 60 };

/** Text has rows shorter than this; how many there are is known only at its end. */
const shortestTextRow = 200;

/**
 * Refuses an export that plainly does not fit the engine's memory, before the work begins. A text file counts with the fewest rows it may
 * have: what turns out too large while it is read ends in `out-of-memory`.
 *
 * @throws EngineError `too-large`
 */
export function checkRoom(files: readonly RecognisedInput[]): void {
  let rows = 0;
  let bytes = 0;
  for (const { recognised, rows: known, bytes: fileBytes } of files) {
    const atLeast = known ?? fileBytes / shortestTextRow;
    rows += atLeast;
    bytes += atLeast * peakBytes[recognised.kind];
  }
  if (bytes > roomBytes) throw new EngineError('too-large', { rows: Math.round(rows), bytes, limit: roomBytes });
}
