import type { TextDialect } from '../../src/contract/matching.ts';
import type { FileColumn } from '../decode/decoder.ts';
import { amountSql } from './amount-sql.ts';
import { columnSql, type ColumnSql } from './column-sql.ts';

/** What came in less what went out, however that is signed; either may be empty. */
export function differenceSql(income: ColumnSql, outgo: ColumnSql): ColumnSql {
  const missing = `(${income.missing} AND ${outgo.missing})`;
  const unreadable = either(income.unreadable, outgo.unreadable);
  const unbelievable = either(income.unbelievable, outgo.unbelievable);
  return {
    ...income,
    missing,
    value: `CASE WHEN NOT ${missing} AND NOT ${unreadable ?? 'false'} AND NOT ${unbelievable ?? 'false'}
      THEN coalesce(${income.value}, 0) - abs(coalesce(${outgo.value}, 0)) END`,
    unreadable,
    unbelievable,
    odd: null,
    shown: `concat_ws(' − ', ${income.shown}, ${outgo.shown})`,
  };
}

function either(one: string | null, other: string | null): string | null {
  return one === null || other === null ? (one ?? other) : `(${one} OR ${other})`;
}

/**
 * A quantity times the price of one, in cents: exactly, by decimal arithmetic; half a cent is rounded away from zero.
 *
 * @param parts the quantity and the price, in units of the currency
 */
export function productSql(parts: readonly FileColumn[], dialect: TextDialect): ColumnSql {
  const [quantity, price] = parts.map((part) => columnSql(part, 'text', dialect));
  const [count, each] = parts.map((part, place) => {
    const { value } = [quantity, price][place]!;
    return part.form === 'text' || part.form === 'bytes' ? plainNumberSql(value, dialect) : value;
  });
  const missing = `(${quantity!.missing} OR ${price!.missing})`;
  const value = `try_cast(round(try_cast(${count} AS DECIMAL(12, 3)) * (try_cast(${each} AS DECIMAL(15, 5)) * 100)) AS BIGINT)`;
  return {
    ...price!,
    missing,
    value,
    unreadable: `(NOT ${missing} AND (${value}) IS NULL)`,
    reason: 'not-a-number',
    shown: `concat_ws(' × ', ${quantity!.shown}, ${price!.shown})`,
    writtenWith: amountSql(parts[1]!, dialect).writtenWith,
    odd: null,
  };
}

/** A number as DuckDB reads it, of text that may set thousands apart and say its currency. SQL. */
function plainNumberSql(text: string, { decimal }: TextDialect): string {
  const [point, mark] = decimal === ',' ? [',', '.'] : ['.', ','];
  const digits = `regexp_replace(replace(${text}, '${mark}', ''), '[^0-9${point}-]', '', 'g')`;
  return point === '.' ? digits : `replace(${digits}, ',', '.')`;
}
