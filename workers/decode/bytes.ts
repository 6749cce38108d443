import { causeOf, EngineError } from '../../src/contract/errors.ts';
import { changedWhileRead } from './unchanged.ts';

/** Bytes as streams hand them out. */
export type Bytes = Uint8Array<ArrayBuffer>;

/** How far the reading of a file is. */
export interface BytesRead {
  bytes: number;
}

/** Some platforms hand out files in memory as one chunk: the progress would be a single step. */
const mostAtOnce = 256 * 1024;

/**
 * The bytes of a file from its first, in chunks of the platform's size or less, none read before it is asked for.
 *
 * @throws EngineError `file-unreadable`, also where there are fewer or more bytes than the file had when it was chosen
 */
export async function* bytesOf(file: Blob, name: string, read?: BytesRead): AsyncGenerator<Bytes, void> {
  const reader = (file.stream() as ReadableStream<Bytes>).getReader();
  let bytes = 0;
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      bytes += value.length;
      for (let from = 0; from < value.length; from += mostAtOnce) {
        const part = value.subarray(from, from + mostAtOnce);
        if (read) read.bytes += part.length;
        yield part;
      }
    }
  } catch (thrown) {
    throw new EngineError('file-unreadable', { file: name, cause: causeOf(thrown) }, { cause: thrown });
  } finally {
    void reader.cancel().catch(() => undefined);
  }
  // A file that shrinks meanwhile ends early, and without an error.
  if (bytes !== file.size) throw changedWhileRead(name, `${bytes} of its ${file.size} bytes were there`);
}

/** The same bytes in chunks of `size`, but for the last, which may be shorter. */
export async function* inChunksOf(size: number, chunks: AsyncIterable<Bytes>): AsyncGenerator<Bytes, void> {
  let gathered = new Uint8Array(size);
  let used = 0;
  for await (const chunk of chunks) {
    for (let from = 0; from < chunk.length;) {
      const taken = Math.min(size - used, chunk.length - from);
      gathered.set(chunk.subarray(from, from + taken), used);
      used += taken;
      from += taken;
      if (used < size) continue;
      yield gathered;
      gathered = new Uint8Array(size);
      used = 0;
    }
  }
  if (used > 0) yield gathered.subarray(0, used);
}

/** Up to `size` bytes from the beginning; `complete` when that is all there is. */
export async function headOf(size: number, chunks: AsyncIterable<Bytes>): Promise<{ head: Bytes; complete: boolean }> {
  for await (const chunk of inChunksOf(size + 1, chunks)) {
    return { head: chunk.subarray(0, size), complete: chunk.length <= size };
  }
  return { head: new Uint8Array(0), complete: true };
}
