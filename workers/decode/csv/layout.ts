import type { SaidLayout } from '../../../src/contract/layout.ts';
import { checkColumnCount } from '../decoder.ts';
import type { SampledRow } from './beginning.ts';
import { cleaned, filledIn } from '../table/cells.ts';
import { namesOfBroken } from './header.ts';
import { quotedLines, unwrapped } from './quoted-lines.ts';
import { statedSeparator, writingOf } from './separators.ts';
import { tableLayoutOf, type TableLayout } from '../table/layout.ts';
import { WrittenRows, type Writing } from './written-rows.ts';

/** How a text file is laid out, by its first lines. */
export interface Layout extends TableLayout {
  writing: Writing;
  /** Characters before the first row of data, of the text as {@link WrittenRows} prepares it. */
  dataFrom: number;
}

/** Lines that are looked at. */
const linesLookedAt = 300;

/**
 * Finds what divides a text into rows and values, and where its table begins.
 *
 * @param sample its beginning; `complete` when that is all there is
 * @param said what a person says of it
 * @throws EngineError `header-missing` when there is no table; `too-many-columns`, `file-damaged`
 */
export function layoutOf(sample: string, complete: boolean, file: string, said: SaidLayout = {}): Layout {
  const { head, isAll } = firstLines(sample, complete);
  const lines = quotedLines(head);
  const writing = writingOf(lines ?? head, isAll, lines ?? sample, said.delimiter);
  const written = new WrittenRows(writing, file);
  const text = written.prepared(head, true);
  const { rows, isBroken } = rowsOf(text, isAll, writing, file);
  // A header that does not end in the sample has at least as many columns as there are delimiters.
  checkColumnCount(file, rows[0]?.cells.length ?? sample.split(writing.delimiter).length);

  const { dataPlace, ...table } = tableLayoutOf(rows, isBroken, {
    file,
    delimiter: writing.delimiter,
    header: said.header,
  });
  return { ...table, writing, dataFrom: written.endOf(text, dataPlace) };
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
