import { concatenated } from '../concatenated.ts';

const mark = new TextEncoder().encode('PAR1');

/**
 * A Parquet file with the first `length` bytes of `blob` and another footer. It has what the decoder asks of a blob; a real one
 * of two parts is read at a crawl by Node.
 */
export function withOtherEnd(blob: Blob, length: number, footer: Uint8Array): Blob {
  const footerLength = new Uint8Array(4);
  new DataView(footerLength.buffer).setUint32(0, footer.length, true);
  const end = new Blob([footer, footerLength, mark] as BlobPart[]);
  const size = length + end.size;
  const slice = (from = 0, to = size): Blob => {
    if (to <= length) return blob.slice(from, to);
    if (from >= length) return end.slice(from - length, to - length);
    return joined(blob.slice(from, length), end.slice(0, to - length));
  };
  return { size, slice } as Blob;
}

/** Two slices as one, for as much as the decoder asks of it: its bytes. */
function joined(first: Blob, second: Blob): Blob {
  const arrayBuffer = async (): Promise<ArrayBuffer> => {
    const both = await Promise.all([first.arrayBuffer(), second.arrayBuffer()]);
    return concatenated(both.map((buffer) => new Uint8Array(buffer))).buffer;
  };
  return { size: first.size + second.size, arrayBuffer } as Blob;
}
