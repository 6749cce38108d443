import { causeOf, EngineError } from '../../src/contract/errors.ts';
import { isArchive, unpackArchive } from './archive.ts';
import { csvFormat } from './csv/decoder.ts';
import type { Batch, Decoder, OpenedFile, Unpacked } from './decoder.ts';
import type { Format } from './format.ts';
import { heldWhereSmall, letGo } from './held-file.ts';
import { parquetFormat } from './parquet/decoder.ts';
import { checkUnchanged } from './unchanged.ts';

/** All formats, the first that matches a file reads it: text is whatever is nothing else, or an error that says what it looks like. */
const allFormats = (): Format[] => [parquetFormat(), csvFormat()];

/** A file with the decoder that reads it, and the number that it has there. */
interface Opened {
  decoder: Format['decoder'];
  id: number;
  file: Blob;
  name: string;
}

/**
 * The decoder for files of every format. The caller has initialised parquet-wasm.
 */
export class FileDecoder implements Omit<Decoder, 'ready'> {
  readonly #formats = allFormats();
  readonly #opened = new Map<number, Opened>();
  #lastId = 0;

  async open(file: Blob, name: string): Promise<OpenedFile> {
    const read = await readable(file, name);
    try {
      const [head, tail] = await endsOf(read, name);
      const { decoder } = this.#formats.find((format) => format.matches(head, tail))!;
      const opened = await decoder.open(read, name);
      const id = ++this.#lastId;
      this.#opened.set(id, { decoder, id: opened.id, file: read, name });
      return { ...opened, id };
    } catch (thrown) {
      letGo(read);
      throw thrown;
    }
  }

  async unpack(file: Blob, name: string): Promise<Unpacked> {
    return (await isArchive(file, name)) ? unpackArchive(file, name) : { files: [{ file, name }], leftOut: [] };
  }

  preview(id: number, rows: number): Promise<(string | null)[][]> {
    const opened = this.#get(id);
    return opened.decoder.preview(opened.id, rows);
  }

  start(id: number, places: readonly number[]): Promise<void> {
    const opened = this.#get(id);
    return opened.decoder.start(opened.id, places);
  }

  async next(id: number): Promise<Batch | null> {
    const opened = this.#get(id);
    const batch = await opened.decoder.next(opened.id);
    if (!batch) await checkUnchanged(opened.file, opened.name);
    return batch;
  }

  close(id: number): Promise<void> {
    const opened = this.#get(id);
    this.#opened.delete(id);
    letGo(opened.file);
    return opened.decoder.close(opened.id);
  }

  #get(id: number): Opened {
    const opened = this.#opened.get(id);
    if (!opened) throw new Error(`no opened file has the number ${id}`);
    return opened;
  }
}

async function readable(file: Blob, name: string): Promise<Blob> {
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
