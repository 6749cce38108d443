import { causeOf, EngineError } from '../../../src/contract/errors.ts';
import { concatenated } from '../concatenated.ts';
import type { Bytes } from '../bytes.ts';

/** The fixed part of a member's header (RFC 1952, 2.3). */
const headerBytes = 10;

/** Stands between the bytes of one member and the next. */
const memberEnd = null;

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b;
}

/**
 * Decompresses gzip. A file of several members (`cat a.gz b.gz`, BGZF) is all of them: browsers refuse whatever follows the first, so
 * that each gets a decompressor of its own.
 *
 * @throws EngineError `file-damaged`
 */
export async function* gunzip(chunks: AsyncIterable<Bytes>, name: string): AsyncGenerator<Bytes, void> {
  const pieces = membersOf(chunks);
  let more = true;
  const member = (): ReadableStream<Bytes> =>
    new ReadableStream({
      async pull(controller) {
        const { done, value } = await pieces.next();
        if (!done && value) return controller.enqueue(value);
        more = !done;
        controller.close();
      },
    });
  try {
    while (more) {
      const reader = member().pipeThrough<Bytes>(new DecompressionStream('gzip')).getReader();
      try {
        for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) yield value!;
      } finally {
        void reader.cancel().catch(() => undefined);
      }
    }
  } catch (thrown) {
    if (thrown instanceof EngineError) throw thrown;
    throw new EngineError('file-damaged', { file: name, cause: causeOf(thrown) }, { cause: thrown });
  } finally {
    void pieces.return().catch(() => undefined);
  }
}

/**
 * The bytes of each member, with `memberEnd` between two. A member begins where its header is: compressed data that looks like one by
 * chance comes once in 100 GB, and is then reported as damage.
 */
async function* membersOf(chunks: AsyncIterable<Bytes>): AsyncGenerator<Bytes | typeof memberEnd, void> {
  let held: Bytes = new Uint8Array(0);
  let searchFrom = 1;
  for await (const chunk of chunks) {
    const bytes = joined(held, chunk);
    let from = 0;
    for (let at = memberAt(bytes, searchFrom); at !== -1; at = memberAt(bytes, at + 1)) {
      yield bytes.subarray(from, at);
      yield memberEnd;
      from = at;
    }
    const settled = Math.max(from, bytes.length - headerBytes + 1);
    if (settled > from) {
      yield bytes.subarray(from, settled);
      // The first byte of the file begins a member that is known already; what is held may begin another.
      searchFrom = 0;
    }
    held = bytes.subarray(settled);
  }
  if (held.length > 0) yield held;
}

function memberAt(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0x1f, from); at !== -1; at = bytes.indexOf(0x1f, at + 1)) {
    if (at + headerBytes > bytes.length) return -1;
    const isHeader =
      bytes[at + 1] === 0x8b &&
      bytes[at + 2] === 8 && // deflate
      bytes[at + 3]! < 0x20 && // flags
      (bytes[at + 8] === 0 || bytes[at + 8] === 2 || bytes[at + 8] === 4) && // how hard it tried
      (bytes[at + 9]! < 20 || bytes[at + 9] === 255); // operating system
    if (isHeader) return at;
  }
  return -1;
}

function joined(first: Bytes, second: Bytes): Bytes {
  return first.length === 0 ? second : concatenated([first, second]);
}
