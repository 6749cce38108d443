import type { KnownCause } from '../../../src/contract/causes.ts';
import { causeOf, EngineError } from '../../../src/contract/errors.ts';
import { checkColumnCount, type Batch, type FileColumn, type FileDescription } from '../decoder.ts';
import type { Format, ReadableFile } from '../format.ts';
import { Batches } from './batches.ts';
import { columnsOf } from './columns.ts';
import { ParquetFooter } from './footer.ts';
import { previewOf } from './preview.ts';

const magic = 'PAR1';
const encryptedMagic = 'PARE';

/** The mark is at both ends; a file that was cut at one is Parquet all the same, and damaged. */
export const parquetFormat: Format = {
  matches: (head, tail) => isMark(head) || isMark(tail),
  open: (file, name) => OpenedParquet.of(file, name),
};

const isMark = (end: string): boolean => end === magic || end === encryptedMagic;

/** A Parquet file. The caller has initialised parquet-wasm. */
class OpenedParquet implements ReadableFile {
  readonly description: FileDescription;
  readonly #file: Blob;
  readonly #name: string;
  readonly #footer: ParquetFooter;
  #batches: Batches | null = null;

  private constructor(file: Blob, name: string, footer: ParquetFooter, columns: FileColumn[]) {
    this.#file = file;
    this.#name = name;
    this.#footer = footer;
    this.description = {
      format: 'parquet',
      rows: footer.rows,
      columns,
      delimiter: null,
      hasRowProblems: false,
      hasHeader: true,
      layout: null,
    };
  }

  static async of(file: Blob, name: string): Promise<OpenedParquet> {
    await checkMagic(file, name);
    return damagedUnless(name, async () => {
      const footer = await ParquetFooter.of(file);
      checkColumnCount(name, footer.columns.length);
      return new OpenedParquet(file, name, footer, await columnsOf(footer));
    });
  }

  /** Nested columns are not read (a few bytes of one may unpack to gigabytes), nor encrypted ones. */
  async preview(rows: number): Promise<(string | null)[][]> {
    return damagedUnless(this.#name, () => previewOf(this.#footer, rows, (places) => this.#read(places, rows)));
  }

  async beginReading(places: readonly number[]): Promise<void> {
    if (places.some((place) => this.#footer.columns[place]!.encrypted))
      throw new EngineError('file-encrypted', { file: this.#name });
    this.#batches = await damagedUnless(this.#name, () => this.#read(places));
  }

  async next(): Promise<Batch | null> {
    return damagedUnless(this.#name, () => this.#batches!.next());
  }

  async close(): Promise<void> {
    await this.#batches?.end();
  }

  #read(places: readonly number[], limit?: number): Promise<Batches> {
    return Batches.of(this.#file, this.#name, this.#footer, places, limit);
  }
}

async function checkMagic(file: Blob, name: string): Promise<void> {
  if (file.size === 0) throw new EngineError('file-empty', { file: name });
  const [head, tail] = await Promise.all([textOf(file.slice(0, 4), name), textOf(file.slice(-4), name)]);
  if (tail === encryptedMagic) throw new EngineError('file-encrypted', { file: name });
  if (tail !== magic) throw new EngineError('file-damaged', { file: name, cause: 'end-missing' satisfies KnownCause });
  if (head !== magic)
    throw new EngineError('file-damaged', { file: name, cause: 'beginning-missing' satisfies KnownCause });
}

async function textOf(slice: Blob, name: string): Promise<string> {
  try {
    return await slice.text();
  } catch (thrown) {
    throw new EngineError('file-unreadable', { file: name, cause: causeOf(thrown) }, { cause: thrown });
  }
}

async function damagedUnless<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof EngineError) throw thrown;
    throw new EngineError('file-damaged', { file, cause: causeOf(thrown) }, { cause: thrown });
  }
}
