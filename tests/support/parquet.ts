import {
  FixedSizeBinary,
  makeData,
  Table,
  tableToIPC,
  vectorFromArray,
  Vector,
  type DataType,
  type Timestamp,
} from 'apache-arrow';
import { Table as ParquetTable, writeParquet, type WriterProperties } from 'parquet-wasm/esm/parquet_wasm.js';
import { initParquet } from '../../workers/node/parquet-wasm.ts';

await initParquet();

/** Columns by name: an Arrow vector, or values with their Arrow type. */
export type Columns = Record<string, Vector | [values: readonly unknown[], type: DataType]>;

/** A Parquet file with these columns, in memory; `properties` say how it is laid out. */
export function parquetFile(name: string, columns: Columns, properties?: WriterProperties): File {
  const vectors = Object.entries(columns).map(([column, values]) => [
    column,
    Array.isArray(values) ? vectorFromArray(values[0], values[1]) : values,
  ]);
  const table = new Table(Object.fromEntries(vectors) as Record<string, Vector>);
  const written = writeParquet(ParquetTable.fromIPCStream(tableToIPC(table, 'stream')), properties);
  return new File([written as BlobPart], name);
}

/** Instants `2026-01-31T12:00:00.123456Z` as a column of microseconds; Arrow's own builder takes floating-point milliseconds. */
export function instants(values: readonly (string | null)[], type: Timestamp): Vector<Timestamp> {
  const nullBitmap = new Uint8Array(Math.ceil(values.length / 8));
  for (const [index, value] of values.entries()) if (value !== null) nullBitmap[index >> 3]! |= 1 << (index & 7);
  const data = BigInt64Array.from(values, (value) => (value === null ? 0n : microsOf(value)));
  const nullCount = values.filter((value) => value === null).length;
  return new Vector([makeData({ type, length: values.length, nullCount, nullBitmap, data })]);
}

/** ISO text with up to six decimals as microseconds since 1970. */
export function microsOf(instant: string): bigint {
  const fraction = /\.(\d+)/.exec(instant)?.[1] ?? '';
  return BigInt(Date.parse(instant.replace(/\.\d+/, ''))) * 1000n + BigInt(fraction.padEnd(6, '0'));
}

/** Instants as INT96 has them: nanoseconds of the day and the Julian day, the least byte first. Becomes INT96 through `asInt96`. */
export function int96s(values: readonly (readonly [julianDay: number, nanos: bigint] | null)[]): Columns[string] {
  const bytes = values.map((value) => {
    if (!value) return null;
    const view = new DataView(new ArrayBuffer(12));
    view.setBigUint64(0, value[1], true);
    view.setInt32(8, value[0], true);
    return new Uint8Array(view.buffer);
  });
  return [bytes, new FixedSizeBinary(12)];
}

/** The file with its columns of 12 bytes as INT96, which our writer does not write: the type's number is changed in the footer. */
export async function asInt96(file: File): Promise<File> {
  const bytes = Buffer.from(await file.arrayBuffer());
  // Fields 1 and 2 of a column in the schema, then 1 and 2 of its chunks, in Thrift's compact protocol.
  for (const next of [[0x15, 0x18], [0x19]]) {
    const found = Buffer.from([0x15, 7 << 1, ...next]);
    const start = bytes.length - 8 - bytes.readUInt32LE(bytes.length - 8);
    for (let at = bytes.indexOf(found, start); at >= 0; at = bytes.indexOf(found, at + 1)) bytes[at + 1] = 3 << 1;
  }
  return new File([bytes], file.name);
}

/** Instants as the numbers that are stored, in the unit of their type. */
export function stored(values: readonly bigint[], type: Timestamp): Vector<Timestamp> {
  return new Vector([makeData({ type, length: values.length, nullCount: 0, data: BigInt64Array.from(values) })]);
}
