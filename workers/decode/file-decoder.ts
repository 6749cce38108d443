import { causeOf, EngineError } from '../../src/contract/errors.ts';
import type { SaidLayout } from '../../src/contract/layout.ts';
import { isArchive, sheetsIn, unpackArchive, type SheetsOf } from './archive.ts';
import { csvFormat } from './csv/opened-csv.ts';
import type { Batch, Decoder, FilePart, OpenedFile, Unpacked } from './decoder.ts';
import type { ExcelBooks } from './excel/excel.ts';
import type { Format, ReadableFile } from './format.ts';
import { heldWhereSmall, letGo } from './held-file.ts';
import { parquetFormat } from './parquet/opened-parquet.ts';
import { checkUnchanged } from './unchanged.ts';

/** Formats of whole files, the first that matches one reads it: text is whatever is nothing else, or an error that says what it looks like. A workbook is unpacked into its sheets first. */
const allFormats: readonly Format[] = [parquetFormat, csvFormat()];

/** What reads workbooks. */
const fetchExcelCode = async (): Promise<{ ExcelBooks: new () => ExcelBooks }> => import('./excel/excel.ts');

/** An opened file with its bytes. */
interface Opened {
  readable: ReadableFile;
  file: Blob;
  name: string;
  /** Settles when nothing is being read of it. */
  reading: Promise<unknown>;
}

/**
 * The decoder for files of every format: it finds the format of a file, and numbers the files that are open. The caller has initialised
 * parquet-wasm.
 */
export class FileDecoder implements Omit<Decoder, 'ready'> {
  readonly #formats: readonly Format[];
  readonly #fetchExcel: typeof fetchExcelCode;
  #excel: Promise<ExcelBooks> | null = null;
  readonly #opened = new Map<number, Opened>();
  #lastId = 0;

  /** @param fetchExcel what reads workbooks, which few exports are */
  constructor(formats: readonly Format[] = allFormats, fetchExcel = fetchExcelCode) {
    this.#formats = formats;
    this.#fetchExcel = fetchExcel;
  }

  async open(file: Blob, name: string, part?: FilePart, said?: SaidLayout): Promise<OpenedFile> {
    const read = await heldOrUnreadable(file, name);
    try {
      const readable = part
        ? await (await this.#books()).open(read, name, part, said)
        : await this.#openWhole(read, name, said);
      const id = ++this.#lastId;
      this.#opened.set(id, { readable, file: read, name, reading: Promise.resolve() });
      return { ...readable.description, id };
    } catch (thrown) {
      letGo(read);
      throw thrown;
    }
  }

  async unpack(file: Blob, name: string): Promise<Unpacked> {
    if (!(await isArchive(file, name))) return { files: [{ file, name }], leftOut: [] };
    return unpackArchive(file, name, this.#sheetsOf);
  }

  preview(id: number, rows: number): Promise<(string | null)[][]> {
    return this.#get(id).readable.preview(rows);
  }

  beginReading(id: number, places: readonly number[]): Promise<void> {
    return this.#get(id).readable.beginReading(places);
  }

  async next(id: number): Promise<Batch | null> {
    const opened = this.#get(id);
    const { readable, file, name } = opened;
    const next = readable.next();
    opened.reading = next.catch(() => undefined);
    const batch = await next;
    if (!batch) await checkUnchanged(file, name);
    return batch;
  }

  async close(id: number): Promise<void> {
    const { readable, file, reading } = this.#get(id);
    this.#opened.delete(id);
    await reading;
    letGo(file);
    return readable.close();
  }

  async closeAll(): Promise<void> {
    await Promise.all([...this.#opened.keys()].map((id) => this.close(id)));
  }

  async #openWhole(file: Blob, name: string, said: SaidLayout | undefined): Promise<ReadableFile> {
    const [head, tail] = await endsOf(file, name);
    // A workbook that was not unpacked says why it could not be.
    if (head.startsWith('PK')) await sheetsIn(file, name, this.#sheetsOf);
    return this.#formats.find(({ matches }) => matches(head, tail))!.open(file, name, said);
  }

  readonly #sheetsOf: SheetsOf = async (file, name) => (await this.#books()).unpack(file, name);

  #books(): Promise<ExcelBooks> {
    this.#excel ??= this.#fetchExcel().then(({ ExcelBooks: Books }) => new Books());
    return this.#excel;
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
