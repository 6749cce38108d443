import {
  Compression,
  Table,
  transformParquetStream,
  WriterPropertiesBuilder,
  type RecordBatch,
} from 'parquet-wasm/esm/parquet_wasm.js';
import { rowsAGroup } from './encoder.ts';

/** A Parquet file that is written as its rows come. */
export class ParquetWriter {
  readonly #batches = new TransformStream<RecordBatch, RecordBatch>();
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
    for (const batch of Table.fromIPCStream(ipc).recordBatches()) await this.#writer.write(batch);
  }

  async end(): Promise<void> {
    await this.#writer.close();
  }
}
