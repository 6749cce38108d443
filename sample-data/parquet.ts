import {
  Bool,
  Field,
  Int32,
  makeData,
  RecordBatch,
  Schema,
  Struct,
  Table as ArrowTable,
  tableToIPC,
  TimestampMillisecond,
  Utf8,
  type Data,
} from 'apache-arrow';
import {
  Compression,
  Encoding,
  Table,
  transformParquetStream,
  WriterPropertiesBuilder,
} from 'parquet-wasm/esm/parquet_wasm.js';

/** A column of a file to be written. `value` is asked once a row, in row order; timestamps are seconds since 1970. */
export type Column = { name: string; nullable?: boolean; encoding: keyof typeof Encoding | 'DICTIONARY' } & (
  | { type: 'int32' | 'timestamp'; value: (row: number) => number | null }
  | { type: 'text'; value: (row: number) => string | null }
  | { type: 'boolean'; value: (row: number) => boolean }
);

const batchRows = 122_880;
const rowGroupRows = 2 * batchRows + 65_536;

/**
 * The bytes of a Parquet file, written batch by batch as they are asked for, so that memory holds one row group at most. The same rows
 * give the same bytes: the writer is WebAssembly, and neither a clock nor the number of processors has a say.
 */
export async function parquetOf(rows: number, columns: Column[]): Promise<ReadableStream<Uint8Array>> {
  const schema = new Schema(
    columns.map(({ name, type, nullable }) => new Field(name, arrowType(type), nullable ?? false)),
  );
  let row = 0;
  const batches = new ReadableStream({
    pull(controller) {
      const count = Math.min(batchRows, rows - row);
      const children = columns.map((column) => vector(column, row, count));
      const data = makeData({ type: new Struct(schema.fields), length: count, nullCount: 0, children });
      const ipc = tableToIPC(new ArrowTable(schema, [new RecordBatch(schema, data)]), 'stream');
      for (const batch of Table.fromIPCStream(ipc).recordBatches()) controller.enqueue(batch);
      row += count;
      if (row >= rows) controller.close();
    },
  });
  return transformParquetStream(batches, properties(columns));
}

function properties(columns: Column[]) {
  let builder = new WriterPropertiesBuilder().setCompression(Compression.ZSTD).setMaxRowGroupSize(rowGroupRows);
  for (const { name, encoding } of columns) {
    builder = builder.setColumnDictionaryEnabled(name, encoding === 'DICTIONARY');
    if (encoding !== 'DICTIONARY') builder = builder.setColumnEncoding(name, Encoding[encoding]);
  }
  return builder.build();
}

function arrowType(type: Column['type']) {
  switch (type) {
    case 'int32':
      return new Int32();
    case 'timestamp':
      return new TimestampMillisecond('UTC');
    case 'text':
      return new Utf8();
    case 'boolean':
      return new Bool();
  }
}

function vector(column: Column, from: number, length: number): Data {
  const valid = column.nullable ? new Uint8Array((length + 7) >> 3) : null;
  let nullCount = 0;
  const mark = (i: number, value: unknown) => {
    if (value === null) nullCount++;
    else if (valid) valid[i >> 3]! |= 1 << (i & 7);
  };
  const nulls = () => ({ length, nullCount, nullBitmap: valid });
  switch (column.type) {
    case 'int32': {
      const data = new Int32Array(length);
      for (let i = 0; i < length; i++) {
        const value = column.value(from + i);
        data[i] = value ?? 0;
        mark(i, value);
      }
      return makeData({ type: new Int32(), ...nulls(), data });
    }
    case 'timestamp': {
      // Pairs of low and high words: several times faster than BigInt arithmetic.
      const words = new Uint32Array(2 * length);
      for (let i = 0; i < length; i++) {
        const value = column.value(from + i);
        const milliseconds = (value ?? 0) * 1000;
        words[2 * i] = milliseconds % 2 ** 32;
        words[2 * i + 1] = milliseconds / 2 ** 32;
        mark(i, value);
      }
      return makeData({ type: new TimestampMillisecond('UTC'), ...nulls(), data: new BigInt64Array(words.buffer) });
    }
    case 'text': {
      const values = Array.from({ length }, (_, i) => column.value(from + i));
      const data = new Uint8Array(values.reduce((sum, value) => sum + 3 * (value?.length ?? 0), 0));
      const valueOffsets = new Int32Array(length + 1);
      const encoder = new TextEncoder();
      let end = 0;
      values.forEach((value, i) => {
        if (value !== null) end += encoder.encodeInto(value, data.subarray(end)).written;
        valueOffsets[i + 1] = end;
        mark(i, value);
      });
      return makeData({ type: new Utf8(), ...nulls(), valueOffsets, data: data.subarray(0, end) });
    }
    case 'boolean': {
      const data = new Uint8Array((length + 7) >> 3);
      for (let i = 0; i < length; i++) if (column.value(from + i)) data[i >> 3]! |= 1 << (i & 7);
      return makeData({ type: new Bool(), ...nulls(), data });
    }
  }
}
