import type { FileFormat, FileKind, SetAsideReason } from '../../src/contract';
import { givenNumberSql, isDirectSql, wholeIdSql, type IdSpace } from '../ids';
import { amountSql } from './amount-sql';
import { columnSql, type ColumnSql, type GivenId } from './column-sql';
import { rowProblemColumn, type FileColumn } from './decoder';
import { contractColumns, idSpace, transactionTypes, type ContractColumn } from './contract-columns';
import type { RecognisedFile } from './recognise';
import { contractType } from './type-words';

/** Why rows of a file may be set aside; a row's problem is the position in this list, from 1. */
export interface Problem {
  column: string;
  reason: SetAsideReason;
}

/** The statements that take one batch of a file into the export's tables. They are the same for every batch. */
export interface BatchSql {
  problems: Problem[];
  /** Answers `any`: whether columns of numbers have ids too large to be direct; null for a file without such columns. */
  anyBeyond: string | null;
  /** What is to be run first: every id that is not direct gets a number. `beyond`: whether any is too large. */
  numberIds: (beyond: boolean) => string[];
  /** Inserts the rows without a problem. `rowOffset`: rows of the file before this batch. */
  insertUsed: (rowOffset: number, beyond: boolean) => string;
  /** Answers `rows`: how many of the rows just inserted are of a type that the service does not know; null for a file without types. */
  countOtherTypes: ((rowOffset: number) => string) | null;
  /** Notes the types that the service does not know. */
  noteOtherTypes: string;
  /** Answers `problem`, `rows` of the rows with one. */
  countProblems: string;
  /** Answers `problem`, `row`, `value`: the first few rows of each problem. */
  showProblems: (rowOffset: number) => string;
}

export const examplesShown = 3;

/** Where rows of a file without `merchant_id` have their merchant from; `later` leaves it open. */
export type MerchantSource = 'only-one' | 'card' | 'later';

/** The merchant of an export that names none. */
export const onlyMerchant = 1;

/**
 * The statements for a recognised file. Cards are loaded before transactions.
 *
 * @param place of the file in the load
 */
export function batchSql(
  file: RecognisedFile,
  place: number,
  format: FileFormat,
  merchantSource: MerchantSource,
): BatchSql {
  const columns = file.matched.map(({ wanted, found }) => ({ wanted, sql: valueSql(file, place, wanted, found) }));
  const checks = [
    ...(format === 'csv' ? rowChecks : []),
    ...columns.flatMap(({ wanted, sql }) => checksOf(wanted, sql)),
  ];
  const given = columns.flatMap(({ wanted: { name }, sql: { givenId } }) =>
    givenId ? [{ name, space: idSpace(file.kind, name), ...givenId }] : [],
  );
  /** Looking into the ids takes time: for a column of numbers it is done where a batch has some that are too large. */
  const lookedUp = (beyond: boolean): GivenColumn[] => given.filter((id) => beyond || id.beyond === null);
  const source = (beyond: boolean): { values: ReadonlyMap<string, string>; joins: string[] } => {
    const looked = lookedUp(beyond);
    const values = new Map(columns.map(({ wanted, sql }) => [wanted.name, sql.value]));
    for (const id of looked) values.set(id.name, numberOf(id, values.get(id.name)!));
    const joins = looked.map(joinIds);
    if (!values.has('merchant_id') && merchantSource === 'only-one') values.set('merchant_id', String(onlyMerchant));
    if (!values.has('merchant_id') && merchantSource === 'card') {
      joins.push(
        `LEFT JOIN (SELECT id, any_value(merchant_id) AS merchant_id FROM incoming_cards GROUP BY id) AS card ON card.id = ${values.get('card_id')}`,
      );
      values.set('merchant_id', 'card.merchant_id');
    }
    return { values, joins };
  };

  const problem =
    checks.length > 0
      ? `CASE ${checks.map(({ when }, index) => `WHEN ${when} THEN ${index + 1}`).join(' ')} END`
      : 'NULL';
  const row = (rowOffset: number): string => `b.rowid + ${rowOffset + 1}`;
  const type = columns.find(({ wanted }) => wanted.name === 'transaction_type')?.sql.value;
  const tooLarge = given.map((id) => id.beyond).filter((beyond) => beyond !== null);
  return {
    problems: checks.map(({ column, reason }) => ({ column, reason })),
    anyBeyond:
      tooLarge.length > 0 ? `SELECT count(*) > 0 AS any FROM staging.batch AS b WHERE ${tooLarge.join(' OR ')}` : null,
    numberIds: (beyond) => lookedUp(beyond).map(numberIdsSql),
    insertUsed: (rowOffset, beyond) => {
      const { values, joins } = source(beyond);
      return `
      INSERT INTO incoming_${file.kind}
      SELECT ${[place, row(rowOffset), ...insertedColumns(file.kind, values)].join(', ')}
      FROM staging.batch AS b ${joins.join(' ')}
      WHERE ${checks.map(({ when }) => `NOT ${when}`).join(' AND ') || 'true'}`;
    },
    countOtherTypes: type
      ? (rowOffset) =>
          `SELECT count(*)::INTEGER AS rows FROM incoming_transactions WHERE file = ${place} AND row > ${rowOffset} AND type = 0`
      : null,
    noteOtherTypes: type ? otherTypesSql(type) : '',
    countProblems: `SELECT (${problem})::INTEGER AS problem, count(*)::INTEGER AS rows FROM staging.batch AS b WHERE (${problem}) IS NOT NULL GROUP BY 1`,
    showProblems: (rowOffset) => `
      SELECT problem, row::DOUBLE AS row, value
      FROM (
        SELECT (${problem})::INTEGER AS problem, ${row(rowOffset)} AS row,
          CASE problem ${checks.map(({ shown }, index) => `WHEN ${index + 1} THEN ${shown}`).join(' ')} END AS value
        FROM staging.batch AS b
      )
      WHERE problem IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY problem ORDER BY row) <= ${examplesShown}
      ORDER BY problem, row`,
  };
}

function valueSql(file: RecognisedFile, place: number, { name, want }: ContractColumn, found: FileColumn): ColumnSql {
  if (name === 'purchase_amount_cents' && file.amounts === 'units') return amountSql(found, file.dialect);
  const sql = columnSql(found, want, file.dialect);
  return name === 'transaction_type' && file.types ? { ...sql, value: contractType(sql.value, place) } : sql;
}

interface Check extends Problem {
  /** True or false, never NULL. */
  when: string;
  shown: string;
}

/** Rows of a text file that the decoder could not split into the columns of its header. */
const rowChecks: readonly Check[] = (
  ['too-few-fields', 'too-many-fields', 'broken-quotes', 'broken-text'] as const
).map((reason) => ({
  column: '',
  reason,
  when: `(b.${rowProblemColumn} IS NOT DISTINCT FROM '${reason}')`,
  shown: 'NULL',
}));

function checksOf({ name, nullable }: ContractColumn, sql: ColumnSql): Check[] {
  const check = (reason: SetAsideReason, when: string): Check => ({ column: name, reason, when, shown: sql.shown });
  const checks: Check[] = [];
  if (!nullable) checks.push(check('missing', sql.missing));
  if (sql.unreadable) checks.push(check(sql.reason, sql.unreadable));
  if (sql.unbelievable) checks.push(check('out-of-range', sql.unbelievable));
  return checks;
}

/** A column whose ids may have to be given numbers. */
interface GivenColumn extends GivenId {
  name: string;
  space: IdSpace;
}

const idsAlias = (column: string): string => `ids_of_${column}`;

function joinIds({ name, space, text, beyond }: GivenColumn): string {
  const alias = idsAlias(name);
  return `LEFT JOIN incoming_ids AS ${alias} ON ${alias}.space = '${space}' AND ${alias}.id = ${text}${beyond ? ` AND ${beyond}` : ''}`;
}

/** @param value the column's own, for what is direct */
function numberOf({ name, text, beyond }: GivenColumn, value: string): string {
  return beyond
    ? `coalesce(${idsAlias(name)}.number, ${value})`
    : `CASE WHEN ${isDirectSql(text)} THEN try_cast(${text} AS BIGINT) ELSE ${idsAlias(name)}.number END`;
}

function numberIdsSql({ space, text, beyond }: GivenColumn): string {
  const count = '(SELECT count(*) FROM incoming_ids) + row_number() OVER ()';
  return `
    INSERT INTO incoming_ids
    SELECT '${space}', ${givenNumberSql(count)}, id, ${wholeIdSql('id')}
    FROM (SELECT DISTINCT ${text} AS id FROM staging.batch AS b WHERE ${beyond ?? 'true'}) AS found
    WHERE id IS NOT NULL AND NOT ${isDirectSql('id')}
      AND NOT EXISTS (SELECT 1 FROM incoming_ids AS known WHERE known.space = '${space}' AND known.id = found.id)`;
}

/** The values in the order of the table's columns (`tables/export.sql`). */
function insertedColumns(kind: FileKind, values: ReadonlyMap<string, string>): string[] {
  const names = contractColumns[kind].map(({ name }) => name);
  return names.map((name) => {
    const value = values.get(name) ?? 'NULL';
    return name === 'transaction_type' ? typeCode(value) : value;
  });
}

function otherTypesSql(type: string): string {
  return `
    INSERT INTO incoming_other_types
    SELECT DISTINCT ${type} FROM staging.batch AS b
    WHERE ${typeCode(type)} = 0 AND ${type} NOT IN (SELECT name FROM incoming_other_types) LIMIT 100`;
}

/** The code of a transaction's type (`transactionTypes`), as an SQL expression. */
export function typeCode(type: string): string {
  return `CASE ${type} ${transactionTypes.map((name, index) => `WHEN '${name}' THEN ${index + 1}`).join(' ')} ELSE 0 END`;
}
