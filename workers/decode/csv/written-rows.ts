import { RowSplitter, type Separators, type SplitRows } from './rows.ts';

/** How a text is written: what divides it, and what programs put between that and the values. */
export interface Writing extends Separators {
  /** A backslash takes its meaning from the quote, the delimiter or the end of a line that follows it. */
  hasEscapes: boolean;
  /** There is space beside delimiters: it is no part of a value, and a quote behind it opens one. */
  isPadded: boolean;
  /** Several delimiters in a row divide as one does: the columns are set out with spaces. */
  isAligned: boolean;
}

/** Stand for escaped characters until the rows are split: Unicode has no characters there. */
const firstStandIn = 0xfdd1;

/** What may follow a backslash as a letter; `\N` stays, which is nothing to those who write it. */
const letters: Record<string, string> = { n: '\n', t: '\t', r: '\r' };

/** Splits a text that comes in chunks into rows, however it is written. */
export class WrittenRows {
  readonly #writing: Writing;
  readonly #splitter: RowSplitter;
  /** Characters that lose their meaning behind a backslash. */
  readonly #escapable: string;
  readonly #behindSpace: RegExp;
  readonly #undecided: RegExp;
  #held = '';

  constructor(writing: Writing, file: string) {
    const { delimiter, newline, quote } = writing;
    this.#writing = writing;
    this.#splitter = new RowSplitter(writing, file);
    this.#escapable = `\\"'\n\r\t${delimiter.length === 1 ? delimiter : ''}`;
    const divider = `(${escaped(delimiter)}|${newline})`;
    // A quote before a delimiter or the end of a line closes a value; two are one of its own, or an empty value.
    const opens = `${quote}(?!${escaped(delimiter)}|[\\r\\n]|$|${quote}(?!${quote}))`;
    this.#behindSpace = new RegExp(`${divider}[ \\t]+(?=${opens})`, 'g');
    this.#undecided = new RegExp(`${divider}[ \\t]*${quote}{0,2}$`);
  }

  /** The text as its rows are split; what cannot be told before the next chunk waits for it. */
  prepared(chunk: string, isLast: boolean): string {
    const { hasEscapes, isPadded } = this.#writing;
    if (!hasEscapes && !isPadded) return chunk;
    let text = this.#held + chunk;
    this.#held = '';
    if (!isLast) {
      const undecided = hasEscapes ? /\\+\r?$/.exec(text) : this.#undecided.exec(text);
      if (undecided) {
        this.#held = text.slice(undecided.index);
        text = text.slice(0, undecided.index);
      }
    }
    return hasEscapes ? this.#withStandIns(text) : text.replace(this.#behindSpace, '$1');
  }

  /**
   * The rows that `chunk` completes; all that remain when it is the last.
   *
   * @throws EngineError `file-damaged` when a line is longer than any value can be
   */
  split(chunk: string, isLast = false): SplitRows {
    return this.splitPrepared(this.prepared(chunk, isLast), isLast);
  }

  /** The same of a text that is prepared already. */
  splitPrepared(text: string, isLast: boolean): SplitRows {
    const { rows, broken } = this.#splitter.split(text, isLast);
    const { hasEscapes, isPadded, isAligned } = this.#writing;
    if (!hasEscapes && !isPadded && !isAligned) return { rows, broken };
    return { rows: rows.map((fields) => this.#written(fields)), broken };
  }

  /** Where the first `count` rows of a prepared text end. */
  endOf(text: string, count: number): number {
    if (count === 0) return 0;
    let rows = 0;
    for (const { end } of this.#splitter.rowsOf(text, true)) {
      if (++rows === count) return end;
    }
    return text.length;
  }

  #withStandIns(text: string): string {
    return text.replace(/\\(\r\n|[^])/g, (both, next: string) => {
      const meant = letters[next] ?? next;
      const standIns = [...meant].map((character) => this.#escapable.indexOf(character));
      if (standIns.includes(-1)) return both;
      return String.fromCharCode(...standIns.map((place) => firstStandIn + place));
    });
  }

  #written(fields: string[]): string[] {
    const { hasEscapes, isPadded, isAligned, quote } = this.#writing;
    let written = fields;
    if (isPadded || isAligned) written = written.map((field) => field.trim());
    if (isPadded) written = written.map((field) => (field === quote + quote ? '' : field));
    if (isAligned) written = withoutEmpty(written);
    if (hasEscapes) {
      written = written.map((field) =>
        field.replace(
          /[\ufdd1-\ufddf]/g,
          (standIn) => this.#escapable[standIn.charCodeAt(0) - firstStandIn] ?? standIn,
        ),
      );
    }
    return written;
  }
}

/** A line of spaces alone is a blank one. */
function withoutEmpty(fields: string[]): string[] {
  const filled = fields.filter((field) => field !== '');
  return filled.length > 0 ? filled : [''];
}

/** A text as a regular expression takes it literally. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}
