import { readFile } from 'node:fs/promises';
import {
  Compression,
  type Table,
  WriterPropertiesBuilder,
  WriterVersion,
  readParquet,
  writeParquet,
} from 'parquet-wasm/esm/parquet_wasm.js';
import type { FileKind } from '../../src/contract/files.ts';
import { realFiles } from '../support/real-files.ts';
import { cardsFile, transactionsFile } from '../support/exports.ts';
import { footerOf } from '../support/footer.ts';
import { parquetFile } from '../support/parquet.ts';
import { Int64, Utf8 } from 'apache-arrow';

/** A sound file of an export, to be damaged. */
export interface Base {
  name: string;
  kind: FileKind;
  rows: number;
  bytes: Uint8Array;
}

const cards = Array.from({ length: 300 }, (_, index) => ({
  id: index + 1,
  createdAt: instant(index),
  lastActivityAt: index % 3 === 0 ? null : instant(index + 40),
  isActive: index % 7 !== 0,
  points: (index * 37) % 900,
  name: index % 5 === 0 ? null : `Customer ${index}`,
}));

const transactions = Array.from({ length: 1200 }, (_, index) => ({
  card: 1 + ((index * 17) % 300),
  at: instant(20 + index / 4),
  type: ['points_earned', 'points_redeemed', 'welcome_bonus'][index % 3]!,
  points: index % 3 === 1 ? -50 : (index * 13) % 200,
  store: index % 9 === 0 ? null : 1 + (index % 4),
  cents: index % 3 === 0 ? 250 + index : null,
}));

const layouts: Readonly<Record<string, (properties: WriterPropertiesBuilder) => WriterPropertiesBuilder>> = {
  'uncompressed, plain': (p) => p.setCompression(Compression.UNCOMPRESSED).setDictionaryEnabled(false),
  'snappy, small pages and row groups': (p) =>
    p.setCompression(Compression.SNAPPY).setMaxRowGroupSize(100).setDataPageSizeLimit(256).setWriteBatchSize(32),
  'gzip, pages of version 2': (p) => p.setCompression(Compression.GZIP).setWriterVersion(WriterVersion.V2),
  zstd: (p) => p.setCompression(Compression.ZSTD),
  'brotli, row groups': (p) => p.setCompression(Compression.BROTLI).setMaxRowGroupSize(150),
  lz4: (p) => p.setCompression(Compression.LZ4_RAW).setWriterVersion(WriterVersion.V2).setDictionaryEnabled(false),
};

/** Files of other programs as a stores file: which of their columns is the store's id, and which its name. */
const foreign: readonly [path: string, id: string, name: string][] = [
  ['parquet-testing/data/alltypes_plain.parquet', 'id', 'string_col'],
  ['parquet-testing/data/alltypes_tiny_pages.parquet', 'id', 'string_col'],
  ['parquet-testing/data/hadoop_lz4_compressed.parquet', 'c0', 'c1'],
  ['parquet-testing/data/delta_byte_array.parquet', 'c_customer_id', 'c_last_name'],
  ['parquet-testing/data/delta_encoding_optional_column.parquet', 'c_customer_sk', 'c_first_name'],
  ['hyparquet/datapage_v2.snappy.parquet', 'b', 'a'],
  ['hyparquet/brotli_compressed.parquet', 'c0', 'c1'],
  ['hyparquet/delta_encoding_required_column.parquet', 'c_customer_sk:', 'c_first_name:'],
  ['hyparquet/dictionary_offset_indexed.parquet', 'id', 'country'],
];

/** The export that is loaded around each damaged file. */
export function soundExport(): Record<Exclude<FileKind, 'orders'>, File> {
  return {
    cards: cardsFile(cards),
    transactions: transactionsFile(transactions),
    stores: parquetFile('stores.parquet', {
      id: [[1n, 2n, 3n, 4n], new Int64()],
      merchant_id: [[1n, 1n, 1n, 1n], new Int64()],
      name: [['North', 'South', 'East', 'West'], new Utf8()],
    }),
  };
}

/** Every file that is damaged: the export's own in several layouts, and files of other programs. */
export async function bases(): Promise<Base[]> {
  const found: Base[] = [];
  const own = soundExport();
  for (const kind of ['cards', 'transactions', 'stores'] as const) {
    const bytes = new Uint8Array(await own[kind].arrayBuffer());
    for (const [layout, set] of Object.entries(layouts)) {
      const properties = set(new WriterPropertiesBuilder()).build();
      found.push(base(`${kind}, ${layout}`, kind, writeParquet(readParquet(bytes) as Table, properties)));
    }
  }
  const folder = realFiles();
  if (folder) {
    for (const [path, id, name] of foreign) {
      const bytes = new Uint8Array(await readFile(new URL(path, folder)));
      found.push(base(path, 'stores', renamed(bytes, { [id]: 'id', [name]: 'name' })));
    }
  }
  return found;
}

function base(name: string, kind: FileKind, bytes: Uint8Array): Base {
  return { name, kind, rows: footerOf(bytes)!.rows, bytes };
}

/** The file with other column names in its footer, where a name follows its length. */
function renamed(file: Uint8Array, names: Readonly<Record<string, string>>): Uint8Array {
  const tail = 8;
  const length = new DataView(file.buffer, file.byteOffset).getUint32(file.length - tail, true);
  const start = file.length - tail - length;
  let footer = Buffer.from(file.subarray(start, -tail)).toString('latin1');
  // The writer's own copy of the schema would contradict the new names.
  for (const [from, to] of Object.entries({ ...names, 'ARROW:schema': 'ARROW:nothing' })) {
    footer = footer.replaceAll(String.fromCharCode(from.length) + from, String.fromCharCode(to.length) + to);
  }
  const end = Buffer.alloc(tail, 'PAR1');
  end.writeUInt32LE(footer.length);
  return new Uint8Array(Buffer.concat([file.subarray(0, start), Buffer.from(footer, 'latin1'), end]));
}

function instant(day: number): string {
  return new Date(Date.UTC(2025, 0, 1) + day * 86_400_000).toISOString();
}
