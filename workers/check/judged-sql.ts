import type { ColumnSql } from './column-sql.ts';
import { isUnbelievableSql } from './instant-sql.ts';
import { textIs, type OddColumn } from './odd-texts.ts';

/** A column whose values are judged one by one, since some are not what plain SQL makes of them. */
export interface JudgedSql extends ColumnSql {
  /** Joins what its odd texts mean; null for a column that has none. */
  join: string | null;
}

/** The odd texts of a column among the staged rows; null for a column that can have none. */
export function oddColumn(name: string, { odd, shown }: ColumnSql): OddColumn | null {
  if (!odd) return null;
  return { name, read: odd.read, texts: `SELECT DISTINCT ${shown} AS text FROM staging.runs AS run WHERE ${odd.when}` };
}

/** A column with what its odd texts mean (`staging.read_texts`), and nothing in the place of an instant that nobody believes. */
export function judgedSql(name: string, sql: ColumnSql): JudgedSql {
  const { odd, shown, givenId, local } = sql;
  if (!odd) return { ...sql, value: unlessUnbelievable(sql.value, sql.unbelievable), join: null };
  const meant = `meant_${name}`;
  const isOdd = `${meant}.text IS NOT NULL`;
  const flag = (of: keyof typeof textIs): string => `${meant}."is" & ${textIs[of]} <> 0`;
  const missing = `(${sql.missing} OR coalesce(${flag('nothing')}, false))`;
  const instead = (read: string, plain: string): string =>
    `CASE WHEN ${isOdd} THEN CASE WHEN NOT ${flag('nothing')} THEN ${read} END ELSE ${plain} END`;
  const value = instead(odd.valueOf({ number: `${meant}.number`, id: `${meant}.id` }), sql.value);
  const unbelievable = local
    ? isUnbelievableSql(`(${value})`)
    : sql.unbelievable && `(NOT ${isOdd} AND ${sql.unbelievable})`;
  return {
    ...sql,
    missing,
    value: unlessUnbelievable(value, local ? unbelievable : null),
    unreadable: sql.unreadable && `(NOT ${missing} AND (${value}) IS NULL AND NOT ${unbelievable ?? 'false'})`,
    unbelievable: unbelievable && `(NOT ${missing} AND ${unbelievable})`,
    givenId: givenId && { ...givenId, text: value },
    local: local && {
      hasZone: instead(flag('zoned'), local.hasZone ?? 'false'),
      isDay: `CASE WHEN ${isOdd} THEN ${flag('day')} ELSE ${local.isDay} END`,
    },
    writtenWith: sql.writtenWith && instead(`${meant}.currency`, sql.writtenWith),
    join: `LEFT JOIN staging.read_texts AS ${meant} ON ${meant}.of = '${name}' AND ${meant}.text = ${shown}`,
  };
}

const unlessUnbelievable = (value: string, unbelievable: string | null): string =>
  unbelievable === null ? value : `CASE WHEN NOT ${unbelievable} THEN ${value} END`;
