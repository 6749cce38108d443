import { causeOf, EngineError } from '../../src/contract/errors.ts';
import { isArchive, unpackArchive } from './archive.ts';
import { csvFormat } from './csv/opened-csv.ts';
import type { Batch, Decoder, OpenedFile, Unpacked } from './decoder.ts';
import type { Format, ReadableFile } from './format.ts';
import { heldWhereSmall, letGo } from './held-file.ts';
import { parquetFormat } from './parquet/opened-parquet.ts';
import { checkUnchanged } from './unchanged.ts';

/** All formats, the first that matches a file reads it: text is whatever is nothing else, or an error that says what it looks like. */
const allFormats: readonly Format[] = [parquetFormat, csvFormat()];

/** An opened file with its bytes. */
interface Opened {
  readable: ReadableFile;
  file: Blob;
  name: string;
}

/**
 * The decoder for files of every format: it finds the format of a file, and numbers the files that are open. The caller has initialised
 * parquet-wasm.
 */
export class FileDecoder implements Omit<Decoder, 'ready'> {
  readonly #formats: readonly Format[];
  readonly #opened = new Map<number, Opened>();
  #lastId = 0;

  constructor(formats: readonly Format[] = allFormats) {
    this.#formats = formats;
  }

  async open(file: Blob, name: string): Promise<OpenedFile> {
    const read = await heldOrUnreadable(file, name);
    try {
      const [head, tail] = await endsOf(read, name);
      const format = this.#formats.find(({ matches }) => matches(head, tail))!;
      const readable = await format.open(read, name);
      const id = ++this.#lastId;
      this.#opened.set(id, { readable, file: read, name });
      return { ...readable.description, id };
    } catch (thrown) {
      letGo(read);
      throw thrown;
    }
  }

  async unpack(file: Blob, name: string): Promise<Unpacked> {
    return (await isArchive(file, name)) ? unpackArchive(file, name) : { files: [{ file, name }], leftOut: [] };
  }

  preview(id: number, rows: number): Promise<(string | null)[][]> {
    return this.#get(id).readable.preview(rows);
  }

  beginReading(id: number, places: readonly number[]): Promise<void> {
    return this.#get(id).readable.beginReading(places);
  }

  async next(id: number): Promise<Batch | null> {
    const { readable, file, name } = this.#get(id);
    const batch = await readable.next();
    if (!batch) await checkUnchanged(file, name);
    return batch;
  }

  close(id: number): Promise<void> {
    const { readable, file } = this.#get(id);
    this.#opened.delete(id);
    letGo(file);
    return readable.close();
  }

  #get(id: number): Opened {
    const opened = this.#opened.get(id);
    if (!opened) throw new Error(`no opened file has the number ${id}`);
    return opened;
  }
}

async function heldOrUnreadable(file: Blob, name: string): Promise<Blob> {
  try {
    return await heldWhereSmall(file);
  } catch (thrown) {
    throw new EngineError('file-unreadable', { file: name, cause: causeOf(thrown) }, { cause: thrown });
  }
}

async function endsOf(file: Blob, name: string): Promise<[head: string, tail: string]> {
  try {
    return await Promise.all([file.slice(0, 4).text(), file.slice(-4).text()]);
  } catch (thrown) {
    throw new EngineError('file-unreadable', { file: name, cause: causeOf(thrown) }, { cause: thrown });
  }
}
