import { currencyMeant } from '../../../src/domain/currency.ts';
import { cleaned, filledIn, isValue, looksLikeNames } from '../table/cells.ts';

/** A column of a text file. */
export interface HeaderColumn {
  /** Its name, made unique within the file. */
  name: string;
  /** As the header has it, trimmed; empty where it has none. */
  written: string;
}

/** Rows of a header beside the one with the names. */
export const mostRowsBeside = 2;

/** In brackets, without a digit: `(EUR)`, `[pts]`. */
const unit = /^[([{][^\d)\]}]{1,15}[)\]}]$/;

/** What programs draw below a header. */
const rule = /^[-=_]{2,}$/;

/**
 * The rows of a header: the one with the names, groups of columns above it, and further names, units or a rule below.
 *
 * @param rows cleaned
 * @param names the place of the row with the names
 * @param valueColumns places of columns that hold values below the header
 */
export function headerRowsOf(
  rows: readonly (readonly string[])[],
  names: number,
  valueColumns: readonly number[],
): { first: number; last: number } {
  let first = names;
  while (first > 0 && names - first < mostRowsBeside && isGroupRow(rows[first - 1]!, rows[names]!)) first--;
  let last = names;
  while (last + 1 < rows.length && last - names < mostRowsBeside && belongsToHeader(rows[last + 1]!, valueColumns))
    last++;
  return { first, last };
}

/** Names of columns from the rows of a header: `Purchase amount` where `Purchase` stands above `amount`. */
export function namesOf(rows: readonly (readonly string[])[], names: number): string[] {
  const above = rows.slice(0, names).map(withGroupsContinued);
  const below = rows.slice(names + 1).filter((row) => !isRule(row));
  const own = rows[names]!;
  const isWhole = new Set(own).size === own.length && own.every((name) => name !== '');
  return own.map((name, place) => {
    const parts = [...above.map((row) => row[place] ?? ''), name];
    for (const row of below) {
      const cell = row[place] ?? '';
      // A second row below names that tell the columns apart says the same in other words.
      if (isUnits(row) ? isCurrency(cell) : !isWhole) parts.push(cell);
    }
    return [...new Set(parts.filter((part) => part !== ''))].join(' ');
  });
}

/** Columns by their names; those without one are called by number. */
export function columnsOf(names: readonly string[]): HeaderColumn[] {
  const taken = new Set(names);
  const used = new Set<string>();
  /** How often a name was wanted: a thousand columns of one name are not counted from the first each time. */
  const counts = new Map<string, number>();
  return names.map((written, index) => {
    const wanted = written || `column ${index + 1}`;
    let name = wanted;
    let count = counts.get(wanted) ?? 1;
    while (used.has(name) || (name !== written && taken.has(name))) name = `${wanted}_${++count}`;
    counts.set(wanted, count);
    used.add(name);
    return { name, written };
  });
}

/** The names of a header whose quotes do not match. */
export function namesOfBroken(line: string, delimiter: string): string[] {
  return line.split(delimiter).map((name) => cleaned(name).replace(/^["']|["']$/g, ''));
}

/** Labels of groups of columns: with gaps, and as far to the right as the names below. */
function isGroupRow(row: readonly string[], names: readonly string[]): boolean {
  const places = [...row.keys()].filter((place) => row[place] !== '');
  const last = places.at(-1) ?? 0;
  const hasGaps = places.length < last + 1 || places.length < names.length;
  return row.length === names.length && places.length > 1 && last > 1 && hasGaps && looksLikeNames(row);
}

function belongsToHeader(row: readonly string[], valueColumns: readonly number[]): boolean {
  if (filledIn(row) === 0) return false;
  if (isRule(row) || isUnits(row)) return true;
  const filled = valueColumns.filter((place) => (row[place] ?? '') !== '');
  // Words where each column below has numbers and dates: once may be a slip.
  return filled.length > 1 && filled.length * 2 >= valueColumns.length && !row.some(isValue);
}

function isUnits(row: readonly string[]): boolean {
  return row.every((cell) => cell === '' || unit.test(cell) || isCurrency(cell));
}

function isCurrency(cell: string): boolean {
  return currencyMeant(cell.replace(/^[([{]|[)\]}]$/g, '')) !== null;
}

function isRule(row: readonly string[]): boolean {
  return row.every((cell) => cell === '' || rule.test(cell));
}

/** A label stands at the first column of its group. */
function withGroupsContinued(row: readonly string[]): string[] {
  let group = '';
  return row.map((cell) => (group = cell || group));
}
