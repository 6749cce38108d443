import type { TextDialect } from '../../src/contract/matching.ts';
import { signsBesideAmounts } from '../../src/domain/currency.ts';
import { columnSql, isEitherWaySql, type ColumnSql } from './column-sql.ts';
import { meantCents } from './text-readers.ts';
import type { FileColumn } from '../decode/decoder.ts';

/**
 * An amount in units of the currency as cents: exactly, by decimal arithmetic. What has a fraction of a cent is not a number of cents;
 * nor is the text `1.250`, which may be a thousand and more. Zeros beyond that (`12.5000`, as databases write money) are fine.
 */
export function amountSql(column: FileColumn, dialect: TextDialect): ColumnSql {
  const sql = columnSql(column, 'integer', dialect);
  const value = centsOf(sql, column, dialect);
  const isText = column.form === 'text' || column.form === 'bytes';
  return {
    ...sql,
    value,
    unreadable: `(NOT ${sql.missing} AND (${value}) IS NULL)`,
    unbelievable: null,
    writtenWith: isText ? writtenWithSql(sql.shown) : null,
    odd: sql.odd && {
      ...sql.odd,
      when: `NOT ${sql.missing} AND (${value}) IS NULL`,
      read: meantCents(dialect),
    },
  };
}

function centsOf({ shown, value }: ColumnSql, { form }: FileColumn, { decimal }: TextDialect): string {
  if (form === 'integer') return `try_cast((${value})::HUGEINT * 100 AS BIGINT)`;
  if (form === 'decimal') return centsOfText(`regexp_replace(${shown}, '([.][0-9]{2})0+$', '\\1')`, '.');
  // A float is the number that its shortest text says: 0.29 is 29 cents, though 0.29 × 100 is a little less in binary.
  if (form === 'float') return centsOfText(shown, '.');
  // Most amounts are written alone, and need no second look.
  return `coalesce(${centsOfText(shown, decimal)}, CASE WHEN ${isSignedSql(shown)} THEN ${centsOfText(unsignedSql(shown), decimal)} END)`;
}

const space = '[ \u00a0\u202f]?';
/** All that a currency is written as beside an amount, for a regular expression: the longest first. */
const signs = [...signsBesideAmounts]
  .toSorted((a, b) => b.length - a.length)
  .map((sign) => sign.replaceAll(/[.$]/g, '[$&]'))
  .join('|');
const isSignedSql = (text: string): string => `regexp_matches(${text}, '[^0-9+.,-]')`;
/** `-€ 5` and `€ -5` are `-5`, `5 €` is `5`. */
const unsignedSql = (text: string): string =>
  `trim(regexp_replace(regexp_replace(${text}, '^([+-]?)(?:${signs})${space}', '\\1', 'i'), '${space}(?:${signs})$', '', 'i'))`;
const writtenWithSql = (text: string): string =>
  `CASE WHEN ${isSignedSql(text)} THEN upper(ltrim(regexp_extract(${text}, '^[+-]?(${signs})|(${signs})$', 0, 'i'), '+-')) END`;

function centsOfText(text: string, decimal: TextDialect['decimal']): string {
  const unlessEither = decimal === null ? ` AND NOT ${isEitherWaySql(text, false)}` : '';
  const [point, mark] = decimal === ',' ? [',', '[.]'] : ['[.]', ','];
  const whole = `([0-9]+|[0-9]{1,3}((${mark}|[ \u00a0\u202f''’])[0-9]{3})+)`;
  const isAmount = `regexp_full_match(${text}, '[+-]?${whole}(${point}[0-9]{1,2}(00+)?)?')${unlessEither}`;
  const plain = `regexp_replace(regexp_replace(${text}, '[^0-9${decimal ?? '.'}-]', '', 'g'), '${point}', '.')`;
  return `CASE WHEN ${isAmount} THEN try_cast(try_cast(${plain} AS DECIMAL(20, 2)) * 100 AS BIGINT) END`;
}
