import { EngineError } from '../../../src/contract/errors.ts';
import { TextBatch, type RowProblem } from './batch.ts';
import { bytesOf, headOf, inChunksOf, type Bytes, type BytesRead } from './bytes.ts';
import { gunzip, isGzip } from './gzip.ts';
import { isBlank, layoutOf, type Layout } from './layout.ts';
import { RowSplitter } from './rows.ts';
import { encodingOf, noText, TextDecoding, type Encoding } from './text.ts';
import { batchBytes, batchRows, type Batch, type FileColumn, type FileDescription } from '../decoder.ts';
import type { Format, ReadableFile } from '../format.ts';
import { natureOf } from '../file-nature.ts';

/** Larger chunks cost more: their rows outlive the cheap part of garbage collection. */
const defaultChunkBytes = 64 * 1024;

/** What is looked at to find out how a file is written. */
const sampleBytes = 256 * 1024;

/** Whatever is no other format. */
export function csvFormat({ chunkBytes = defaultChunkBytes } = {}): Format {
  return { matches: () => true, open: (file, name) => OpenedCsv.of(file, name, chunkBytes) };
}

/** How the bytes of a file become rows. */
interface Written {
  isGzip: boolean;
  encoding: Encoding;
  /** Bytes of the mark that the text begins with. */
  markBytes: number;
  layout: Layout;
}

interface Row {
  fields: string[];
  problem: RowProblem | null;
}

/**
 * A text file with a header: delimited by comma, semicolon, tab or bar; UTF-8, UTF-16 or Windows-1252; as they are or
 * compressed by gzip. It is read as batches are asked for, a chunk at a time.
 *
 * A row that cannot be split into the columns of the header is in its place all the same, without values, and the column
 * `rowProblemColumn` says why. Blank lines are no rows.
 */
class OpenedCsv implements ReadableFile {
  readonly description: FileDescription;
  readonly #file: Blob;
  readonly #name: string;
  readonly #written: Written;
  readonly #chunkBytes: number;
  #batches: AsyncGenerator<Batch, void> | null = null;

  private constructor(file: Blob, name: string, written: Written, chunkBytes: number) {
    this.#file = file;
    this.#name = name;
    this.#written = written;
    this.#chunkBytes = chunkBytes;
    const { columns, delimiter } = written.layout;
    this.description = {
      format: 'csv',
      rows: null,
      columns: columns.map(({ name: column }, place): FileColumn => ({
        name: column,
        place,
        form: 'text',
        type: 'text',
      })),
      delimiter,
      hasRowProblems: true,
    };
  }

  /** @throws EngineError `file-empty`, `format-unknown`, `header-missing`, `file-damaged` or `file-unreadable`. */
  static async of(file: Blob, name: string, chunkBytes: number): Promise<OpenedCsv> {
    if (file.size === 0) throw new EngineError('file-empty', { file: name });
    const isCompressed = isGzip(new Uint8Array((await headOf(2, bytesOf(file, name))).head));
    const { head, complete } = await headOf(sampleBytes, contentOf(file, name, isCompressed));
    if (head.length === 0) throw new EngineError('file-empty', { file: name });
    const looksLike = natureOf(head);
    if (looksLike) throw new EngineError('format-unknown', { file: name, looksLike });
    const found = encodingOf(head);
    if (!found) throw new EngineError('format-unknown', { file: name, looksLike: 'binary' });

    const sample = new TextDecoding(found.encoding).decode(head.slice(found.markBytes), complete);
    const layout = layoutOf(sample, complete, name);
    return new OpenedCsv(file, name, { isGzip: isCompressed, ...found, layout }, chunkBytes);
  }

  async preview(rows: number): Promise<(string | null)[][]> {
    const { columns } = this.#written.layout;
    const preview: (string | null)[][] = [];
    if (rows === 0) return preview;
    const everyPlace = columns.map((_, place) => place);
    for await (const chunk of this.#rows(everyPlace)) {
      for (const { fields } of chunk) {
        preview.push(columns.map((_, place) => fields[place] || null));
        if (preview.length === rows) return preview;
      }
    }
    return preview;
  }

  /** @throws EngineError `column-ambiguous` for a column whose name another has too. */
  async beginReading(places: readonly number[]): Promise<void> {
    const header = this.#written.layout.columns;
    for (const place of places) {
      const { written } = header[place]!;
      const sameName = header.filter((column) => column.written === written);
      if (written !== '' && sameName.length > 1) {
        const same = sameName.map((column) => column.written);
        throw new EngineError('column-ambiguous', { file: this.#name, column: written, columns: same });
      }
    }
    await this.#batches?.return();
    this.#batches = this.#read(places);
  }

  async next(): Promise<Batch | null> {
    const { done, value } = await this.#batches!.next();
    return done ? null : value;
  }

  async close(): Promise<void> {
    await this.#batches?.return();
  }

  async *#read(places: readonly number[]): AsyncGenerator<Batch, void> {
    const read: BytesRead = { bytes: 0 };
    let batch = new TextBatch(places, batchRows);
    const finished = (): Batch => ({ rows: batch.rows, bytesRead: read.bytes, ipc: batch.toIpc() });
    for await (const rows of this.#rows(places, read)) {
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
  async *#rows(places: readonly number[], read?: BytesRead): AsyncGenerator<Row[], void> {
    const { isGzip: isCompressed, encoding, markBytes, layout } = this.#written;
    const splitter = new RowSplitter(layout, this.#name);
    const decoding = new TextDecoding(encoding);
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

    let mark = markBytes;
    for await (const chunk of inChunksOf(this.#chunkBytes, contentOf(this.#file, this.#name, isCompressed, read))) {
      const skipped = Math.min(mark, chunk.length);
      mark -= skipped;
      yield rowsIn(decoding.decode(chunk.subarray(skipped)), false);
    }
    yield rowsIn(decoding.decode(new Uint8Array(0), true), true);
  }
}

function contentOf(file: Blob, name: string, isCompressed: boolean, read?: BytesRead): AsyncGenerator<Bytes, void> {
  const bytes = bytesOf(file, name, read);
  return isCompressed ? gunzip(bytes, name) : bytes;
}
