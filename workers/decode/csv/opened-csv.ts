import { EngineError } from '../../../src/contract/errors.ts';
import type { SaidLayout } from '../../../src/contract/layout.ts';
import { TextBatch } from '../table/batch.ts';
import { bytesOf, headOf, inChunksOf, type Bytes, type BytesRead } from '../bytes.ts';
import { gunzip, isGzip } from './gzip.ts';
import { layoutOf, type Layout } from './layout.ts';
import { unwrapped } from './quoted-lines.ts';
import { TableRows, type TextRow } from '../table/rows.ts';
import { firstRowsOf, textColumns } from './text-table.ts';
import { encodingOf, encodingSaid, noText, TextDecoding, type FoundEncoding } from './text.ts';
import { WrittenRows } from './written-rows.ts';
import { batchBytes, batchRows, type Batch, type FileDescription } from '../decoder.ts';
import type { Format, ReadableFile } from '../format.ts';
import { natureOf } from '../file-nature.ts';
import { natureInDetail } from '../nature-in-detail.ts';

/** Larger chunks cost more: their rows outlive the cheap part of garbage collection. */
const defaultChunkBytes = 64 * 1024;

/** What is looked at to find out how a file is written. */
const sampleBytes = 256 * 1024;

/** Whatever is no other format. */
export function csvFormat({ chunkBytes = defaultChunkBytes } = {}): Format {
  return { matches: () => true, open: (file, name, said) => OpenedCsv.of(file, name, said, chunkBytes) };
}

/** How the bytes of a file become rows. */
interface Written {
  isGzip: boolean;
  found: FoundEncoding;
  layout: Layout;
  said: SaidLayout | null;
}

/**
 * A text file with a table: delimited by comma, semicolon, tab, bar or whatever divides its rows alike; as it is or compressed by gzip.
 * It is read as batches are asked for, a chunk at a time.
 *
 * A row that cannot be split into the columns of the table, or is none of its rows, is in its place all the same, without values, and the
 * column `rowProblemColumn` says why. Blank lines are no rows.
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
    const { writing, header, shown } = written.layout;
    const { encoding, readings } = written.found;
    this.description = {
      format: 'csv',
      rows: null,
      columns: textColumns(written.layout),
      delimiter: writing.delimiter,
      hasRowProblems: true,
      hasHeader: header.length > 0,
      layout: {
        encoding: encoding === 'ascii' ? 'utf-8' : encoding,
        readings,
        delimiter: writing.delimiter,
        ...shown,
        said: written.said,
      },
    };
  }

  /** @throws EngineError `file-empty`, `format-unknown`, `header-missing`, `file-damaged` or `file-unreadable`. */
  static async of(file: Blob, name: string, said: SaidLayout | undefined, chunkBytes: number): Promise<OpenedCsv> {
    if (file.size === 0) throw new EngineError('file-empty', { file: name });
    const isCompressed = isGzip(new Uint8Array((await headOf(2, bytesOf(file, name))).head));
    const { head, complete } = await headOf(sampleBytes, contentOf(file, name, isCompressed));
    if (head.length === 0) throw new EngineError('file-empty', { file: name });
    const looksLike = natureOf(head);
    if (looksLike) {
      const precisely = await natureInDetail(looksLike, head, file, name);
      throw new EngineError('format-unknown', { file: name, looksLike: precisely });
    }
    const found = said?.encoding ? encodingSaid(said.encoding, head) : encodingOf(head);
    if (!found) throw new EngineError('format-unknown', { file: name, looksLike: 'binary' });

    const sample = new TextDecoding(found.encoding).decode(head.slice(found.markBytes), complete);
    const layout = layoutOf(sample, complete, name, said);
    return new OpenedCsv(file, name, { isGzip: isCompressed, found, layout, said: said ?? null }, chunkBytes);
  }

  preview(rows: number): Promise<(string | null)[][]> {
    const { layout } = this.#written;
    return firstRowsOf(() => this.#rows([...layout.columns.keys()]), layout, rows);
  }

  async beginReading(places: readonly number[]): Promise<void> {
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

  /** The rows of the table, a chunk of the file at a time. Only the places that are read have to hold good text. */
  async *#rows(places: readonly number[], read?: BytesRead): AsyncGenerator<TextRow[], void> {
    const { isGzip: isCompressed, found, layout } = this.#written;
    const written = new WrittenRows(layout.writing, this.#name);
    const table = new TableRows(layout, (fields) => unwrapped(fields, layout.writing));
    const decoding = new TextDecoding(found.encoding);
    let above = layout.dataFrom;

    const rowsIn = (decoded: string, isLast: boolean): TextRow[] => {
      const text = written.prepared(decoded, isLast);
      const skipped = Math.min(above, text.length);
      above -= skipped;
      const rows = table.sort(written.splitPrepared(text.slice(skipped), isLast), isLast);
      if (!decoding.damaged) return rows;
      const isDamaged = ({ fields, problem }: TextRow): boolean =>
        problem === null && places.some((place) => fields[place]?.includes(noText));
      return rows.map((row) => (isDamaged(row) ? { ...row, problem: 'broken-text' } : row));
    };

    let mark = found.markBytes;
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
