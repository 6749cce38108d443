import { isNothing } from '../../../src/domain/values/nothing.ts';
import { serviceTypes } from '../../../workers/recognise/transaction-types.ts';
import type { CsvFile, Dialect, Kind } from './bases.ts';

/** A row by the export's names for its columns, each value in one spelling: whole seconds, cents, plain numbers. */
export type Row = Record<string, string | null>;

/** What a record of a file plainly says. */
export interface Told {
  /** The card, or the card and instant of a transaction; null where it does not plainly say. */
  key: string | null;
  /** Values by column; those that anybody may read differently are not among them. */
  cells: Row;
  /** Columns with something that plainly is no value. */
  unclear: string[];
  /** A column that is read has bytes that are no text. */
  isBroken: boolean;
}

/** What tells one row from all others. */
export const keyColumns: Readonly<Record<Kind, readonly string[]>> = {
  cards: ['id'],
  transactions: ['card_id', 'transaction_at'],
};

export function keyOf(kind: Kind, row: Row): string | null {
  const values = keyColumns[kind].map((column) => row[column] ?? null);
  return values.includes(null) ? null : values.join(' ');
}

/** Columns of which a load makes something where they have nothing: what a card lacks and what a transaction was follow from the rest. */
const isDerived = (kind: Kind, column: string): boolean =>
  kind === 'cards' ? column !== 'customer_name' : column === 'transaction_type';

/** The id of a transaction is in no table of an export, and its merchant is its card's. */
const isInTables = (kind: Kind, column: string): boolean =>
  kind === 'cards' || (column !== 'id' && column !== 'merchant_id');

/** What a record says in columns that are at these places of it. */
export function toldBy(fields: readonly string[], places: ReadonlyMap<string, number>, base: CsvFile): Told {
  const cells: Row = {};
  const unclear: string[] = [];
  for (const [column, place] of places) {
    const written = (fields[place] ?? '').replace(/^ +| +$/g, '');
    const value = isNothing(written) ? null : plainly(column, written, base);
    if (!isInTables(base.kind, column)) continue;
    if (value === undefined) unclear.push(column);
    else if (value !== null || !isDerived(base.kind, column)) cells[column] = value;
  }
  const isBroken = [...places.values()].some((place) => fields[place]?.includes('\ufffd'));
  return { key: keyOf(base.kind, cells), cells, unclear, isBroken };
}

/** What a value plainly is; undefined where it is none, or one that takes thought. */
function plainly(column: string, written: string, base: CsvFile): string | undefined {
  switch (column) {
    case 'id':
    case 'card_id':
    case 'store_id':
    case 'merchant_id':
      return /^[1-9]\d{0,14}$/.test(written) ? written : undefined;
    case 'created_at':
    case 'last_activity_at':
    case 'transaction_at':
      return instantIn(written, base.dialect);
    case 'points_balance':
    case 'points_delta':
      return numberIn(written, base.dialect);
    case 'purchase_amount_cents':
      return centsIn(written, base.dialect);
    case 'is_active':
      return { true: 'true', ja: 'true', false: 'false', nein: 'false' }[written];
    case 'transaction_type':
      return serviceTypes.find((type) => type === written);
    default:
      // A text is right where it is one that the file had.
      return textsOf(base, column).has(written) ? written : undefined;
  }
}

const instants = {
  iso: /^(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ](?<time>\d\d:\d\d:\d\d)Z?$/,
  german: /^(?<day>\d\d)\.(?<month>\d\d)\.(?<year>\d{4}) (?<time>\d\d:\d\d:\d\d)$/,
};

function instantIn(written: string, { isGerman }: Dialect): string | undefined {
  const found = instants[isGerman ? 'german' : 'iso'].exec(written)?.groups;
  if (!found) return undefined;
  const { year, month, day, time } = found;
  const instant = `${year}-${month}-${day}T${time}Z`;
  const at = new Date(instant);
  const isOne = !Number.isNaN(at.getTime()) && at.toISOString() === instant.replace('Z', '.000Z');
  // A year far from the others may not be believed.
  return isOne && /^202[4-6]/.test(instant) ? instant : undefined;
}

function numberIn(written: string, { isGerman }: Dialect): string | undefined {
  const form = isGerman ? /^-?\d{1,6}(,\d)?$/ : /^-?\d{1,6}$/;
  return form.test(written) ? String(Number(written.replace(',', '.'))) : undefined;
}

function centsIn(written: string, { isGerman }: Dialect): string | undefined {
  if (!isGerman) return numberIn(written, { isGerman } as Dialect);
  const form = /^(\d{1,3}(\.\d{3})*|\d{1,6}),\d\d$/;
  return form.test(written) ? String(Number(written.replaceAll(/[.,]/g, ''))) : undefined;
}

const texts = new Map<string, ReadonlySet<string>>();

function textsOf({ name, columns, cells }: CsvFile, column: string): ReadonlySet<string> {
  const key = `${name} ${column}`;
  const known = texts.get(key) ?? new Set(cells.map((row) => row[columns.indexOf(column)]!));
  texts.set(key, known);
  return known;
}
