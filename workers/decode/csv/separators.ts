import { commentMarks, filledIn, looksLikeNames } from '../table/cells.ts';
import { escaped, WrittenRows, type Writing } from './written-rows.ts';

/** In the order in which a draw is decided. */
const usual = [',', ';', '\t', '|'];

/** Made up for this purpose: they occur for no other. */
const deliberate = ['~|~', '|~|', '^|^', '@|@'];

/** Those of other programs: taken where no usual one divides the rows, and these do alike. */
const unusual = ['\x1f', '\x01', '¦', '^', '~', '::', ':', '  ', ' '];

/** Columns that a delimiter has to make that is found in times and texts as well. */
const leastColumns: Record<string, number> = { ':': 3, ' ': 3, '  ': 3 };

/** Share of rows that a delimiter has to divide alike where that is unusual. */
const plainShare = 0.8;

/** What Excel writes before the header for itself. */
const separatorLine = /^sep=(.)\r?(?:\n|$)/i;

/** How the rows of a text are divided by one way of writing. */
interface Evidence {
  writing: Writing;
  /** Values of most rows. */
  width: number;
  /** Of the rows: those that have so many. */
  share: number;
  startsWithNames: boolean;
}

/**
 * Finds what divides a text into rows and values.
 *
 * @param head its first lines; `complete` when that is all there is
 * @param sample more of it, for what is rare
 * @param said the delimiter, where a person says it
 */
export function writingOf(head: string, complete: boolean, sample: string, said?: string): Writing {
  const newline = newlineOf(sample);
  const stated = separatorLine.exec(head);
  const text = stated ? head.slice(stated[0].length) : head;
  const withDelimiter = (delimiter: string): Writing => {
    const quote = quoteOf(text, delimiter);
    return {
      delimiter,
      newline,
      quote,
      hasEscapes: hasEscapes(sample, delimiter, quote),
      isPadded: isPadded(text, delimiter),
      isAligned: delimiter.trim() === '' && delimiter.startsWith(' '),
    };
  };
  const known = said ?? stated?.[1];
  const found = known
    ? evidenceFor(withDelimiter(known), text, complete)
    : bestOf((delimiter) => evidenceFor(withDelimiter(delimiter), text, complete), text);
  return withEscapesWhereBetter(found, text, complete);
}

/** What Excel says of the delimiter before the header; empty where it says nothing. */
export function statedSeparator(text: string): string {
  return separatorLine.exec(text)?.[0] ?? '';
}

function bestOf(evidenceOf: (delimiter: string) => Evidence, text: string): Evidence {
  const among = (delimiters: readonly string[]): Evidence[] =>
    delimiters.filter((delimiter) => text.includes(delimiter)).map(evidenceOf);
  const [meant] = among(deliberate).filter(isPlain);
  if (meant) return meant;
  const best = among(usual).reduce<Evidence | null>((first, next) => (isBetter(next, first) ? next : first), null);
  if (best && best.width > 1 && best.share >= 0.5) return doubled(best, evidenceOf);
  const [other] = among(unusual)
    .filter(isPlain)
    .sort((a, b) => b.share - a.share || b.width - a.width);
  return other ?? (best && best.width > 1 ? best : evidenceOf(','));
}

function isPlain({ writing, width, share }: Evidence): boolean {
  return width >= (leastColumns[writing.delimiter] ?? 2) && share >= plainShare;
}

function isBetter(next: Evidence, first: Evidence | null): boolean {
  if (next.width < 2) return false;
  if (!first) return true;
  const points = ({ share, startsWithNames }: Evidence): number => share + (startsWithNames ? 0.5 : 0);
  return points(next) > points(first) || (points(next) === points(first) && next.width > first.width);
}

/** `||` leaves every other value empty where `|` is taken for the delimiter. */
function doubled(best: Evidence, evidenceOf: (delimiter: string) => Evidence): Evidence {
  if (best.width % 2 === 0) return best;
  const twice = evidenceOf(best.writing.delimiter.repeat(2));
  return twice.width === (best.width + 1) / 2 && twice.share >= best.share ? twice : best;
}

function evidenceFor(writing: Writing, text: string, complete: boolean): Evidence {
  const rows = rowsWritten(writing, text, complete);
  const width = widthOf(rows);
  const alike = rows.filter((row) => row.length === width);
  return {
    writing,
    width,
    share: rows.length > 0 ? alike.length / rows.length : 0,
    startsWithNames: alike.length > 0 && looksLikeNames(alike[0]!),
  };
}

/** The rows of a text with something in them, comments left out. */
function rowsWritten(writing: Writing, text: string, complete: boolean): string[][] {
  const { rows } = new WrittenRows(writing, '').split(text, complete);
  return rows.filter((row) => filledIn(row) > 0 && !commentMarks.some((mark) => row[0]!.startsWith(mark)));
}

/** How many values most rows have: lines of two words above a table do not outweigh it. */
export function widthOf(rows: readonly (readonly string[])[]): number {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let best = { width: 1, weight: 0 };
  for (const [width, count] of counts) {
    const weight = count * (width - 1);
    if (weight > best.weight) best = { width, weight };
  }
  return best.width;
}

/** LF ends the lines of files with CRLF too; CR alone those of old Macs. */
function newlineOf(sample: string): '\n' | '\r' {
  const unquoted = sample.replace(/"[^"]*"/g, '');
  return !unquoted.includes('\n') && unquoted.includes('\r') ? '\r' : '\n';
}

/** Single quotes where values are between them, and none between double ones. */
function quoteOf(text: string, delimiter: string): Writing['quote'] {
  const d = escaped(delimiter);
  const quotedBy = (quote: string): number =>
    text.match(new RegExp(`(^|${d})[ \\t]*${quote}[^${quote}\\r\\n]*${quote}[ \\t]*(?=${d}|[\\r\\n]|$)`, 'gm'))
      ?.length ?? 0;
  if (!text.includes("'")) return '"';
  return quotedBy("'") > 1 && quotedBy("'") > 2 * quotedBy('"') ? "'" : '"';
}

/** A quote behind a backslash that ends no value. What CSV doubles within JSON looks alike. */
function hasEscapes(sample: string, delimiter: string, quote: string): boolean {
  return sample.includes('\\') && new RegExp(`\\\\${quote}(?!${escaped(delimiter)}|[\\r\\n]|$|${quote})`).test(sample);
}

function isPadded(text: string, delimiter: string): boolean {
  if (delimiter.trim() === '') return false;
  const all = text.split(delimiter).length - 1;
  const followed = text.split(new RegExp(`${escaped(delimiter)}[ \\t]`)).length - 1;
  return all > 0 && followed >= all * 0.8;
}

/** Delimiters and ends of lines behind a backslash show in rows that are alike without it only. */
function withEscapesWhereBetter({ writing, width, share }: Evidence, text: string, complete: boolean): Writing {
  if (writing.hasEscapes || !text.includes('\\')) return writing;
  const other = evidenceFor({ ...writing, hasEscapes: true }, text, complete);
  return other.width === width && other.share > share ? other.writing : writing;
}
