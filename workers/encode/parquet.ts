import { makeData, RecordBatch, Struct, Table as ArrowTable, tableFromIPC, tableToIPC } from 'apache-arrow';
import {
  Compression,
  Table,
  transformParquetStream,
  WriterPropertiesBuilder,
  type RecordBatch as ParquetBatch,
} from 'parquet-wasm/esm/parquet_wasm.js';
import { rowsAGroup } from './encoder.ts';

/** A Parquet file that is written as its rows come. */
export class ParquetWriter {
  readonly #batches = new TransformStream<ParquetBatch, ParquetBatch>();
  readonly #writer = this.#batches.writable.getWriter();

  /** The bytes of the file, as they come. Asked for once, before the first rows. */
  async bytes(): Promise<ReadableStream<Uint8Array<ArrayBuffer>>> {
    // Snappy, which every reader of Parquet reads.
    const properties = new WriterPropertiesBuilder()
      .setCompression(Compression.SNAPPY)
      .setMaxRowGroupSize(rowsAGroup)
      .build();
    return transformParquetStream(this.#batches.readable, properties);
  }

  /** @param ipc an Arrow IPC stream */
  async add(ipc: Uint8Array): Promise<void> {
    const batches = Table.fromIPCStream(ipc).recordBatches();
    if (batches.length === 0) return this.add(withoutRows(ipc));
    for (const batch of batches) await this.#writer.write(batch);
  }

  async end(): Promise<void> {
    await this.#writer.close();
  }
}

/** A stream with one batch without rows, of one without a batch: the writer has the columns of a file from its batches. */
function withoutRows(ipc: Uint8Array): Uint8Array {
  const { schema } = tableFromIPC(ipc);
  const children = schema.fields.map(({ type }) => makeData({ type, length: 0 }));
  const data = makeData({ type: new Struct(schema.fields), length: 0, nullCount: 0, children });
  return tableToIPC(new ArrowTable(schema, [new RecordBatch(schema, data)]), 'stream');
}
