import { EngineError } from '../../src/contract/errors.ts';
import type { FileFormat } from '../../src/contract/files.ts';
import type { FoundLayout, SaidLayout } from '../../src/contract/layout.ts';
import type { LeftOut } from '../../src/contract/left-out.ts';

/** What values of a column are, whatever the file's physical layout. */
export type Form =
  'integer' | 'decimal' | 'float' | 'text' | 'bytes' | 'uuid' | 'boolean' | 'timestamp' | 'date' | 'other';

export interface FileColumn {
  name: string;
  /** Its place among the columns of the file, from 0. Columns are asked for by it: names may occur twice. */
  place: number;
  /** What the file calls it where `name` is another, to tell it from a column of the same name. */
  written?: string;
  form: Form;
  /** What it says in every row, where that is not in the file but in the name of its folder; null for nothing. */
  constant?: string | null;
  /** The Arrow type as text, for reports: `Timestamp<MICROSECOND, UTC>`. */
  type: string;
}

/** How a file is laid out. */
export interface FileDescription {
  format: FileFormat;
  /** Rows in the file; null for a text file, which says so only at its end. */
  rows: number | null;
  columns: FileColumn[];
  /** What separates the values of a row of text; null for other formats. */
  delimiter: string | null;
  /** Whether its batches have a {@link rowProblemColumn}. */
  hasRowProblems: boolean;
  /** Whether the names of the columns are the file's own: without a header they are called by number. */
  hasHeader: boolean;
  /** How its table lies in a text or a sheet; null where the format says. */
  layout: FoundLayout | null;
}

/** A file that the decoder has opened, with the number under which it is asked for. */
export interface OpenedFile extends FileDescription {
  id: number;
}

/** Rows of a batch, at most: DuckDB's row group. Whole ones compress and insert best. */
export const batchRows = 122_880;

/** Bytes that make a batch, however few its rows. */
export const batchBytes = 64 * 2 ** 20;

/** What a cell of a sheet may be that has no value, or another one than was meant. */
export type CellNoteKind =
  /** An error stands in it: `#REF!`. */
  | 'error-cell'
  /** A formula of which no result was stored. */
  | 'formula-without-result'
  /** A whole number of more digits than Excel keeps: it has put zeros in the place of the last ones. */
  | 'digits-lost';

/** How many cells of a column are so. */
export interface NotedCells {
  place: number;
  kind: CellNoteKind;
  rows: number;
  /** Up to three of their values. */
  examples: string[];
}

export interface Batch {
  rows: number;
  /** What is worth knowing of its cells, of a sheet. */
  noted?: NotedCells[];
  /** Bytes of the file read up to the end of this batch; null where the rows tell how far the reading is. */
  bytesRead: number | null;
  /** An Arrow IPC stream with this batch alone. Its columns are called by their places in the file: `c0`, `c4`. */
  ipc: Uint8Array;
}

/** What a batch calls the column at a place. Names of the file never reach DuckDB: `rowid` would hide the number of the row. */
export const stagedName = (place: number): string => `c${place}`;

/**
 * The column that batches may have beside those asked for, where a row may be none: null, or why its row could not be split into the columns of
 * the table (`too-few-fields`, `too-many-fields`, `broken-quotes`, `broken-text`), or is none of its rows (`total-row`, `repeated-header`,
 * `beside-table`).
 */
export const rowProblemColumn = 'row_problem';

/** A part of a file that is read as a file by itself: a sheet of a workbook. */
export interface FilePart {
  /** The workbook, as long as the decoder that found the part has it open: others open it again. */
  book: string;
  /** The name of the part in the workbook. */
  path: string;
  /** Its bytes in the file. */
  bytes: number;
}

/** A file that was unpacked; `isHidden`: a sheet that is read only where somebody says so. */
export interface UnpackedFile<F = Blob> {
  file: F;
  name: string;
  part?: FilePart;
  isHidden?: boolean;
}

/** What a file holds: files to be read, and those that need not be. A sheet comes with the file of its workbook. */
export interface Unpacked<F = Blob> {
  files: UnpackedFile<F>[];
  leftOut: LeftOut[];
}

/** Files of a load: what is more is a backup of something else, and would keep the decoder busy for minutes. */
export const mostFiles = 10_000;

/** Columns of a file: as many as a worksheet has. What is more is no table but one that lies on its side. */
export const mostColumns = 16_384;

/** @throws EngineError `too-many-columns` */
export function checkColumnCount(file: string, count: number): void {
  if (count > mostColumns) throw new EngineError('too-many-columns', { file, count, limit: mostColumns });
}

/** What turns files into Arrow, batch by batch (`file-decoder.ts`). Runs where its crash cannot take loaded data with it. */
export interface Decoder {
  /** Answers once it can decode. Throws when it never will. */
  ready(): Promise<void>;
  /**
   * Finds out how a file is laid out. Throws `file-empty`, `file-encrypted`, `format-unknown`, `header-missing`, `too-many-columns`,
   * `file-damaged` or `file-unreadable`.
   *
   * @param said what a person says of its layout
   */
  open(file: Blob, name: string, part?: FilePart, said?: SaidLayout): Promise<OpenedFile>;
  /**
   * The files in a zip archive, but for those that are plainly no part of an export, and the sheets of a workbook; any other file is
   * itself, alone.
   */
  unpack(file: Blob, name: string): Promise<Unpacked>;
  /** The first rows of an opened file as text, a value a column, for people and for guesses. */
  preview(id: number, rows: number): Promise<(string | null)[][]>;
  /** Begins to read the columns at these places of an opened file, from its first row. */
  beginReading(id: number, places: readonly number[]): Promise<void>;
  /** The next batch in file order; null after the last. Throws `file-damaged`. */
  next(id: number): Promise<Batch | null>;
  /** Lets go of an opened file, once nothing is being read of it. */
  close(id: number): Promise<void>;
  /** Lets go of all opened files. Whoever was reading them gets no more of them. */
  closeAll(): Promise<void>;
}
