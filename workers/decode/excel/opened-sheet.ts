import { EngineError } from '../../../src/contract/errors.ts';
import type { SaidLayout } from '../../../src/contract/layout.ts';
import { TextBatch } from '../table/batch.ts';
import type { SampledRow } from '../csv/beginning.ts';
import type { BytesRead } from '../bytes.ts';
import { cleaned, filledIn } from '../table/cells.ts';
import { tableLayoutOf, type TableLayout } from '../table/layout.ts';
import { TableRows, type TextRow } from '../table/rows.ts';
import { firstRowsOf, textColumns } from '../csv/text-table.ts';
import { batchBytes, batchRows, type Batch, type FileDescription, type FilePart } from '../decoder.ts';
import type { ReadableFile } from '../format.ts';
import type { ValueContext } from './cell-value.ts';
import { CellNotes } from './cell-notes.ts';
import { SheetRows, type ColumnWindow, type NotedCell, type SheetRow } from './sheet-rows.ts';
import type { Workbook } from './workbook.ts';

/** Rows with something in them that are looked at to find the table, as many as of a text. */
const rowsLookedAt = 300;

/** Characters of them. */
const mostLookedAt = 4 * 2 ** 20;

const everyColumn: ColumnWindow = { from: 0, to: Infinity };

const noneBroken: ReadonlyMap<number, string> = new Map();

/** A text that is a number with a decimal comma, alone or beside a currency; a cell that is a number never reads so. */
const withComma = /^[-+]?(\d{1,3}([.\s'’]\d{3})+|\d+),\d{1,2}(\s?(\p{Sc}|[A-Z]{3}))?$/u;

/** Where the table of a sheet lies. */
interface SheetLayout extends TableLayout {
  /** Rows before its first row of data, blank ones included. */
  dataPlace: number;
  window: ColumnWindow;
  said: SaidLayout | null;
}

/**
 * A table in a sheet of a workbook. Its cells are read as those of a text file are, in which Excel would have saved the sheet: all rows as
 * wide as the widest of the first ones, instants as ISO 8601, numbers with a point. It is read as batches are asked for.
 */
export class OpenedSheet implements ReadableFile {
  readonly description: FileDescription;
  readonly #book: Workbook;
  readonly #part: FilePart;
  readonly #context: ValueContext;
  readonly #layout: SheetLayout;
  #batches: AsyncGenerator<Batch, void> | null = null;

  private constructor(book: Workbook, part: FilePart, context: ValueContext, layout: SheetLayout) {
    this.#book = book;
    this.#part = part;
    this.#context = context;
    this.#layout = layout;
    const { header, shown } = layout;
    this.description = {
      format: 'excel',
      rows: null,
      columns: textColumns(layout),
      delimiter: null,
      hasRowProblems: true,
      hasHeader: header.length > 0,
      layout: { encoding: null, readings: [], delimiter: null, ...shown, said: layout.said },
    };
  }

  /** @throws EngineError `file-empty` for a sheet without values; `header-missing`, `too-many-columns`, `file-damaged`, `workbook-too-large` */
  static async of(book: Workbook, part: FilePart, name: string, said?: SaidLayout): Promise<OpenedSheet> {
    const context: ValueContext = { ...(await book.context()), file: name };
    const sampled = await firstRows(book, part, context);
    if (sampled.length === 0) throw new EngineError('file-empty', { file: name });
    const filled = sampled.flatMap(({ cells }) => [...cells.keys()].filter((place) => cells[place] !== ''));
    const window = filled.reduce(
      ({ from, to }, place) => ({ from: Math.min(from, place), to: Math.max(to, place + 1) }),
      { from: Infinity, to: 0 },
    );
    const rows = asWideAsTheTable(sampled, window);
    if (sampled.some(({ cells }) => cells.some((cell) => withComma.test(cell)))) context.decimal = ',';
    const layout = tableLayoutOf(rows, () => false, { file: name, delimiter: null, header: said?.header });
    return new OpenedSheet(book, part, context, { ...layout, window, said: said ?? null });
  }

  preview(rows: number): Promise<(string | null)[][]> {
    return firstRowsOf(() => this.#rows(), this.#layout, rows);
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
    const unpacked = this.#book.package.part(this.#part.path)!.uncompressedSize;
    const notesOf = new WeakMap<string[], readonly NotedCell[]>();
    let batch = new TextBatch(places, batchRows);
    let notes = new CellNotes(places);
    const finished = (): Batch => {
      const bytesRead = Math.round((read.bytes / Math.max(1, unpacked)) * this.#part.bytes);
      const whole = { rows: batch.rows, bytesRead, ipc: batch.toIpc(), noted: notes.all() };
      batch = new TextBatch(places, batchRows);
      notes = new CellNotes(places);
      return whole;
    };
    for await (const rows of this.#rows(read, notesOf)) {
      for (const { fields, problem } of rows) {
        batch.add(fields, problem);
        if (problem === null) notes.add(notesOf.get(fields));
        if (batch.isFull) yield finished();
      }
      if (batch.bytes >= batchBytes) yield finished();
    }
    if (batch.rows > 0) yield finished();
  }

  /** The rows of the table, as they are unpacked. */
  async *#rows(read?: BytesRead, notesOf?: WeakMap<string[], readonly NotedCell[]>): AsyncGenerator<TextRow[], void> {
    const { dataPlace, window } = this.#layout;
    const table = new TableRows(this.#layout);
    let above = dataPlace;
    for await (const { rows, isLast } of sheetRows(this.#book, this.#part, this.#context, window, read)) {
      const below = rows.slice(above);
      above -= rows.length - below.length;
      const fields = below.map((row) => {
        if (notesOf && row.noted.length > 0) notesOf.set(row.fields, row.noted);
        return isBlank(row) ? row.fields : widened(row.fields, window);
      });
      yield table.sort({ rows: fields, broken: noneBroken }, isLast);
    }
  }
}

async function* sheetRows(
  book: Workbook,
  { path }: FilePart,
  context: ValueContext,
  window: ColumnWindow,
  read?: BytesRead,
): AsyncGenerator<{ rows: SheetRow[]; isLast: boolean }, void> {
  const reader = new SheetRows(context, window);
  for await (const chunk of book.package.textOf(path, read)) yield { rows: reader.write(chunk), isLast: false };
  yield { rows: reader.end(), isLast: true };
}

/** The first rows of a sheet with something in them. */
async function firstRows(book: Workbook, part: FilePart, context: ValueContext): Promise<SampledRow[]> {
  const sampled: SampledRow[] = [];
  let place = 0;
  let characters = 0;
  for await (const { rows } of sheetRows(book, part, context, everyColumn)) {
    for (const { fields } of rows) {
      const cells = fields.map(cleaned);
      const filled = filledIn(cells);
      characters += cells.reduce((sum, { length }) => sum + length, 0);
      if (filled > 0) sampled.push({ place, cells, filled });
      place++;
      if (sampled.length === rowsLookedAt || characters > mostLookedAt) return sampled;
    }
  }
  return sampled;
}

/** The rows with all columns of the table, but for what stands above it: a title in a few cells is no row of many empty ones. */
function asWideAsTheTable(sampled: readonly SampledRow[], window: ColumnWindow): SampledRow[] {
  const width = window.to - window.from;
  const rows = sampled.map(({ cells, ...row }) => ({ ...row, cells: cells.slice(window.from) }));
  const first = rows.findIndex(({ cells }) => cells.length * 2 > width);
  for (const { cells } of rows.slice(Math.max(0, first))) widened(cells, window);
  return rows.map((row) => (row.cells.length === 0 ? { ...row, cells: [''] } : row));
}

const isBlank = ({ fields }: SheetRow): boolean => fields.length === 1 && fields[0] === '';

/** In place. */
function widened(fields: string[], { from, to }: ColumnWindow): string[] {
  while (fields.length < to - from) fields.push('');
  return fields;
}
