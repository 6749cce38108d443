import type { Id } from '../../src/contract/ids.ts';
import { exact } from '../../src/contract/exact.ts';

/*
 * What an id is, in the one place that decides it: for rows as they are loaded, for questions, and for answers.
 *
 * An id is text. Text that is a whole number in its plain spelling (`42`, `-7`; not `007`, `+1`, `1.0`) is that number, whichever type the
 * file has it in. The tables know ids by 64-bit numbers: a whole number stands for itself within ±4·10¹⁸ ("direct"), which is where ids
 * are in practice. Every other id gets a number below that range at load, and the table `ids` has both. No number of the tables is
 * special: what is unknown is NULL.
 */

/** Cards, merchants, stores and transactions are numbered apart. */
export type IdSpace = 'card' | 'merchant' | 'store' | 'transaction';

/** Direct ids as text: whole numbers above -4·10¹⁸ and below 4·10¹⁸. RE2, which DuckDB has, and JavaScript read it alike. */
const direct = '0|-?([1-9][0-9]{0,17}|[1-3][0-9]{18})';

/** Whole numbers of any size that DuckDB can compare. */
const whole = '0|-?[1-9][0-9]{0,37}';

/** The first number that is not direct, on either side of zero. */
const directBound = '4000000000000000000';

/** The numbers of ids that are not direct count up from here. */
const firstGiven = '-9223372036854775807';

const isDirect = new RegExp(`^(${direct})$`);

/** Whether text is a direct id: true, false, or NULL for none. SQL. */
export const isDirectSql = (text: string): string => `regexp_full_match(${text}, '${direct}')`;

/** Whether a number is beyond the direct ids, so that it needs one given like text. SQL, false for NULL. */
export const isBeyondDirectSql = (number: string): string =>
  `(${number} IS NOT NULL AND (${number} >= ${directBound} OR ${number} <= -${directBound}))`;

/** The number given to the n-th of all ids that are not direct. SQL. */
export const givenNumberSql = (n: string): string => `${firstGiven} + ${n}`;

/** The number of an id that is whole and not direct, for the order of ids; NULL for text. SQL. */
export const wholeIdSql = (text: string): string =>
  `CASE WHEN regexp_full_match(${text}, '${whole}') THEN try_cast(${text} AS HUGEINT) END`;

/** The number of a direct id as statements take it; null for one that `ids` has to be asked for. */
export function directNumber(id: Id): string | null {
  const text = String(id);
  return isDirect.test(text) ? text : null;
}

/** An id as an answer shows it: a number, unless it is one that JSON cannot hold exactly or an id of its space is text. */
export function idOf(text: string, isText: boolean): Id {
  return isText ? text : exact(text);
}
