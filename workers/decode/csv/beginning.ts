import { commentMarks, isDate, isValue, looksLikeNames } from '../table/cells.ts';
import { widthOf } from './separators.ts';

/** A row of a text with something in it, for guesses. */
export interface SampledRow {
  /** Its place among all rows of the text, blank ones included. */
  place: number;
  /** Cleaned. */
  cells: string[];
  filled: number;
}

/** Where a table begins: at its names, or at its first row of data where it has none. */
export interface Beginning {
  index: number;
  hasHeader: boolean;
}

/** Rows that show whether one above them is a header. */
const rowsBelow = 50;

/** Of rows that belong to a table: the others may be damaged. */
const enough = 0.5;

/** Of the cells that most rows fill: those that each fills at least. A title with its date fills two of four. */
const filledAtLeast = 0.6;

/** Of the first rows: those that hold a value in a column that tells what is no row. */
const nearlyAll = 0.95;

/**
 * Where the table of a text begins: with its first row where that has the names of the columns, else where the first rows follow each
 * other that are alike. Null where there is no table.
 */
export function beginningOf(all: readonly SampledRow[]): Beginning | null {
  const start = all.findIndex((row) => !isComment(row));
  if (start === -1) return null;
  const rows = all.filter((row) => !isComment(row));
  if (isHeaderOf(rows[0]!, rows.slice(1, 1 + rowsBelow))) return { index: start, hasHeader: true };
  const isInTable = rowsLikeMost(rows);
  const first = rows.findIndex((row, at) => {
    const next = rows.slice(at + 1, at + 11);
    return isInTable(row) && next.filter(isInTable).length >= next.length * enough;
  });
  if (first !== -1) {
    const index = all.indexOf(rows[first]!);
    if (isHeaderOf(rows[first]!, rows.slice(first + 1).filter(isInTable))) return { index, hasHeader: true };
    // Names above rows that all have another number of values: those of a file whose rows are damaged.
    const above = all[index - 1];
    const isNamed = above?.place === all[index]!.place - 1 && isNamesOf(above, all[index]!);
    return isNamed ? { index: index - 1, hasHeader: true } : { index, hasHeader: false };
  }
  return looksLikeNames(rows[0]!.cells) ? { index: start, hasHeader: true } : null;
}

/** The rows of the table among those below its header, or from its first row on. */
export function bodyOf(rows: readonly SampledRow[]): SampledRow[] {
  const below = rows.filter((row) => !isComment(row));
  return below.filter(rowsLikeMost(below));
}

/** Places of columns that are filled in nearly all rows. */
export function filledColumnsOf(rows: readonly SampledRow[]): number[] {
  return placesIn(rows).filter((place) => valuesIn(rows, place).length >= rows.length * nearlyAll);
}

/** Places of columns with numbers, dates and the like in nearly all rows that have something there. */
export function valueColumnsOf(rows: readonly SampledRow[], passes = isValue): number[] {
  return placesIn(rows).filter((place) => {
    const values = valuesIn(rows, place);
    return values.length * 2 >= rows.length && values.filter(passes).length >= values.length * nearlyAll;
  });
}

function placesIn(rows: readonly SampledRow[]): number[] {
  const width = rows.reduce((most, { cells }) => Math.max(most, cells.length), 0);
  return rows.length === 0 ? [] : [...Array(width).keys()];
}

function valuesIn(rows: readonly SampledRow[], place: number): string[] {
  return rows.map(({ cells }) => cells[place] ?? '').filter((cell) => cell !== '');
}

/** Tells rows as wide as most, and filled as they are; none where most have a single value. */
function rowsLikeMost(rows: readonly SampledRow[]): (row: SampledRow) => boolean {
  const width = widthOf(rows.map(({ cells }) => cells));
  const ofWidth = rows.filter(({ cells }) => cells.length === width);
  const least = Math.max(2, median(ofWidth) * filledAtLeast);
  return ({ cells, filled }) => width > 1 && cells.length === width && filled >= least;
}

function isNamesOf({ cells, filled }: SampledRow, below: SampledRow): boolean {
  return looksLikeNames(cells) && filled > 1 && filled * 2 >= below.filled;
}

/** Whether a row is one of names, and most rows below it are rows of its columns. */
function isHeaderOf({ cells, filled }: SampledRow, below: readonly SampledRow[]): boolean {
  if (!looksLikeNames(cells)) return false;
  const last = cells.findLastIndex((cell) => cell !== '');
  const fitting = below.filter(
    (row) => row.cells.length > last && row.cells.findLastIndex((cell) => cell !== '') < cells.length,
  );
  if (fitting.length < below.length * enough) return false;
  const usual = fitting.length > 0 ? median(fitting) : 0;
  if (filled * 2 < usual || (filled === 1 && usual > 1)) return false;
  // A date above dates is one of them.
  return !valueColumnsOf(fitting, isDate).some((place) => isDate(cells[place] ?? ''));
}

/** How many cells of a row are filled, in the middle of all. */
function median(rows: readonly SampledRow[]): number {
  return rows.map(({ filled }) => filled).sort((a, b) => a - b)[rows.length >> 1] ?? 0;
}

/** A row of several values may begin like one: with `#1001` for an order, or `#id` above the ids. */
function isComment({ cells }: SampledRow): boolean {
  const mark = commentMarks.find((one) => cells[0]!.startsWith(one));
  return mark !== undefined && (cells.length === 1 || (cells.length === 2 && cells[0]!.startsWith(`${mark} `)));
}
