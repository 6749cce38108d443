import type { KnownCause } from '../../../src/contract/causes.ts';
import { EngineError } from '../../../src/contract/errors.ts';
import { checkColumnCount } from '../decoder.ts';
import { beginningOf, bodyOf, filledColumnsOf, valueColumnsOf, type SampledRow } from './beginning.ts';
import { cleaned, commentMarks, filledIn } from './cells.ts';
import { columnsOf, headerRowsOf, mostRowsBeside, namesOf, namesOfBroken, type HeaderColumn } from './header.ts';
import { quotedLines, unwrapped } from './quoted-lines.ts';
import { statedSeparator, widthOf, writingOf } from './separators.ts';
import { WrittenRows, type Writing } from './written-rows.ts';

/** How a text file is laid out, by its first lines. */
export interface Layout {
  writing: Writing;
  /** Characters before the first row of data, of the text as {@link WrittenRows} prepares it. */
  dataFrom: number;
  columns: HeaderColumn[];
  /** The rows of the header, cleaned; none where the file does not name its columns. */
  header: string[][];
  /** What stands before the table: how many rows, blank ones left out, and the first of them. */
  before: { rows: number; text: string };
  /** Values that a row has at least. */
  leastFields: number;
  /** Places of columns that are filled in nearly all of the first rows. */
  filledColumns: number[];
  /** Places of columns that hold numbers, dates and the like. */
  valueColumns: number[];
  /** What comments before the table begin with; null where there are none, or its rows begin with it too. */
  commentMark: string | null;
}

/** Lines that are looked at. */
const linesLookedAt = 300;

/**
 * Finds what divides a text into rows and values, and where its table begins.
 *
 * @param sample its beginning; `complete` when that is all there is
 * @throws EngineError `header-missing` when there is no table; `too-many-columns`, `file-damaged`
 */
export function layoutOf(sample: string, complete: boolean, file: string): Layout {
  const { head, isAll } = firstLines(sample, complete);
  const lines = quotedLines(head);
  const writing = writingOf(lines ?? head, isAll, lines ?? sample);
  const written = new WrittenRows(writing, file);
  const text = written.prepared(head, true);
  const { rows, isBroken } = rowsOf(text, isAll, writing, file);
  // A header that does not end in the sample has at least as many columns as there are delimiters.
  checkColumnCount(file, rows[0]?.cells.length ?? sample.split(writing.delimiter).length);

  const beginning = beginningOf(rows);
  if (!beginning) throw new EngineError('header-missing', { file, firstRow: rows[0]?.cells ?? [] });
  const { index, hasHeader } = beginning;
  const { first, end } = hasHeader ? headerAround(rows, index) : { first: index, end: index };
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
    writing,
    dataFrom: written.endOf(text, hasHeader ? rows[end - 1]!.place + 1 : rows[index]!.place),
    columns: columnsOf(names),
    header,
    before: { rows: before.length, text: before[0]?.cells.filter((cell) => cell !== '').join(' ') ?? '' },
    leastFields: lastWanted + 1,
    filledColumns,
    valueColumns: valueColumnsOf(body),
    commentMark: commentMarkOf(before, body),
  };
}

function firstLines(sample: string, complete: boolean): { head: string; isAll: boolean } {
  const lineEnd = /\r\n|\n|\r/g;
  for (let line = 0; line < linesLookedAt; line++) {
    if (!lineEnd.test(sample)) return { head: sample, isAll: complete };
  }
  const { lastIndex: end } = lineEnd;
  return { head: sample.slice(0, end), isAll: complete && end === sample.length };
}

/** The rows of a prepared text with something in them, but for what Excel writes for itself. */
function rowsOf(
  text: string,
  isAll: boolean,
  writing: Writing,
  file: string,
): { rows: SampledRow[]; isBroken: (row: SampledRow) => boolean } {
  let { rows: split, broken } = new WrittenRows(writing, file).splitPrepared(text, isAll);
  // A quote that is opened in the header and never closed hides all rows.
  if (split.length === 0) ({ rows: split, broken } = new WrittenRows(writing, file).splitPrepared(text, true));
  const rows = split.map((fields, place) => {
    const line = broken.get(place);
    const cells = line === undefined ? unwrapped(fields, writing).map(cleaned) : namesOfBroken(line, writing.delimiter);
    return { place, cells, filled: filledIn(cells) };
  });
  const from = statedSeparator(text) === '' ? 0 : 1;
  return { rows: rows.slice(from).filter(({ filled }) => filled > 0), isBroken: ({ place }) => broken.has(place) };
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
