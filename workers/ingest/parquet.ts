import { DataType, tableFromIPC, type Field } from 'apache-arrow';
import { ParquetFile, type RecordBatch } from 'parquet-wasm/esm/parquet_wasm.js';
import { causeOf, EngineError } from '../../src/failure';
import type { Batch, Decoder, FileColumn, Form, OpenedFile } from './decoder';

/** DuckDB's row group: whole ones compress and insert best. */
const batchRows = 122_880;

const magic = 'PAR1';
const encryptedMagic = 'PARE';

interface Reading {
  name: string;
  parquet: ParquetFile;
  batches: ReadableStreamDefaultReader<RecordBatch> | null;
}

/** The decoder for Parquet. The caller has initialised parquet-wasm. */
export class ParquetDecoder implements Decoder {
  readonly #readings = new Map<number, Reading>();
  #lastId = 0;

  async open(file: Blob, name: string): Promise<OpenedFile> {
    await checkMagic(file, name);
    const parquet = await damagedUnless(name, () => ParquetFile.fromFile(file));
    return damagedUnless(name, () => {
      const { schema } = tableFromIPC(parquet.schema().intoIPCStream());
      const id = ++this.#lastId;
      this.#readings.set(id, { name, parquet, batches: null });
      return { id, rows: parquet.metadata().fileMetadata().numRows(), columns: schema.fields.map(columnOf) };
    });
  }

  async start(id: number, columns: readonly string[]): Promise<void> {
    const reading = this.#reading(id);
    await damagedUnless(reading.name, async () => {
      const stream: ReadableStream<RecordBatch> = await reading.parquet.stream({
        batchSize: batchRows,
        columns: [...columns],
      });
      reading.batches = stream.getReader();
    });
  }

  async next(id: number): Promise<Batch | null> {
    const { name, batches } = this.#reading(id);
    return damagedUnless(name, async () => {
      const { done, value } = await batches!.read();
      return done ? null : { rows: value.numRows, ipc: value.intoIPCStream() };
    });
  }

  async close(id: number): Promise<void> {
    const { parquet, batches } = this.#reading(id);
    this.#readings.delete(id);
    // A stream that failed rejects its cancellation with the same error, which was reported already.
    await batches?.cancel().catch(() => undefined);
    parquet.free();
  }

  #reading(id: number): Reading {
    const reading = this.#readings.get(id);
    if (!reading) throw new Error(`no opened file has the number ${id}`);
    return reading;
  }
}

async function checkMagic(file: Blob, name: string): Promise<void> {
  if (file.size === 0) throw new EngineError('file-empty', { file: name });
  const [head, tail] = await Promise.all([textOf(file.slice(0, 4), name), textOf(file.slice(-4), name)]);
  if (tail === encryptedMagic) throw new EngineError('file-encrypted', { file: name });
  if (head !== magic && tail !== magic) throw new EngineError('not-parquet', { file: name });
  if (tail !== magic) throw new EngineError('file-damaged', { file: name, cause: 'its end is missing' });
  if (head !== magic) throw new EngineError('file-damaged', { file: name, cause: 'its beginning is missing' });
}

async function textOf(slice: Blob, name: string): Promise<string> {
  try {
    return await slice.text();
  } catch (thrown) {
    throw new EngineError('file-unreadable', { file: name, cause: causeOf(thrown) }, { cause: thrown });
  }
}

async function damagedUnless<T>(file: string, read: () => T | Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    throw new EngineError('file-damaged', { file, cause: causeOf(thrown) }, { cause: thrown });
  }
}

function columnOf({ name, type }: Field): FileColumn {
  return { name, form: formOf(type), type: String(type) };
}

function formOf(type: DataType): Form {
  if (DataType.isDictionary(type)) return formOf(type.dictionary);
  if (DataType.isInt(type)) return 'integer';
  if (DataType.isDecimal(type)) return 'decimal';
  if (DataType.isFloat(type)) return 'float';
  if (DataType.isUtf8(type) || DataType.isLargeUtf8(type)) return 'text';
  if (DataType.isFixedSizeBinary(type)) return type.byteWidth === 16 ? 'uuid' : 'other';
  if (DataType.isBinary(type) || DataType.isLargeBinary(type)) return 'bytes';
  if (DataType.isBool(type)) return 'boolean';
  if (DataType.isTimestamp(type)) return 'timestamp';
  if (DataType.isDate(type)) return 'date';
  return 'other';
}
