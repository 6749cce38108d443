import type { SchemaElement } from 'hyparquet';
import { parquetWriteBuffer, schemaFromColumnData, type ColumnSource } from 'hyparquet-writer';
import type { SheetColumn } from './workbook/sheet-xml.ts';

/** A column of a table that is taken away as Parquet, with its cells. */
export interface ParquetColumn extends SheetColumn {
  /** Numbers that JSON does not hold exactly are text. */
  cells: readonly Cell[];
}

type Cell = string | number | null;

/** The type of a column of Parquet, and its cells as the writer takes them. */
interface Typed {
  type: Pick<SchemaElement, 'type' | 'converted_type' | 'scale' | 'precision'>;
  data: (bigint | number | string | Date | null)[];
}

/**
 * A Parquet file, compressed with Snappy, which every reader reads. Whole numbers are 64 bits wide, amounts decimals of two digits, other
 * numbers doubles; a column of numbers with one that none of them holds exactly is text, to the last digit. Days are `2026-04-03`.
 */
export function parquetFile(columns: readonly ParquetColumn[]): Blob {
  const typed = columns.map((column) => ({ name: column.name, ...typedCells(column) }));
  const columnData: ColumnSource[] = typed.map(({ name, data }) => ({ name, data }));
  const elements = typed.map(({ name, type }): [string, SchemaElement] => [
    name,
    { name, ...type, repetition_type: 'OPTIONAL' },
  ]);
  const schema = schemaFromColumnData({ columnData, schemaOverrides: Object.fromEntries(elements) });
  return new Blob([parquetWriteBuffer({ columnData, schema })], { type: 'application/vnd.apache.parquet' });
}

function typedCells({ kind, decimals, cells }: ParquetColumn): Typed {
  const known = cells.filter((cell) => cell !== null);
  const each = <T>(made: (cell: string | number) => T): (T | null)[] =>
    cells.map((cell) => (cell === null ? null : made(cell)));
  if (kind === 'date' && known.every((cell) => isDay.test(String(cell))))
    return { type: { type: 'INT32', converted_type: 'DATE' }, data: each((cell) => new Date(`${cell}T00:00:00Z`)) };
  if (kind === 'number' && decimals !== undefined && known.every((cell) => isAmount.test(String(cell))))
    return {
      type: { type: 'INT64', converted_type: 'DECIMAL', precision: 18, scale: decimals },
      data: each(hundredths),
    };
  if (kind === 'number' && known.every(isWhole)) return { type: { type: 'INT64' }, data: each(BigInt) };
  if (kind === 'number' && known.every((cell) => typeof cell === 'number'))
    return { type: { type: 'DOUBLE' }, data: each(Number) };
  return { type: { type: 'BYTE_ARRAY', converted_type: 'UTF8' }, data: each(String) };
}

const isDay = /^\d{4}-\d\d-\d\d$/;

/** Of at most 18 digits, two of them behind the point. */
const isAmount = /^-?\d{1,16}(\.\d{1,2})?$/;

function hundredths(amount: string | number): bigint {
  const [whole = '', fraction = ''] = String(amount).split('.');
  return BigInt(whole + fraction.padEnd(2, '0'));
}

/** Whether 64 bits hold it exactly. */
function isWhole(cell: string | number): boolean {
  if (typeof cell === 'number') return Number.isSafeInteger(cell);
  return /^-?\d{1,19}$/.test(cell) && BigInt.asIntN(64, BigInt(cell)) === BigInt(cell);
}
