import { makeData, Table, tableToIPC, vectorFromArray, Vector, type DataType, type Timestamp } from 'apache-arrow';
import { Table as ParquetTable, writeParquet } from 'parquet-wasm/esm/parquet_wasm.js';
import { initParquet } from '../../workers/node/parquet-wasm';

await initParquet();

/** Columns by name: an Arrow vector, or values with their Arrow type. */
export type Columns = Record<string, Vector | [values: readonly unknown[], type: DataType]>;

/** A Parquet file with these columns, in memory. */
export function parquetFile(name: string, columns: Columns): File {
  const vectors = Object.entries(columns).map(([column, values]) => [
    column,
    Array.isArray(values) ? vectorFromArray(values[0], values[1]) : values,
  ]);
  const table = new Table(Object.fromEntries(vectors) as Record<string, Vector>);
  return new File([writeParquet(ParquetTable.fromIPCStream(tableToIPC(table, 'stream'))) as BlobPart], name);
}

/** Instants `2026-01-31T12:00:00.123456Z` as a column of microseconds; Arrow's own builder takes floating-point milliseconds. */
export function instants(values: readonly (string | null)[], type: Timestamp): Vector<Timestamp> {
  const nullBitmap = new Uint8Array(Math.ceil(values.length / 8));
  for (const [index, value] of values.entries()) if (value !== null) nullBitmap[index >> 3]! |= 1 << (index & 7);
  const data = BigInt64Array.from(values, (value) => (value === null ? 0n : microsOf(value)));
  const nullCount = values.filter((value) => value === null).length;
  return new Vector([makeData({ type, length: values.length, nullCount, nullBitmap, data })]);
}

function microsOf(instant: string): bigint {
  const fraction = /\.(\d+)/.exec(instant)?.[1] ?? '';
  return BigInt(Date.parse(instant.replace(/\.\d+/, ''))) * 1000n + BigInt(fraction.padEnd(6, '0'));
}
