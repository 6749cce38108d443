import { EngineError } from '../../../src/contract/errors.ts';
import { TextBatch, type RowProblem } from './batch.ts';
import { bytesOf, headOf, inChunksOf, type Bytes, type BytesRead } from './bytes.ts';
import { gunzip, isGzip } from './gzip.ts';
import { isBlank, layoutOf, type Layout } from './layout.ts';
import { RowSplitter } from './rows.ts';
import { encodingOf, noText, TextDecoding, type Encoding } from './text.ts';
import { batchBytes, batchRows, type Batch, type Decoder, type FileColumn, type OpenedFile } from '../decoder.ts';
import type { Format } from '../format.ts';
import { lookOf } from '../file-look.ts';

/** Larger chunks cost more: their rows outlive the cheap part of garbage collection. */
const defaultChunkBytes = 64 * 1024;

/** What is looked at to find out how a file is written. */
const sampleBytes = 256 * 1024;

/** Whatever is no other format. */
export function csvFormat(): Format {
  return { matches: () => true, decoder: new CsvDecoder() };
}

interface Reading {
  file: Blob;
  name: string;
  isGzip: boolean;
  encoding: Encoding;
  markBytes: number;
  layout: Layout;
  batches: AsyncGenerator<Batch, void> | null;
}

interface Row {
  fields: string[];
  problem: RowProblem | null;
}

/**
 * The decoder for text files with a header: delimited by comma, semicolon, tab or bar; UTF-8, UTF-16 or Windows-1252; as they are or
 * compressed by gzip. The file is read as batches are asked for, a chunk at a time.
 *
 * A row that cannot be split into the columns of the header is in its place all the same, without values, and the column
 * `rowProblemColumn` says why. Blank lines are no rows.
 */
export class CsvDecoder implements Pick<Decoder, 'open' | 'preview' | 'start' | 'next' | 'close'> {
  readonly #readings = new Map<number, Reading>();
  readonly #chunkBytes: number;
  #lastId = 0;

  constructor({ chunkBytes = defaultChunkBytes } = {}) {
    this.#chunkBytes = chunkBytes;
  }

  /** @throws EngineError `file-empty`, `file-kind-unknown`, `header-missing`, `file-damaged` or `file-unreadable`. */
  async open(file: Blob, name: string): Promise<OpenedFile> {
    if (file.size === 0) throw new EngineError('file-empty', { file: name });
    const isCompressed = isGzip(new Uint8Array((await headOf(2, bytesOf(file, name))).head));
    const { head, complete } = await headOf(sampleBytes, contentOf(file, name, isCompressed));
    if (head.length === 0) throw new EngineError('file-empty', { file: name });
    const looksLike = lookOf(head);
    if (looksLike) throw new EngineError('file-kind-unknown', { file: name, looksLike });
    const found = encodingOf(head);
    if (!found) throw new EngineError('file-kind-unknown', { file: name, looksLike: 'binary' });

    const sample = new TextDecoding(found.encoding).decode(head.slice(found.markBytes), complete);
    const layout = layoutOf(sample, complete, name);
    const id = ++this.#lastId;
    this.#readings.set(id, { file, name, isGzip: isCompressed, ...found, layout, batches: null });
    const columns = layout.columns.map(({ name: column }, place): FileColumn => ({
      name: column,
      place,
      form: 'text',
      type: 'text',
    }));
    return { id, format: 'csv', rows: null, columns, delimiter: layout.delimiter, hasRowProblems: true };
  }

  async preview(id: number, rows: number): Promise<(string | null)[][]> {
    const reading = this.#reading(id);
    const { columns } = reading.layout;
    const preview: (string | null)[][] = [];
    if (rows === 0) return preview;
    const everyPlace = columns.map((_, place) => place);
    for await (const chunk of this.#rows(reading, everyPlace)) {
      for (const { fields } of chunk) {
        preview.push(columns.map((_, place) => fields[place] || null));
        if (preview.length === rows) return preview;
      }
    }
    return preview;
  }

  /** @throws EngineError `column-ambiguous` for a column whose name another has too. */
  async start(id: number, places: readonly number[]): Promise<void> {
    const reading = this.#reading(id);
    const header = reading.layout.columns;
    for (const place of places) {
      const { written } = header[place]!;
      const sameName = header.filter((column) => column.written === written);
      if (written !== '' && sameName.length > 1) {
        const same = sameName.map((column) => column.written);
        throw new EngineError('column-ambiguous', { file: reading.name, column: written, columns: same });
      }
    }
    await reading.batches?.return();
    reading.batches = this.#batches(reading, places);
  }

  async next(id: number): Promise<Batch | null> {
    const { done, value } = await this.#reading(id).batches!.next();
    return done ? null : value;
  }

  async close(id: number): Promise<void> {
    const { batches } = this.#reading(id);
    this.#readings.delete(id);
    await batches?.return();
  }

  async *#batches(reading: Reading, places: readonly number[]): AsyncGenerator<Batch, void> {
    const read: BytesRead = { bytes: 0 };
    let batch = new TextBatch(places, batchRows);
    const finished = (): Batch => ({ rows: batch.rows, bytesRead: read.bytes, ipc: batch.toIpc() });
    for await (const rows of this.#rows(reading, places, read)) {
      for (const { fields, problem } of rows) {
        batch.add(fields, problem);
        if (!batch.isFull) continue;
        yield finished();
        batch = new TextBatch(places, batchRows);
      }
      if (batch.bytes < batchBytes) continue;
      yield finished();
      batch = new TextBatch(places, batchRows);
    }
    if (batch.rows > 0) yield finished();
  }

  /** The rows below the header, a chunk of the file at a time. Only the places that are read have to hold good text. */
  async *#rows(reading: Reading, places: readonly number[], read?: BytesRead): AsyncGenerator<Row[], void> {
    const { file, name, layout } = reading;
    const splitter = new RowSplitter(layout, name);
    const decoding = new TextDecoding(reading.encoding);
    const leastFields = 1 + layout.columns.findLastIndex(({ written }) => written !== '');
    let before = layout.rowsBefore;

    const problemOf = (fields: readonly string[]): RowProblem | null => {
      if (fields.length < leastFields) return 'too-few-fields';
      // Empty fields too many are no harm: some exports end each row with a delimiter.
      if (fields.length > layout.columns.length && fields.slice(layout.columns.length).some((field) => field !== '')) {
        return 'too-many-fields';
      }
      return decoding.damaged && places.some((place) => fields[place]?.includes(noText)) ? 'broken-text' : null;
    };
    const rowsIn = (text: string, isLast: boolean): Row[] => {
      const { rows, broken } = splitter.split(text, isLast);
      const taken: Row[] = [];
      for (const [index, fields] of rows.entries()) {
        if (before > 0) before--;
        else if (broken.has(index)) taken.push({ fields, problem: 'broken-quotes' });
        else if (!isBlank(fields)) taken.push({ fields, problem: problemOf(fields) });
      }
      return taken;
    };

    let mark = reading.markBytes;
    for await (const chunk of inChunksOf(this.#chunkBytes, contentOf(file, name, reading.isGzip, read))) {
      const skipped = Math.min(mark, chunk.length);
      mark -= skipped;
      yield rowsIn(decoding.decode(chunk.subarray(skipped)), false);
    }
    yield rowsIn(decoding.decode(new Uint8Array(0), true), true);
  }

  #reading(id: number): Reading {
    const reading = this.#readings.get(id);
    if (!reading) throw new Error(`no opened file has the number ${id}`);
    return reading;
  }
}

function contentOf(file: Blob, name: string, isCompressed: boolean, read?: BytesRead): AsyncGenerator<Bytes, void> {
  const bytes = bytesOf(file, name, read);
  return isCompressed ? gunzip(bytes, name) : bytes;
}
