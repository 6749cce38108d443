import type { FileKind, SetAsideReason } from '../../src/contract';
import { columnSql, plainInteger, type ColumnSql } from './column-sql';
import { contractColumns, idSpace, transactionTypes, type ContractColumn } from './contract-columns';
import type { RecognisedFile } from './recognise';

/** Why rows of a file may be set aside; a row's problem is the position in this list, from 1. */
export interface Problem {
  column: string;
  reason: SetAsideReason;
}

/** The statements that take one batch of a file into the export's tables. They are the same for every batch. */
export interface BatchSql {
  problems: Problem[];
  /** Gives a number to every id of text that has none yet; one statement a column. */
  numberIds: string[];
  /** Inserts the rows without a problem. `rowOffset`: rows of the file before this batch. */
  insertUsed: (rowOffset: number) => string;
  /** Answers `problem`, `rows` of the rows with one. */
  countProblems: string;
  /** Answers `problem`, `row`, `value`: the first few rows of each problem. */
  showProblems: (rowOffset: number) => string;
}

export const examplesShown = 3;

/** Number of the first id of text: below any number that an id of digits can have. */
const firstTextNumber = '-4611686018427387904';

/** Where rows of a file without `merchant_id` have their merchant from; `later` leaves it open. */
export type MerchantSource = 'only-one' | 'card' | 'later';

/** The merchant of an export that names none. */
export const onlyMerchant = 1;

/** The statements for a recognised file. Cards are loaded before transactions. */
export function batchSql(file: RecognisedFile, merchantSource: MerchantSource): BatchSql {
  const columns = file.matched.map(({ wanted, found }) => ({ wanted, sql: columnSql(found, wanted.want) }));
  const checks = columns.flatMap(({ wanted, sql }) => checksOf(wanted, sql));
  const textIds = columns
    .filter(({ sql }) => sql.isTextId)
    .map(({ wanted, sql }) => ({ ...wanted, text: sql.value, space: idSpace(file.kind, wanted.name) }));

  const joins = textIds.map(({ name, text, space }) => {
    return `LEFT JOIN incoming_ids AS ${idsAlias(name)} ON ${idsAlias(name)}.space = '${space}' AND ${idsAlias(name)}.id = ${text}`;
  });
  const values = new Map(
    columns.map(({ wanted, sql }) => [wanted.name, sql.isTextId ? numberOf(wanted.name, sql.value) : sql.value]),
  );
  if (!values.has('merchant_id') && merchantSource === 'only-one') values.set('merchant_id', String(onlyMerchant));
  if (!values.has('merchant_id') && merchantSource === 'card') {
    joins.push(
      `LEFT JOIN (SELECT id, any_value(merchant_id) AS merchant_id FROM incoming_cards GROUP BY id) AS card ON card.id = ${values.get('card_id')}`,
    );
    values.set('merchant_id', 'card.merchant_id');
  }

  const problem =
    checks.length > 0
      ? `CASE ${checks.map(({ when }, index) => `WHEN ${when} THEN ${index + 1}`).join(' ')} END`
      : 'NULL';
  const row = (rowOffset: number): string => `b.rowid + ${rowOffset + 1}`;
  return {
    problems: checks.map(({ column, reason }) => ({ column, reason })),
    numberIds: textIds.map(({ text, space }) => numberIdsSql(text, space)),
    insertUsed: (rowOffset) => `
      INSERT INTO incoming_${file.kind}
      SELECT ${insertedColumns(file.kind, values, row(rowOffset)).join(', ')}
      FROM batch AS b ${joins.join(' ')}
      WHERE (${problem}) IS NULL`,
    countProblems: `SELECT (${problem})::INTEGER AS problem, count(*)::INTEGER AS rows FROM batch AS b WHERE (${problem}) IS NOT NULL GROUP BY 1`,
    showProblems: (rowOffset) => `
      SELECT problem, row::DOUBLE AS row, value
      FROM (
        SELECT (${problem})::INTEGER AS problem, ${row(rowOffset)} AS row,
          CASE problem ${checks.map(({ shown }, index) => `WHEN ${index + 1} THEN ${shown}`).join(' ')} END AS value
        FROM batch AS b
      )
      WHERE problem IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY problem ORDER BY row) <= ${examplesShown}
      ORDER BY problem, row`,
  };
}

interface Check extends Problem {
  when: string;
  shown: string;
}

function checksOf({ name, nullable, want }: ContractColumn, sql: ColumnSql): Check[] {
  const check = (reason: SetAsideReason, when: string): Check => ({ column: name, reason, when, shown: sql.shown });
  const checks: Check[] = [];
  if (!nullable) checks.push(check('missing', sql.missing));
  if (want !== 'text') checks.push(check(sql.reason, `NOT ${sql.missing} AND (${sql.value}) IS NULL`));
  if (sql.unbelievable) checks.push(check('out-of-range', sql.unbelievable));
  return checks;
}

const idsAlias = (column: string): string => `ids_of_${column}`;

function numberOf(column: string, text: string): string {
  return `CASE WHEN regexp_full_match(${text}, ${plainInteger}) THEN try_cast(${text} AS BIGINT) ELSE ${idsAlias(column)}.number END`;
}

function numberIdsSql(text: string, space: string): string {
  return `
    INSERT INTO incoming_ids
    SELECT '${space}', ${firstTextNumber} + (SELECT count(*) FROM incoming_ids) + row_number() OVER (), id
    FROM (SELECT DISTINCT ${text} AS id FROM batch AS b) AS found
    WHERE id IS NOT NULL AND NOT regexp_full_match(id, ${plainInteger})
      AND NOT EXISTS (SELECT 1 FROM incoming_ids AS known WHERE known.space = '${space}' AND known.id = found.id)`;
}

/** The values in the order of the table's columns (`tables/export.sql`). */
function insertedColumns(kind: FileKind, values: ReadonlyMap<string, string>, row: string): string[] {
  const names = contractColumns[kind].map(({ name }) => name);
  const inserted = names.map((name) => {
    const value = values.get(name) ?? 'NULL';
    return name === 'transaction_type' ? typeCode(value) : value;
  });
  return kind === 'transactions' ? inserted : [row, ...inserted];
}

/** The code of a transaction's type (`transactionTypes`), as an SQL expression. */
export function typeCode(type: string): string {
  return `CASE ${type} ${transactionTypes.map((name, index) => `WHEN '${name}' THEN ${index + 1}`).join(' ')} ELSE 0 END`;
}
