import { DataType, tableFromIPC, type Dictionary, type Vector } from 'apache-arrow';
import { dictionaryPage, inPage } from './fields.ts';
import type { Chunk, FooterColumn } from './footer.ts';
import { numberIn, splitStruct } from './thrift.ts';

/**
 * The decoder unpacks a row group at a time. More than this of a column could take all memory; the footer's sizes do not tell: a text
 * in a dictionary is there once and may be a million rows.
 */
const decodedBytes = 512 * 2 ** 20;

/** A dictionary's header takes less. */
const pageHeaderBytes = 64;

/** A dictionary of a few words, such as the types of transactions: the decoder takes a third of the time that it takes to unpack them. */
const fewWordsBytes = 1024;

/** Columns of text that are to be left in their dictionaries, by their index among those that are read. */
export interface DictionaryColumns {
  /** May be too wide to be unpacked: no row has more of a dictionary than the whole of it. */
  wide: Set<number>;
  /** Have dictionaries so small that no row of theirs is wide. */
  narrow: Set<number>;
}

export async function dictionaryColumns(file: Blob, columns: readonly FooterColumn[]): Promise<DictionaryColumns> {
  const found: DictionaryColumns = { wide: new Set(), narrow: new Set() };
  for (const [index, { isText, chunks }] of columns.entries()) {
    if (!isText) continue;
    const bytes = await Promise.all(chunks.map((chunk) => dictionaryBytes(file, chunk)));
    if (bytes.some((size, place) => size * chunks[place]!.rows > decodedBytes)) found.wide.add(index);
    else if (bytes.every((size) => size > 0 && size <= fewWordsBytes)) found.narrow.add(index);
  }
  return found;
}

/** Bytes of the dictionary that a chunk begins with, unpacked; 0 without one. */
async function dictionaryBytes(file: Blob, { firstPageAt: at }: Chunk): Promise<number> {
  try {
    const page = splitStruct(new Uint8Array(await file.slice(at, at + pageHeaderBytes).arrayBuffer()));
    return numberIn(page.get(inPage.type)) === dictionaryPage ? (numberIn(page.get(inPage.unpackedBytes)) ?? 0) : 0;
  } catch (thrown) {
    // The header of another page may be longer; what is no header at all is for the decoder to refuse.
    if (thrown instanceof RangeError) return 0;
    throw thrown;
  }
}

/** Bytes of a batch's values out of their dictionaries. */
export function expandedBytes(ipc: Uint8Array): number {
  const table = tableFromIPC(ipc);
  return table.schema.fields.reduce((bytes, { type }, place) => {
    return DataType.isDictionary(type) ? bytes + bytesOf(table.getChildAt(place)!) : bytes;
  }, ipc.byteLength);
}

function bytesOf(column: Vector<Dictionary>): number {
  let bytes = 0;
  for (const { values, length, dictionary } of column.data) {
    const offsets = dictionary!.data[0]!.valueOffsets;
    for (let row = 0; row < length; row++) {
      const index = values[row]!;
      bytes += (offsets[index + 1] ?? 0) - (offsets[index] ?? 0);
    }
  }
  return bytes;
}
