import { concatenated } from './concatenated.ts';

const streamEndBytes = 8;

/** IPC streams of one schema as one: the first begins it, the last ends it. */
export function joined(streams: readonly Uint8Array[]): Uint8Array {
  if (streams.length === 1) return streams[0]!;
  return concatenated(
    streams.map((stream, index) =>
      stream.subarray(
        index === 0 ? 0 : schemaBytes(stream),
        index === streams.length - 1 ? stream.length : stream.length - streamEndBytes,
      ),
    ),
  );
}

/** Whether the columns of two streams are of the same names and types, byte by byte. */
export function haveSameSchema(one: Uint8Array, other: Uint8Array): boolean {
  const length = schemaBytes(one);
  if (schemaBytes(other) !== length) return false;
  for (let at = 0; at < length; at++) if (one[at] !== other[at]) return false;
  return true;
}

/** A message is a mark, its length and that many bytes; the schema's has nothing behind them. */
function schemaBytes(stream: Uint8Array): number {
  return 8 + new DataView(stream.buffer, stream.byteOffset).getInt32(4, true);
}
