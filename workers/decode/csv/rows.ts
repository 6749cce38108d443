import Papa, { type ParseResult } from 'papaparse';
import type { KnownCause } from '../../../src/contract/causes.ts';
import { EngineError } from '../../../src/contract/errors.ts';

/** How a text is divided. */
export interface Separators {
  delimiter: string;
  /** `\n` for lines that end in CRLF as well. */
  newline: '\n' | '\r';
  quote: '"' | "'";
}

/** Rows of a text, blank lines among them as a row of one empty field. */
export interface SplitRows {
  rows: string[][];
  /** Lines whose quotes do not match, by their place in `rows`: rows without fields. */
  broken: ReadonlyMap<number, string>;
}

const noneBroken: ReadonlyMap<number, string> = new Map();

/** A row where it stands in a text; without fields when its quotes do not match. */
export interface RowOfText {
  fields: string[] | null;
  from: number;
  /** Where the next row begins. */
  end: number;
}

/** Characters of a row that is still not complete, above which it is taken for damage. */
const longestRow = 16 * 1024 * 1024;

/**
 * Splits a text that comes in chunks into rows, with Papa Parse.
 *
 * Papa takes a quote that is closed in the wrong place, or never, for the begin of a value that ends somewhere further down, and every
 * row in between is lost. A chunk in which it finds such a quote is therefore split again line by line: the line of the quote is the
 * broken row, and the next line is read as usual.
 */
export class RowSplitter {
  readonly #separators: Separators;
  readonly #file: string;
  #rest = '';
  /** A row that goes on for many chunks is tried again at twice its length only, or it would be read over and over. */
  #tryFrom = 0;

  constructor(separators: Separators, file: string) {
    this.#separators = separators;
    this.#file = file;
  }

  /**
   * The rows that `chunk` completes; all that remain when it is the last.
   *
   * @throws EngineError `file-damaged` when a line is longer than any value can be
   */
  split(chunk: string, isLast = false): SplitRows {
    const text = this.#rest + chunk;
    if (!isLast && text.length < this.#tryFrom) {
      this.#rest = text;
      return { rows: [], broken: noneBroken };
    }
    const result = this.#parse(text, isLast);
    this.#tryFrom = Math.min(this.#rest.length * 2, longestRow + 1);
    return result;
  }

  #parse(text: string, isLast: boolean): SplitRows {
    const parsed = parse(text, this.#separators, !isLast);
    this.#rest = isLast ? '' : text.slice(parsed.meta.cursor);
    if (parsed.errors.length > 0 || this.#rest.length > longestRow) return this.#splitLines(text, isLast);
    for (const row of parsed.data) withoutReturn(row);
    return { rows: parsed.data, broken: noneBroken };
  }

  #splitLines(text: string, isLast: boolean): SplitRows {
    const rows: string[][] = [];
    const broken = new Map<number, string>();
    let rest = 0;
    for (const { fields, from, end } of this.rowsOf(text, isLast)) {
      if (!fields) broken.set(rows.length, text.slice(from, end));
      rows.push(withoutReturn(fields ?? []));
      rest = end;
    }
    this.#rest = text.slice(rest);
    return { rows, broken };
  }

  /** The rows of a text line by line, with where they begin and end. */
  *rowsOf(text: string, isLast: boolean): Generator<RowOfText, void> {
    const quoteFrom = quoteFinder(text, this.#separators.quote);
    for (let from = 0; from < text.length;) {
      const row = this.#rowAt(text, from, isLast, quoteFrom);
      if (row === 'incomplete') return;
      yield { ...row, from };
      from = row.end;
    }
  }

  /** The row that begins at `from`, and where the next one does; without fields when its quotes do not match. */
  #rowAt(text: string, from: number, isLast: boolean, quoteFrom: QuoteFinder): Omit<RowOfText, 'from'> | 'incomplete' {
    const { newline } = this.#separators;
    const lineEnd = text.indexOf(newline, from);
    const isTooLong = text.length - from > longestRow;
    if (lineEnd === -1 && !isLast) {
      if (isTooLong)
        throw new EngineError('file-damaged', { file: this.#file, cause: 'endless-line' satisfies KnownCause });
      return 'incomplete';
    }
    const nextLine = lineEnd === -1 ? text.length : lineEnd + 1;

    const end = evenQuotesEnd(text, from, newline, quoteFrom);
    const lines = text.slice(from, end ?? text.length).replace(/\r$/, '');
    const mayGoOn = end === null && !isLast && !isTooLong;
    const { data, errors, meta } = parse(lines, this.#separators, mayGoOn, 1);
    if (errors.length === 0 && data[0]) {
      const isAll = meta.cursor >= lines.length;
      return { fields: data[0], end: isAll ? (end ?? text.length) : from + meta.cursor };
    }
    return errors.length === 0 && mayGoOn ? 'incomplete' : { fields: null, end: nextLine };
  }
}

/** Where the first line ends before which there is an even number of quotes, with its newline; null when there is none. */
function evenQuotesEnd(text: string, from: number, newline: string, quoteFrom: QuoteFinder): number | null {
  let isOpen = false;
  let quote = quoteFrom(from);
  for (let lineEnd = text.indexOf(newline, from); lineEnd !== -1; lineEnd = text.indexOf(newline, lineEnd + 1)) {
    for (; quote < lineEnd; quote = quoteFrom(quote + 1)) isOpen = !isOpen;
    if (!isOpen) return lineEnd + 1;
    if (quote === Infinity) return null;
  }
  return null;
}

/** The place of the first quote from a place on; Infinity where there is none. */
type QuoteFinder = (from: number) => number;

/** Remembers its last answer: asked line by line for a quote far below, it would read the text as often as it has lines. */
function quoteFinder(text: string, mark: string): QuoteFinder {
  let asked = Infinity;
  let found = -1;
  return (from) => {
    if (from >= asked && from <= found) return found;
    asked = from;
    const at = text.indexOf(mark, from);
    found = at === -1 ? Infinity : at;
    return found;
  };
}

/** The first rows of a text, or all of them; the last is left out where more of it may follow. */
function parse(
  text: string,
  { delimiter, newline, quote }: Separators,
  mayGoOn: boolean,
  rows = 0,
): ParseResult<string[]> {
  return new Papa.Parser({ delimiter, newline, quoteChar: quote, preview: rows }).parse(
    text,
    0,
    mayGoOn,
  ) as ParseResult<string[]>;
}

/** Lines that end in CRLF are split at the LF. */
function withoutReturn(row: string[]): string[] {
  const last = row.length - 1;
  if (last >= 0 && row[last]!.endsWith('\r')) row[last] = row[last]!.slice(0, -1);
  return row;
}
