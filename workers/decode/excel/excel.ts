import type { SaidLayout } from '../../../src/contract/layout.ts';
import { EngineError } from '../../../src/contract/errors.ts';
import { leftOutAs } from '../../../src/contract/left-out.ts';
import type { FilePart, Unpacked, UnpackedFile } from '../decoder.ts';
import type { ReadableFile } from '../format.ts';
import { OpenedSheet } from './opened-sheet.ts';
import { Workbook } from './workbook.ts';

/**
 * Workbooks of Excel, `.xlsx` and `.xlsm` (ECMA-376), as archives of sheets, each of which is a file. Fetched when the first one is opened.
 *
 * What all sheets of a workbook share is read once, and kept until the next workbook is unpacked and none of its sheets is open.
 */
export class ExcelBooks {
  readonly #books = new Map<string, Workbook>();
  readonly #users = new Map<string, number>();
  #latest = '';

  /**
   * The sheets that hold a table, with the names of the others; sheets without any value have none. Where no visible sheet holds a table,
   * all with values, so that each can say why. Null for an archive that is no workbook.
   *
   * @throws EngineError `workbook-empty`; what `Workbook.of` throws
   */
  async unpack(file: Blob, name: string): Promise<Unpacked | null> {
    const workbook = await Workbook.of(file, name);
    if (!workbook) return null;
    const book = crypto.randomUUID();
    this.#keep(book, workbook);
    const found: { unpacked: UnpackedFile; holds: 'table' | 'empty' | 'other' }[] = [];
    for (const { name: sheet, path, isHidden } of workbook.sheets) {
      const part: FilePart = { book, path, bytes: workbook.package.part(path)!.compressedSize };
      const unpacked = { name: `${name}/${sheet}`, file, part, isHidden };
      found.push({ unpacked, holds: await lookAt(workbook, part, unpacked.name) });
    }
    const filled = found.filter(({ holds }) => holds !== 'empty');
    if (!filled.some(({ unpacked: { isHidden } }) => !isHidden)) {
      const hidden = workbook.sheets.filter(({ isHidden }) => isHidden).map((sheet) => sheet.name);
      throw new EngineError('workbook-empty', { file: name, hidden });
    }
    const hasTable = filled.some(({ unpacked: { isHidden }, holds }) => holds === 'table' && !isHidden);
    const isRead = ({ unpacked: { isHidden }, holds }: (typeof found)[number]): boolean =>
      holds === 'table' || (!hasTable && !isHidden);
    return {
      files: filled.filter(isRead).map(({ unpacked }) => unpacked),
      leftOut: leftOutAs(
        'no-table',
        filled.filter((one) => !isRead(one)).map(({ unpacked }) => unpacked.name),
      ),
    };
  }

  /** @throws EngineError as `Decoder.open` says */
  async open(file: Blob, name: string, part: FilePart, said?: SaidLayout): Promise<ReadableFile> {
    const { book } = part;
    let workbook = this.#books.get(book);
    if (!workbook) {
      workbook = (await Workbook.of(file, name))!;
      this.#keep(book, workbook);
    }
    const sheet = await OpenedSheet.of(workbook, part, name, said);
    this.#users.set(book, (this.#users.get(book) ?? 0) + 1);
    return {
      description: sheet.description,
      preview: (rows) => sheet.preview(rows),
      beginReading: (places) => sheet.beginReading(places),
      next: () => sheet.next(),
      close: () => {
        this.#users.set(book, this.#users.get(book)! - 1);
        this.#letGo();
        return sheet.close();
      },
    };
  }

  #keep(book: string, workbook: Workbook): void {
    this.#books.set(book, workbook);
    this.#latest = book;
    this.#letGo();
  }

  #letGo(): void {
    for (const book of this.#books.keys()) {
      if (book === this.#latest || (this.#users.get(book) ?? 0) > 0) continue;
      this.#books.delete(book);
      this.#users.delete(book);
    }
  }
}

/** What a sheet holds, by its first rows. */
async function lookAt(workbook: Workbook, part: FilePart, name: string): Promise<'table' | 'empty' | 'other'> {
  try {
    await OpenedSheet.of(workbook, part, name);
    return 'table';
  } catch (thrown) {
    if (thrown instanceof EngineError && thrown.code === 'file-empty') return 'empty';
    if (thrown instanceof EngineError && thrown.code === 'header-missing') return 'other';
    throw thrown;
  }
}
