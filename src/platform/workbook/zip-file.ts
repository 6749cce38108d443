/** A file of an archive: its text, some at a time. */
export interface ZipEntry {
  name: string;
  text: Iterable<string>;
}

/** What is written of an entry before its bytes and in the directory. */
interface Written {
  name: Uint8Array;
  crc: number;
  size: number;
  compressed: Blob;
}

/** Marks and versions of the format (PKWARE APPNOTE 6.3.10, 4.3): deflated, names in UTF-8, the first day that it knows. */
const deflated = 8;
const namesAreUtf8 = 0x0800;
const version = 20;
const firstDay = 0x21;

const encoder = new TextEncoder();

/**
 * A zip archive of texts, one after the other. The browser compresses them beside this thread, and has this one wait for it: no more than
 * a piece of text is held at a time. Below 4 GB, as all that is written here.
 */
export async function zipFile(entries: readonly ZipEntry[], type: string): Promise<Blob> {
  const parts: BlobPart[] = [];
  const directory: BlobPart[] = [];
  let offset = 0;
  for (const entry of entries) {
    const written = await compressed(entry);
    const local = headerOf(0x04034b50, written);
    parts.push(local, written.compressed);
    directory.push(headerOf(0x02014b50, written, offset));
    offset += local.length + written.compressed.size;
  }
  const directoryBytes = new Blob(directory).size;
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, directoryBytes, true);
  end.setUint32(16, offset, true);
  return new Blob([...parts, ...directory, end], { type });
}

async function compressed({ name, text }: ZipEntry): Promise<Written> {
  const stream = new CompressionStream('deflate-raw');
  const blob = new Response(stream.readable).blob();
  const writer = stream.writable.getWriter();
  let crc = 0xffffffff;
  let size = 0;
  for (const piece of text) {
    const bytes = encoder.encode(piece);
    crc = withBytes(crc, bytes);
    size += bytes.length;
    await writer.ready;
    // Told by whoever waits for the end.
    writer.write(bytes).catch(() => undefined);
  }
  await writer.close();
  return { name: encoder.encode(name), crc: ~crc >>> 0, size, compressed: await blob };
}

/** Of an entry at its place, or of one in the directory, which says where that is. */
function headerOf(
  mark: number,
  { name, crc, size, compressed: blob }: Written,
  offset?: number,
): Uint8Array<ArrayBuffer> {
  const inDirectory = offset !== undefined;
  const bytes = new Uint8Array((inDirectory ? 46 : 30) + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, mark, true);
  // The directory says by which version it was written, too.
  let at = 4;
  if (inDirectory) view.setUint16((at += 2) - 2, version, true);
  view.setUint16(at, version, true);
  view.setUint16(at + 2, namesAreUtf8, true);
  view.setUint16(at + 4, deflated, true);
  view.setUint16(at + 8, firstDay, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, blob.size, true);
  view.setUint32(at + 18, size, true);
  view.setUint16(at + 22, name.length, true);
  if (inDirectory) view.setUint32(42, offset, true);
  bytes.set(name, bytes.length - name.length);
  return bytes;
}

const table = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** CRC-32 (ISO 3309), not yet inverted at its end. */
function withBytes(crc: number, bytes: Uint8Array): number {
  let sum = crc;
  for (let at = 0; at < bytes.length; at++) sum = table[(sum ^ bytes[at]!) & 0xff]! ^ (sum >>> 8);
  return sum;
}
