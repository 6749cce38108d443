import { DataType, tableFromIPC, type Decimal, type Time, type Timestamp, type Vector } from 'apache-arrow';
import type { Batches } from './batches.ts';
import type { ParquetFooter } from './footer.ts';

/** Digits of a second that a unit counts, by Arrow's number of the unit. */
const fractionDigits = [0, 3, 6, 9];

/** What is shown where a column is not read. */
const unreadValue = '…';

/** Characters of a value that anyone wants to see. */
const shownCharacters = 1000;

/**
 * The first rows as text, a value a column. A column that cannot be read spoils nothing for the others.
 *
 * @param read starts to read the columns at these places
 * @throws whatever the decoder throws where it can read none of the columns
 */
export async function previewOf(
  { columns }: ParquetFooter,
  rows: number,
  read: (places: number[]) => Promise<Batches>,
): Promise<(string | null)[][]> {
  const readable = [...columns.keys()].filter((place) => !columns[place]!.nested && !columns[place]!.encrypted);
  if (rows === 0 || readable.length === 0) return [];
  const values = new Map<number, (string | null)[]>();
  try {
    for (const [index, column] of (await valuesOf(await read(readable))).entries())
      values.set(readable[index]!, column);
  } catch (thrown) {
    // After a trap the decoder is not to be trusted any more.
    if (thrown instanceof WebAssembly.RuntimeError) throw thrown;
    for (const place of readable) {
      const [column] = await read([place]).then(valuesOf, () => []);
      if (column) values.set(place, column);
    }
    if (values.size === 0) throw thrown;
  }
  const length = Math.min(rows, ...[...values.values()].map((column) => column.length));
  return Array.from({ length }, (_, row) =>
    columns.map((_column, place) => (values.has(place) ? values.get(place)![row]! : unreadValue)),
  );
}

/** Values of the first batch, column by column. */
async function valuesOf(batches: Batches): Promise<(string | null)[][]> {
  try {
    const batch = await batches.next();
    if (!batch) return [];
    const table = tableFromIPC(batch.ipc);
    return table.schema.fields.map((_field, place) => {
      // A long text of a dictionary is decoded once, not row by row.
      const column = table.getChildAt(place)!.memoize();
      return Array.from(
        { length: table.numRows },
        (_, row) => shownValue(column, row)?.slice(0, shownCharacters) ?? null,
      );
    });
  } finally {
    await batches.end();
  }
}

/** The value of a column in a row as text for people: instants as ISO, times of day, ids of 16 bytes as UUIDs, bytes as their text. */
function shownValue(column: Vector, row: number): string | null {
  if (!column.isValid(row)) return null;
  const type = column.type as DataType;
  if (DataType.isTimestamp(type)) return instant(storedInteger(column, row), type);
  const value: unknown = column.get(row);
  if (value === null || value === undefined) return null;
  if (DataType.isDecimal(type)) return decimal(value as Uint32Array, type);
  if (DataType.isTime(type)) return timeOfDay(BigInt(value as number | bigint), type);
  if (DataType.isDate(type)) return isoOr(Number(value), (iso) => iso.slice(0, 10));
  if (value instanceof Uint8Array) return bytes(value, DataType.isFixedSizeBinary(type));
  return String(value);
}

/** `Vector.get` gives floating-point milliseconds. */
function storedInteger(column: Vector, row: number): bigint {
  let at = row;
  for (const data of column.data) {
    if (at < data.length) return BigInt((data.values as BigInt64Array)[at]!);
    at -= data.length;
  }
  throw new RangeError(`no row ${row}`);
}

function instant(stored: bigint, { unit }: Timestamp): string {
  const { milliseconds, decimals } = secondsOf(stored, unit);
  return isoOr(milliseconds, (iso) => iso.replace('.000Z', decimals), String(stored));
}

/** `10:05:00`, with a fraction of a second where there is one. */
function timeOfDay(stored: bigint, { unit }: Time): string {
  const { milliseconds, decimals } = secondsOf(stored, unit);
  return isoOr(milliseconds, (iso) => iso.slice(11, 19) + decimals, String(stored));
}

/** Whole seconds, in milliseconds, and the fraction behind them as text, empty for none. */
function secondsOf(stored: bigint, unit: number): { milliseconds: number; decimals: string } {
  const digits = fractionDigits[unit]!;
  const unitsPerSecond = 10n ** BigInt(digits);
  const fraction = ((stored % unitsPerSecond) + unitsPerSecond) % unitsPerSecond;
  return {
    milliseconds: Number((stored - fraction) / unitsPerSecond) * 1000,
    decimals: fraction === 0n ? '' : `.${String(fraction).padStart(digits, '0')}`,
  };
}

function isoOr(milliseconds: number, show: (iso: string) => string, otherwise = String(milliseconds)): string {
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? otherwise : show(date.toISOString());
}

/** Arrow keeps the unscaled integer, least word first. */
function decimal(words: Uint32Array, { scale }: Decimal): string {
  const bits = words.length * 32;
  const unsigned = words.reduceRight((sum, word) => (sum << 32n) | BigInt(word), 0n);
  const unscaled = BigInt.asIntN(bits, unsigned);
  if (scale <= 0) return String(unscaled * 10n ** BigInt(-scale));
  const digits = String(unscaled < 0n ? -unscaled : unscaled).padStart(scale + 1, '0');
  return `${unscaled < 0n ? '-' : ''}${digits.slice(0, -scale)}.${digits.slice(-scale)}`;
}

function bytes(value: Uint8Array, fixed: boolean): string {
  const hex = (): string => Array.from(value, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (fixed && value.length === 16) return hex().replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(value);
  } catch {
    return hex();
  }
}
