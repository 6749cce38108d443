import { givenNumberSql, isDirectSql, wholeIdSql, type IdSpace } from '../database/ids.ts';
import { isOddIdSql, type GivenId } from './column-sql.ts';

/** A column whose ids may have to be given numbers. */
export interface GivenColumn extends GivenId {
  name: string;
  space: IdSpace;
}

const idsAlias = (column: string): string => `ids_of_${column}`;

export function joinIds({ name, space, text, beyond }: GivenColumn): string {
  const alias = idsAlias(name);
  return `LEFT JOIN incoming_ids AS ${alias} ON ${alias}.space = '${space}' AND ${alias}.id = ${text}${beyond ? ` AND ${beyond}` : ''}`;
}

/** @param value the column's own, for what is direct */
export function idNumberSql({ name, text, beyond }: GivenColumn, value: string): string {
  return beyond
    ? `coalesce(${idsAlias(name)}.number, ${value})`
    : `CASE WHEN ${isDirectSql(text)} THEN try_cast(${text} AS BIGINT) ELSE ${idsAlias(name)}.number END`;
}

/** Gives a number to every id of the staged rows that has none. `joins`: what its text takes. */
export function numberIdsSql({ space, text, beyond }: GivenColumn, joins: string): string {
  const count = '(SELECT count(*) FROM incoming_ids) + row_number() OVER ()';
  return `
    INSERT INTO incoming_ids BY NAME
    SELECT '${space}' AS space, ${givenNumberSql(count)} AS number, id, ${wholeIdSql('id')} AS whole
    FROM (SELECT DISTINCT ${text} AS id FROM staging.runs AS run ${joins} WHERE ${beyond ?? 'true'}) AS found
    WHERE id IS NOT NULL AND NOT ${isDirectSql('id')}
      AND NOT EXISTS (SELECT 1 FROM incoming_ids AS known WHERE known.space = '${space}' AND known.id = found.id)`;
}

/** The ids that were numbered last. SQL. */
const latestIds = (count: number): string => `number > (SELECT max(number) FROM incoming_ids) - ${count}`;

/** Answers `any`: whether some of the ids that were numbered last are spelt oddly, or words for nothing. SQL. */
export function anyOddIdSql(count: number): string {
  return `SELECT count(*) > 0 AS any FROM incoming_ids WHERE ${latestIds(count)} AND ${isOddIdSql('id')}`;
}

/** Takes back the numbers that were given last. SQL. */
export const forgetIdsSql = (count: number): string => `DELETE FROM incoming_ids WHERE ${latestIds(count)}`;
