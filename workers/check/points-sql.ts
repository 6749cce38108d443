import type { TextDialect } from '../../src/contract/matching.ts';
import { pointDecimals } from '../../src/contract/exact.ts';
import type { FileColumn } from '../decode/decoder.ts';
import { columnSql, rawOf, type ColumnSql } from './column-sql.ts';
import { meantPoints } from './text-readers.ts';

/** Holds every BIGINT, and four decimals. */
export const fractionalPoints = `DECIMAL(23, ${pointDecimals})`;

/** The columns that hold points, by their tables. Whole numbers, until a file has fractions of points. */
const pointColumns = [
  ['read_cards', 'points_balance'],
  ['read_card_facts', 'points_balance'],
  ['read_transactions', 'points_delta'],
] as const;

/** Has the tables hold fractions of points from here on. */
export const holdFractionsSql = pointColumns
  .map(([table, column]) => `ALTER TABLE ${table} ALTER COLUMN ${column} TYPE ${fractionalPoints};`)
  .join(' ');

export function arePoints(column: string): boolean {
  return pointColumns.some(([, name]) => name === column);
}

/** Points with up to four decimals, exactly; a number with more of them is none. */
export function pointsSql(column: FileColumn, dialect: TextDialect): ColumnSql {
  const sql = columnSql(column, 'integer', dialect);
  const value = fractionalOf(sql, column, dialect);
  return {
    ...sql,
    value,
    unreadable: `(NOT ${sql.missing} AND (${value}) IS NULL)`,
    unbelievable: null,
    odd: sql.odd && {
      when: `NOT ${sql.missing} AND (${value}) IS NULL`,
      read: meantPoints(dialect),
      valueOf: ({ number }) => `(${number}::DECIMAL(19, 0) * 0.0001::DECIMAL(5, 4))::${fractionalPoints}`,
    },
  };
}

function fractionalOf({ shown, value }: ColumnSql, { form }: FileColumn, { decimal }: TextDialect): string {
  if (form === 'integer') return `try_cast((${value}) AS ${fractionalPoints})`;
  // A float is the number that its shortest text says.
  const isText = form === 'text' || form === 'bytes';
  const point = isText && decimal === ',' ? ',' : '[.]';
  // Three digits may be thousands where nobody knows the decimal sign.
  const decimals = isText && decimal === null ? '([0-9]{1,2}|[0-9]{4}0*)' : '[0-9]{1,4}0*';
  const is = `regexp_full_match(${shown}, '[+-]?[0-9]+(${point}${decimals})?')`;
  return `CASE WHEN ${is} THEN try_cast(replace(${shown}, ',', '.') AS ${fractionalPoints}) END`;
}

/**
 * Whether a value of the column plainly has decimals that are not zeros; of three digits alone only where a person gave the decimal sign: they
 * may be thousands. SQL.
 */
export function isFractionSql(column: FileColumn, isSaid: boolean): string {
  const { form } = column;
  const raw = rawOf(column);
  if (form === 'float' || form === 'decimal') return `coalesce(${raw} <> trunc(${raw}), false)`;
  if (form !== 'text' && form !== 'bytes') return 'false';
  const has = (pattern: string): string => `regexp_matches(${raw}::VARCHAR, '${pattern}')`;
  const hasDecimals = has('[.,][0-9]*[1-9]');
  return isSaid ? hasDecimals : `(${hasDecimals} AND ${has('[.,]([0-9]{1,2}|[0-9]{4,})([^0-9.,]|$)')})`;
}
