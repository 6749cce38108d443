import { causeOf, EngineError } from '../../../src/contract/errors.ts';
import { checkColumnCount, type Batch, type Decoder, type OpenedFile } from '../decoder.ts';
import type { Format } from '../format.ts';
import { Batches } from './batches.ts';
import { columnsOf } from './columns.ts';
import { ParquetFooter } from './footer.ts';
import { previewOf } from './preview.ts';

const magic = 'PAR1';
const encryptedMagic = 'PARE';

/** The mark is at both ends; a file that was cut at one is Parquet all the same, and damaged. */
export function parquetFormat(): Format {
  const isMark = (end: string): boolean => end === magic || end === encryptedMagic;
  return { matches: (head, tail) => isMark(head) || isMark(tail), decoder: new ParquetDecoder() };
}

interface Reading {
  name: string;
  file: Blob;
  footer: ParquetFooter;
  batches: Batches | null;
}

/** The decoder for Parquet. The caller has initialised parquet-wasm. */
export class ParquetDecoder implements Omit<Decoder, 'ready' | 'unpack'> {
  readonly #readings = new Map<number, Reading>();
  #lastId = 0;

  async open(file: Blob, name: string): Promise<OpenedFile> {
    await checkMagic(file, name);
    return damagedUnless(name, async () => {
      const footer = await ParquetFooter.of(file);
      checkColumnCount(name, footer.columns.length);
      const columns = await columnsOf(footer);
      const id = ++this.#lastId;
      this.#readings.set(id, { name, file, footer, batches: null });
      return { id, format: 'parquet', rows: footer.rows, columns, delimiter: null, hasRowProblems: false };
    });
  }

  /** Nested columns are not read (a few bytes of one may unpack to gigabytes), nor encrypted ones. */
  async preview(id: number, rows: number): Promise<(string | null)[][]> {
    const { name, file, footer } = this.#reading(id);
    return damagedUnless(name, () => previewOf(footer, rows, (places) => Batches.of(file, name, footer, places, rows)));
  }

  async start(id: number, places: readonly number[]): Promise<void> {
    const reading = this.#reading(id);
    const { name, file, footer } = reading;
    if (places.some((place) => footer.columns[place]!.encrypted))
      throw new EngineError('file-encrypted', { file: name });
    reading.batches = await damagedUnless(name, () => Batches.of(file, name, footer, places));
  }

  async next(id: number): Promise<Batch | null> {
    const { name, batches } = this.#reading(id);
    return damagedUnless(name, () => batches!.next());
  }

  async close(id: number): Promise<void> {
    const { batches } = this.#reading(id);
    this.#readings.delete(id);
    await batches?.end();
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

async function damagedUnless<T>(file: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (thrown) {
    if (thrown instanceof EngineError) throw thrown;
    throw new EngineError('file-damaged', { file, cause: causeOf(thrown) }, { cause: thrown });
  }
}
