import type { KnownCause } from '../../../src/contract/causes.ts';
import { EngineError } from '../../../src/contract/errors.ts';
import { checkColumnCount } from '../decoder.ts';
import { parse, RowSplitter, type Separators } from './rows.ts';

/** How a text file is laid out, by its first lines. */
export interface Layout extends Separators {
  /** Rows before the first of the data, blank ones included: what the file begins with, and the header. */
  rowsBefore: number;
  columns: HeaderColumn[];
}

export interface HeaderColumn {
  /** Its name, made unique within the file. */
  name: string;
  /** As the header has it, trimmed; empty where it has none. */
  written: string;
}

/** In the order in which a draw is decided. */
const delimiters = [',', ';', '\t', '|'];

/** Rows that are looked at to find the delimiter. */
const sampledRows = 100;

/** What Excel writes before the header for itself. */
const separatorLine = /^sep=(.)\r?(?:\n|$)/i;

const number = /^[+-]?\d+([.,]\d+)*$/;
const date = /^(\d{4}-\d\d?-\d\d?|\d{1,2}[./-]\d{1,2}[./-]\d{2,4})([T ].*)?$/;
const uuid = /^\{?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}?$/i;

/**
 * Finds the delimiter, the line ends and the header of a text.
 *
 * @param sample its beginning; `complete` when that is all there is
 * @throws EngineError `header-missing` when the first row is not one of names; `too-many-columns`
 */
export function layoutOf(sample: string, complete: boolean, file: string): Layout {
  const newline = newlineOf(sample);
  const stated = separatorLine.exec(sample)?.[1];
  const separators = { delimiter: stated ?? delimiterOf(sample, newline, complete), newline } as const;

  const { rows, broken } = new RowSplitter(separators, file).split(sample, complete);
  const header = rows.findIndex((row, index) => (!stated || index > 0) && !isEmpty(row, broken.has(index)));
  const fields = rows[header]?.map(cleaned) ?? [];
  // A header that does not end in the sample has at least as many columns as there are delimiters.
  checkColumnCount(file, header === -1 ? sample.split(separators.delimiter).length : fields.length);
  if (broken.has(header)) {
    throw new EngineError('file-damaged', { file, cause: 'unmatched-quotes' satisfies KnownCause });
  }
  if (header === -1 || looksLikeData(fields)) throw new EngineError('header-missing', { file, firstRow: fields });
  return { ...separators, rowsBefore: header + 1, columns: columnsOf(fields) };
}

/** A line without anything in it; Excel leaves some with delimiters alone, DOS a mark at the end of the file. */
export function isBlank(row: readonly string[]): boolean {
  return row.length === 1 && (row[0] === '' || row[0] === '\x1a');
}

function isEmpty(row: readonly string[], isBroken: boolean): boolean {
  return !isBroken && row.every((field) => field.trim() === '');
}

/** LF ends the lines of files with CRLF too; CR alone those of old Macs. */
function newlineOf(sample: string): '\n' | '\r' {
  const unquoted = sample.replace(/"[^"]*"/g, '');
  return !unquoted.includes('\n') && unquoted.includes('\r') ? '\r' : '\n';
}

/** The delimiter that divides the rows into as many fields as the header has, and that more than once. */
function delimiterOf(sample: string, newline: '\n' | '\r', complete: boolean): string {
  let best = { delimiter: ',', share: 0, fields: 1 };
  for (const delimiter of delimiters) {
    const rows = parse(sample, { delimiter, newline }, !complete, sampledRows).data.filter(
      (row) => !isEmpty(row, false),
    );
    const fields = rows[0]?.length ?? 0;
    const share = rows.filter((row) => row.length === fields).length / rows.length;
    if (fields > 1 && (share > best.share || (share === best.share && fields > best.fields))) {
      best = { delimiter, share, fields };
    }
  }
  return best.delimiter;
}

/** DuckDB and people see what is left. */
function cleaned(field: string): string {
  // eslint-disable-next-line no-control-regex
  return field.replace(/[\x00-\x1f\x7f\ufeff]/g, ' ').trim();
}

function looksLikeData(fields: readonly string[]): boolean {
  const filled = fields.filter((field) => field !== '');
  const data = filled.filter((field) => number.test(field) || date.test(field) || uuid.test(field));
  return data.length * 2 >= filled.length;
}

function columnsOf(fields: readonly string[]): HeaderColumn[] {
  const taken = new Set(fields);
  const used = new Set<string>();
  /** How often a name was wanted: a thousand columns of one name are not counted from the first each time. */
  const counts = new Map<string, number>();
  return fields.map((written, index) => {
    const wanted = written || `column ${index + 1}`;
    let name = wanted;
    let count = counts.get(wanted) ?? 1;
    while (used.has(name) || (name !== written && taken.has(name))) name = `${wanted}_${++count}`;
    counts.set(wanted, count);
    used.add(name);
    return { name, written };
  });
}
