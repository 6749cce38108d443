import type { Param } from './database.ts';

/** A parameter of a statement with the type that stands beside it: `$2::TIMESTAMP`. */
const parameter = /\$(\d+)::(BIGINT|INTEGER|BOOLEAN|DOUBLE PRECISION|TIMESTAMP)/g;

/**
 * A statement with its parameters written into it, for a person to run elsewhere: never for this database, which binds what people say.
 *
 * @param values by the number of the parameter, from 1
 * @param types other types than those that stand in the statement, by the number of the parameter
 * @throws Error where a parameter has no value
 */
export function withLiterals(
  sql: string,
  values: readonly Param[],
  types: Readonly<Record<number, string>> = {},
): string {
  // All in one pass: a value may look like a parameter.
  return sql.replace(parameter, (_, number: string, type: string) => {
    const value = values[Number(number) - 1];
    if (value === undefined) throw new Error(`$${number} has no value in: ${sql}`);
    const wanted = types[Number(number)] ?? type;
    return `${wanted === 'BIGINT' && isDigits(value) ? value : literal(value)}::${wanted}`;
  });
}

/** Whether a number came as text, so that none of its digits is lost. */
const isDigits = (value: Param): boolean => /^\d+$/.test(String(value));

/** A value as SQL, in the words that DuckDB and PostgreSQL have in common. */
export function literal(value: Param): string {
  // A minus would bind less than the type behind the number.
  if (typeof value === 'string' || (typeof value === 'number' && value < 0)) {
    // No text of theirs has this character, which PostgreSQL refuses in any.
    return `'${String(value).replaceAll('\0', '').replaceAll("'", "''")}'`;
  }
  return value === null ? 'NULL' : String(value);
}

/** The same of statements of the answers. */
const ownParameter = /\$(\d+)::(BIGINT|INTEGER|DOUBLE|BOOLEAN|TIMESTAMP)/g;
const plain = /^(-?\d+(\.\d+)?(e[+-]?\d+)?|true|false|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6})$/;

/**
 * A statement for this database with its parameters written into it: one for a report instant that does not come again need not be kept.
 * Numbers and instants that were checked alone; all else is bound.
 *
 * @throws Error for anything else
 */
export function withNumbers(sql: string, values: readonly Param[]): string {
  return sql.replaceAll(ownParameter, (_, number: string, type: string) => {
    const value = values[Number(number) - 1];
    if (value === null) return `NULL::${type}`;
    if (!plain.test(String(value))) throw new Error(`What is bound to $${number} is no number or instant.`);
    return `'${String(value)}'::${type}`;
  });
}
