import type { KnownCause } from '../../../src/contract/causes.ts';
import { EngineError } from '../../../src/contract/errors.ts';
import type { FoundLayout } from '../../../src/contract/layout.ts';
import { checkColumnCount } from '../decoder.ts';
import {
  beginningOf,
  bodyOf,
  filledColumnsOf,
  valueColumnsOf,
  type Beginning,
  type SampledRow,
} from '../csv/beginning.ts';
import { commentMarks } from './cells.ts';
import { columnsOf, headerRowsOf, mostRowsBeside, namesOf, type HeaderColumn } from '../csv/header.ts';
import { widthOf } from '../csv/separators.ts';

/** Where a table lies among rows of cells, be they of a text or of a sheet. */
export interface TableLayout {
  columns: HeaderColumn[];
  /** The rows of the header, cleaned; none where the file does not name its columns. */
  header: string[][];
  /** The first rows with something in them, for people. */
  shown: Pick<FoundLayout, 'rows' | 'header' | 'tableFrom'>;
  /** Values that a row has at least. */
  leastFields: number;
  /** Places of columns that are filled in nearly all of the first rows. */
  filledColumns: number[];
  /** Places of columns that hold numbers, dates and the like. */
  valueColumns: number[];
  /** What comments before the table begin with; null where there are none, or its rows begin with it too. */
  commentMark: string | null;
}

/** Of which file a table is wanted. */
export interface TableWanted {
  file: string;
  /** What separates its values; null for a sheet. */
  delimiter: string | null;
  /** As `SaidLayout`. */
  header?: number | null | undefined;
}

/**
 * Finds the table among the first rows that have something in them.
 *
 * @param isBroken whether the quotes of a row do not match
 * @returns with the place of the first row of data among all rows
 * @throws EngineError `header-missing` when there is no table; `too-many-columns`, `file-damaged`
 */
export function tableLayoutOf(
  rows: readonly SampledRow[],
  isBroken: (row: SampledRow) => boolean,
  { file, delimiter, header: saidHeader }: TableWanted,
): TableLayout & { dataPlace: number } {
  const beginning = saidHeader === undefined ? beginningOf(rows) : beginningSaid(rows, saidHeader);
  if (!beginning) {
    const firstRow = rows[0]?.cells ?? [];
    throw new EngineError('header-missing', { file, firstRow, rows: rowsShown(rows, 0), delimiter });
  }
  const { index, hasHeader } = beginning;
  const around = hasHeader ? headerAround(rows, index) : { first: index, end: index };
  const { end } = around;
  // What stands above the row that a person chose is not what its columns are called.
  const first = saidHeader === undefined ? around.first : index;
  const header = rows.slice(first, end).map(({ cells }) => cells);
  const body = bodyOf(rows.slice(end));
  const width = widthOf(body.map(({ cells }) => cells));
  const names = hasHeader ? namesOf(header, index - first) : Array.from({ length: width }, () => '');
  checkColumnCount(file, names.length);
  if (hasHeader && isBroken(rows[index]!) && names.length !== width) {
    throw new EngineError('file-damaged', { file, cause: 'unmatched-quotes' satisfies KnownCause });
  }
  const filledColumns = filledColumnsOf(body);
  const lastWanted = hasHeader ? names.findLastIndex((name) => name !== '') : (filledColumns.at(-1) ?? 0);
  const before = rows.slice(0, first);
  return {
    dataPlace: hasHeader ? rows[end - 1]!.place + 1 : rows[index]!.place,
    columns: columnsOf(names),
    header,
    shown: { rows: rowsShown(rows, end), header: hasHeader ? { first, last: end - 1 } : null, tableFrom: first },
    leastFields: lastWanted + 1,
    filledColumns,
    valueColumns: valueColumnsOf(body),
    commentMark: commentMarkOf(before, body),
  };
}

/** Rows that a person sees: below the header at least, and so many cells of them. */
const leastShown = 12;
const shownBelow = 4;
const mostCells = 20;
const mostCharacters = 60;

function rowsShown(rows: readonly SampledRow[], end: number): string[][] {
  return rows
    .slice(0, Math.max(leastShown, end + shownBelow))
    .map(({ cells }) => cells.slice(0, mostCells).map((cell) => cell.slice(0, mostCharacters)));
}

/** Where a table begins as a person says. Without a header it begins where it is found, or else with the first row. */
function beginningSaid(rows: readonly SampledRow[], header: number | null): Beginning | null {
  if (header !== null) return rows[header] ? { index: header, hasHeader: true } : null;
  return rows.length === 0 ? null : { index: beginningOf(rows)?.index ?? 0, hasHeader: false };
}

/** The rows of the header with the names at an index, from the first to before the end. */
function headerAround(rows: readonly SampledRow[], index: number): { first: number; end: number } {
  let from = index;
  while (from > 0 && rows[from - 1]!.place === rows[from]!.place - 1) from--;
  const below = bodyOf(rows.slice(index + 1));
  const values = valueColumnsOf(below.length > mostRowsBeside ? below.slice(mostRowsBeside) : below);
  const { first, last } = headerRowsOf(
    rows.slice(from).map(({ cells }) => cells),
    index - from,
    values,
  );
  return { first: from + first, end: from + last + 1 };
}

function commentMarkOf(before: readonly SampledRow[], body: readonly SampledRow[]): string | null {
  const mark = commentMarks.find((one) => before.some(({ cells }) => cells[0]!.startsWith(one)));
  return mark === undefined || body.some(({ cells }) => cells[0]!.startsWith(mark)) ? null : mark;
}
