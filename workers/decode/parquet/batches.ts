import { Dictionary, Int32, TimestampSecond } from 'apache-arrow';
import type { ParquetFile, RecordBatch } from 'parquet-wasm/esm/parquet_wasm.js';
import { EngineError } from '../../../src/contract/errors.ts';
import { joined } from '../arrow-streams.ts';
import { batchBytes, batchRows, type Batch } from '../decoder.ts';
import { openAs } from './arrow.ts';
import { dictionaryColumns, expandedBytes } from './dictionaries.ts';
import type { ParquetFooter } from './footer.ts';
import { int96AsInstants } from './int96.ts';

/** Rows that are wider on average are no rows of an export but a bomb of repeated text. */
const rowBytes = 1024;

/** Columns of a file on their way to Arrow. */
export class Batches {
  readonly #name: string;
  readonly #parquet: ParquetFile;
  readonly #stream: ReadableStreamDefaultReader<RecordBatch>;
  readonly #int96: ReadonlySet<number>;
  readonly #isWide: boolean;

  private constructor(
    name: string,
    parquet: ParquetFile,
    stream: ReadableStream<RecordBatch>,
    int96: number[],
    isWide: boolean,
  ) {
    this.#name = name;
    this.#parquet = parquet;
    this.#stream = stream.getReader();
    this.#int96 = new Set(int96);
    this.#isWide = isWide;
  }

  /**
   * @param places of the columns in the footer, none of them nested or encrypted
   * @param limit rows to read, if not all
   */
  static async of(
    file: Blob,
    name: string,
    footer: ParquetFooter,
    places: readonly number[],
    limit?: number,
  ): Promise<Batches> {
    const columns = places.map((place) => footer.columns[place]!);
    const int96 = [...columns.keys()].filter((index) => columns[index]!.isInt96);
    const { wide, narrow } = await dictionaryColumns(file, columns);
    const parquet = await openAs(footer, places, (index, type) => {
      // Without their zone, which is UTC whatever it is: with one, DuckDB refuses what does not fit its microseconds.
      if (columns[index]!.seconds) return new TimestampSecond();
      return wide.has(index) || narrow.has(index) ? new Dictionary(type, new Int32(), index) : null;
    });
    const stream: ReadableStream<RecordBatch> = await parquet.stream({
      batchSize: Math.min(batchRows, limit ?? batchRows),
      ...(limit && { limit }),
    });
    return new Batches(name, parquet, stream, int96, wide.size > 0);
  }

  /**
   * The next rows in file order, null after the last. The small pieces of small row groups are made one batch.
   *
   * @throws EngineError `out-of-memory` for rows too wide to be an export's; whatever the decoder throws
   */
  async next(): Promise<Batch | null> {
    const parts: Uint8Array[] = [];
    let rows = 0;
    let bytes = 0;
    do {
      const { done, value } = await this.#stream.read();
      if (done) break;
      rows += value.numRows;
      const ipc = value.intoIPCStream();
      bytes += this.#isWide ? expandedBytes(ipc) : ipc.byteLength;
      parts.push(ipc);
    } while (rows < batchRows && bytes < batchBytes);
    if (parts.length === 0) return null;
    if (bytes >= batchBytes && bytes > rows * rowBytes) throw new EngineError('out-of-memory', { file: this.#name });
    const ipc = joined(parts);
    return { rows, bytesRead: null, ipc: this.#int96.size > 0 ? int96AsInstants(ipc, this.#int96) : ipc };
  }

  async end(): Promise<void> {
    // A stream that failed rejects its cancellation with the same error, which was reported already.
    await this.#stream.cancel().catch(() => undefined);
    this.#parquet.free();
  }
}
