import type { FilePlan } from '../../src/contract/matching.ts';
import type { SetAsideReason } from '../../src/contract/report.ts';
import { isAmount } from '../../src/domain/export-format.ts';
import { givenNumberSql, isDirectSql, wholeIdSql, type IdSpace } from '../database/ids.ts';
import { spellingsOf } from '../../src/domain/currency.ts';
import { literal } from '../database/literals.ts';
import { amountSql } from './amount-sql.ts';
import { columnSql, type ColumnSql, type GivenId } from './column-sql.ts';
import { insertCardFactsSql } from './card-facts.ts';
import { differenceSql, productSql } from './combined-sql.ts';
import { instantOfLocal, isLocalTime, joinLocalDays } from './local-time.ts';
import { rowProblemColumn, type FileColumn } from '../decode/decoder.ts';
import { isCombination } from '../recognise/combine.ts';
import { exportColumns, idSpace, type ExportColumn } from '../recognise/export-columns.ts';
import { idAlikeSql } from '../recognise/meeting-ids.ts';
import type { RowRun } from './row-run.ts';
import type { RecognisedFile } from '../recognise/recognise.ts';
import { signedByType, typeCode, typeCodeBySigns } from './type-sql.ts';
import { serviceTypeSql } from './type-words.ts';

/** Why rows of a file may be set aside; a row's problem is the position in this list, from 1. */
export interface Problem {
  column: string;
  reason: SetAsideReason;
}

/** Where the rows of `staging.runs` come from, as SQL over that table, alias `run`. */
export interface RunRows {
  /** The index of a row's file in the load. */
  file: string;
  /** Its row in that file, from 1. */
  row: string;
  from: string;
  /** Keeps the order of the rows, where `from` would lose it: of two rows that are equal otherwise the first counts. */
  inOrder: string;
  /** A condition that selects the inserted rows of these runs. It is enough, as rows of later runs are not inserted yet. */
  inserted: string;
}

/** The rows of one run, or those of several by `staging.run_bounds`. */
export function rowsOfRuns(runs: readonly Pick<RowRun, 'fileIndex' | 'rowsBefore'>[]): RunRows {
  const { fileIndex, rowsBefore } = runs[0]!;
  const inserted = `(file > ${fileIndex} OR file = ${fileIndex} AND row > ${rowsBefore})`;
  return runs.length === 1
    ? {
        file: String(fileIndex),
        row: `run.rowid + ${rowsBefore + 1}`,
        from: 'staging.runs AS run',
        inOrder: '',
        inserted,
      }
    : {
        file: 'bounds.file',
        row: 'run.rowid - bounds.first_row + bounds.rows_before + 1',
        from: 'staging.runs AS run JOIN staging.run_bounds AS bounds ON run.rowid >= bounds.first_row AND run.rowid < bounds.next_row',
        inOrder: 'ORDER BY run.rowid',
        inserted,
      };
}

/** Says which rows of `staging.runs` are of which run; the runs follow each other. */
export function runBoundsSql(runs: readonly RowRun[]): string {
  let first = 0;
  const values = runs.map(({ fileIndex, rowsBefore, batch }) => {
    const next = first + batch.rows;
    const value = `(${fileIndex}, ${first}, ${next}, ${rowsBefore})`;
    first = next;
    return value;
  });
  return `CREATE OR REPLACE TABLE staging.run_bounds AS FROM (VALUES ${values.join(', ')}) AS bounds (file, first_row, next_row, rows_before)`;
}

/** The statements that take runs of a file, and of those that are read alike, into the export's tables. */
export interface RunSql {
  problems: Problem[];
  /** Answers `any`: whether columns of numbers have ids too large to be direct; null for a file without such columns. */
  anyBeyond: string | null;
  /** Answers `any`: whether instants name no time zone; null where all do. */
  anyLocalTimes: string | null;
  /** What is to be run first: every id that is not direct gets a number. `beyond`: whether any is too large. */
  numberIds: (beyond: boolean) => string[];
  /** Inserts the rows without a problem. */
  insertUsed: (rows: RunRows, beyond: boolean) => string;
  /** Notes what the rows say of their cards; null for a file that says nothing of them. */
  insertCardFacts: ((rows: RunRows, beyond: boolean) => string) | null;
  /** Inserts the rows that name no card and are orders all the same, which is no problem; null where there can be none. */
  insertOrders: ((rows: RunRows, beyond: boolean) => string) | null;
  /** Answers `rows`: how many of the rows just inserted are of a type that the service does not know; null for a file without types. */
  countOtherTypes: ((rows: RunRows) => string) | null;
  /** Notes the types that the service does not know. */
  noteOtherTypes: string;
  /**
   * Answers `file`, `currency`, `rows` of the rows just inserted whose amount is in another currency than the one that counts, as the file
   * writes it in capitals. Null where there can be none.
   */
  countOtherCurrencies: ((rows: RunRows) => string) | null;
  /** Answers `file`, `problem`, `rows` of the rows with one. */
  countProblems: (rows: RunRows) => string;
  /** Answers `file`, `problem`, `row`, `value`: the first few rows of each problem of a file. */
  showProblems: (rows: RunRows) => string;
}

export const examplesShown = 3;

/** Where rows of a file without `merchant_id` have their merchant from; `later` leaves it open. */
export type MerchantSource = 'only-one' | 'card' | 'later';

/** The merchant of an export that names none. */
export const onlyMerchant = 1;

/** What a file's statements depend on beside its columns. */
export interface RunContext {
  hasRowProblems: boolean;
  merchantSource: MerchantSource;
  /** Whether instants without a time zone are to be read by `read_local_days`; UTC otherwise. */
  isLocal: boolean;
  /** The currency whose amounts count (`countedCurrency`); null where no file says any. */
  currency: string | null;
}

/**
 * The statements for a recognised file, and for others that are read alike. Cards are loaded before transactions.
 *
 * @param fileIndex of the file in the load: what a plan says of its words is noted under it
 */
export function runSql(
  file: RecognisedFile,
  fileIndex: number,
  { hasRowProblems, merchantSource, isLocal, currency }: RunContext,
): RunSql {
  const columns = file.matched.map(({ wanted, found }) => ({ wanted, sql: valueSql(file, fileIndex, wanted, found) }));
  const amounts = amountsCounted(file, columns, currency);
  const checks = [...(hasRowProblems ? rowChecks : []), ...columns.flatMap(({ wanted, sql }) => checksOf(wanted, sql))];
  const given = columns.flatMap(({ wanted: { name }, sql: { givenId } }) =>
    givenId ? [{ name, space: idSpace(file.kind, name), ...givenId }] : [],
  );
  /** Looking into the ids takes time: for a column of numbers it is done where some are too large. */
  const lookedUp = (beyond: boolean): GivenColumn[] => given.filter((id) => beyond || id.beyond === null);
  const source = (beyond: boolean): { values: ReadonlyMap<string, string>; joins: string[] } => {
    const looked = lookedUp(beyond);
    const values = new Map(columns.map(({ wanted, sql }) => [wanted.name, sql.value]));
    if (amounts) values.set(amounts.column, amounts.counted);
    for (const id of looked) values.set(id.name, idNumberSql(id, values.get(id.name)!));
    const joins = looked.map(joinIds);
    for (const { wanted, sql } of isLocal ? columns : []) {
      if (!sql.local) continue;
      joins.push(joinLocalDays(wanted.name, sql.value));
      values.set(wanted.name, instantOfLocal(wanted.name, sql.value, sql.local));
    }
    if (!values.has('merchant_id') && merchantSource === 'only-one') values.set('merchant_id', String(onlyMerchant));
    if (!values.has('merchant_id') && merchantSource === 'card') {
      joins.push(
        `LEFT JOIN (SELECT id, any_value(merchant_id) AS merchant_id FROM read_cards GROUP BY id) AS card ON card.id = ${values.get('card_id')}`,
      );
      values.set('merchant_id', 'card.merchant_id');
    }
    return { values, joins };
  };

  const order = orderWithoutCard(file, columns, checks);
  const problem =
    checks.length > 0
      ? `CASE ${order === null ? '' : `WHEN ${order} THEN NULL `}${checks.map(({ when }, index) => `WHEN ${when} THEN ${index + 1}`).join(' ')} END`
      : 'NULL';
  const type = columns.find(({ wanted }) => wanted.name === 'transaction_type')?.sql.value;
  const localTimes = columns.flatMap(({ sql }) => (sql.local ? [isLocalTime(sql, sql.local)] : []));
  const tooLarge = given.map((id) => id.beyond).filter((beyond) => beyond !== null);
  return {
    problems: checks.map(({ column, reason }) => ({ column, reason })),
    anyBeyond:
      tooLarge.length > 0 ? `SELECT count(*) > 0 AS any FROM staging.runs AS run WHERE ${tooLarge.join(' OR ')}` : null,
    anyLocalTimes:
      localTimes.length > 0
        ? `SELECT count(*) > 0 AS any FROM staging.runs AS run WHERE ${localTimes.join(' OR ')}`
        : null,
    numberIds: (beyond) => lookedUp(beyond).map(numberIdsSql),
    insertUsed: (rows, beyond) => {
      const { values, joins } = source(beyond);
      // A join may take the rows of a small run in the order of the other table.
      const inOrder = joins.length > 0 ? 'ORDER BY run.rowid' : rows.inOrder;
      return `
      INSERT INTO read_${file.kind} BY NAME
      SELECT ${[`${rows.file} AS file`, `${rows.row} AS row`, ...insertedColumns(file, values)].join(', ')}
      FROM ${rows.from} ${joins.join(' ')}
      WHERE ${checks.map(({ when }) => `NOT ${when}`).join(' AND ') || 'true'} ${inOrder}`;
    },
    insertCardFacts: file.matched.some(({ wanted }) => wanted.ofCard)
      ? (rows, beyond) => {
          const { values, joins } = source(beyond);
          const noProblem = checks.map(({ when }) => `NOT ${when}`).join(' AND ');
          const ofFile = file.matched.map(({ wanted }) => wanted);
          return insertCardFactsSql(ofFile, values, `${rows.from} ${joins.join(' ')} WHERE ${noProblem}`);
        }
      : null,
    insertOrders:
      order === null
        ? null
        : (rows, beyond) => {
            const { values, joins } = source(beyond);
            return `
            INSERT INTO read_orders BY NAME
            SELECT ${[`${rows.file} AS file`, `${rows.row} AS row`, ...orderColumns(values)].join(', ')}
            FROM ${rows.from} ${joins.join(' ')} WHERE ${order}`;
          },
    countOtherTypes: type
      ? ({ inserted }) => `SELECT count(*)::INTEGER AS rows FROM read_transactions WHERE ${inserted} AND type = 0`
      : null,
    noteOtherTypes: type ? otherTypesSql(type, file.types) : '',
    countOtherCurrencies: amounts
      ? (rows) => `
      SELECT (${rows.file})::INTEGER AS file, ${amounts.currency} AS currency, count(*)::INTEGER AS rows
      FROM ${rows.from} WHERE ${amounts.isOther} AND (${problem}) IS NULL GROUP BY ALL`
      : null,
    countProblems: (rows) => `
      SELECT (${rows.file})::INTEGER AS file, (${problem})::INTEGER AS problem, count(*)::INTEGER AS rows
      FROM ${rows.from} WHERE (${problem}) IS NOT NULL GROUP BY ALL`,
    showProblems: (rows) => `
      SELECT file, problem, row::DOUBLE AS row, value
      FROM (
        SELECT (${rows.file})::INTEGER AS file, (${problem})::INTEGER AS problem, ${rows.row} AS row,
          CASE problem ${checks.map(({ shown }, index) => `WHEN ${index + 1} THEN ${shown}`).join(' ')} END AS value
        FROM ${rows.from}
      )
      WHERE problem IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY file, problem ORDER BY row) <= ${examplesShown}
      ORDER BY file, problem, row`,
  };
}

/** The amounts of a file, of which only those in one currency count: two are never summed. SQL. */
interface AmountsCounted {
  column: string;
  /** The amount; NULL where it is in another currency. */
  counted: string;
  /** Whether there is an amount in another currency: true or false, never NULL. */
  isOther: string;
  /** What a row says that its amount is in, in capitals. */
  currency: string;
}

/** Null for a file all of whose amounts are in the currency that counts, as far as it says. */
function amountsCounted(
  file: RecognisedFile,
  columns: readonly { wanted: ExportColumn; sql: ColumnSql }[],
  currency: string | null,
): AmountsCounted | null {
  const amount = columns.find(({ wanted }) => isAmount(wanted.name));
  if (!amount) return null;
  const column = columns.find(({ wanted }) => wanted.name === 'currency')?.sql;
  const said = [
    ...(column ? [`upper(trim(${column.shown}))`] : []),
    ...(amount.sql.writtenWith === null ? [] : [amount.sql.writtenWith]),
    // What the name of the column says of all of them.
    ...(file.currency !== null && file.currency !== currency ? [literal(file.currency)] : []),
  ];
  if (said.length === 0) return null;
  const ofRow = `coalesce(${said.map((one) => `nullif(${one}, '')`).join(', ')})`;
  const ofExport = currency === null ? [] : spellingsOf(currency).map(literal);
  const { value } = amount.sql;
  const isOther = `coalesce((${value}) IS NOT NULL AND ${ofRow} NOT IN (${[...ofExport, "''"].join(', ')}), false)`;
  return {
    column: amount.wanted.name,
    counted: `CASE WHEN NOT ${isOther} THEN ${value} END`,
    isOther,
    currency: ofRow,
  };
}

function valueSql(file: RecognisedFile, fileIndex: number, wanted: ExportColumn, found: FileColumn): ColumnSql {
  const { name, want } = wanted;
  if (isCombination(found) && found.combines.by === 'difference') {
    const [income, outgo] = found.combines.parts.map((part) => valueSql(file, fileIndex, wanted, part));
    return differenceSql(income!, outgo!);
  }
  if (isCombination(found) && found.combines.by === 'product') return productSql(found.combines.parts, file.dialect);
  if (isAmount(name) && file.amounts === 'units') return amountSql(found, file.dialect);
  const sql = columnSql(found, want, file.dialect);
  if (file.ids === 'alike' && sql.givenId?.beyond === null && idSpace(file.kind, name) === 'card' && want === 'id') {
    const text = idAlikeSql(sql.givenId.text);
    return { ...sql, value: text, givenId: { text, beyond: null } };
  }
  return name === 'transaction_type' && file.types ? { ...sql, value: serviceTypeSql(sql.value, fileIndex) } : sql;
}

/**
 * Whether a row of transactions names no card and is an order of somebody else: it has an instant and an amount, and nothing is wrong with it.
 * SQL; null for a file without amounts.
 */
function orderWithoutCard(
  { kind }: RecognisedFile,
  columns: readonly { wanted: ExportColumn; sql: ColumnSql }[],
  checks: readonly Check[],
): string | null {
  const amount = columns.find(({ wanted }) => isAmount(wanted.name))?.sql.value;
  if (kind !== 'transactions' || amount === undefined) return null;
  const isOfCard = ({ column, reason }: Check): boolean => column === 'card_id' && reason === 'missing';
  const [noCard, ...others] = [...checks.filter(isOfCard), ...checks.filter((check) => !isOfCard(check))];
  return `(${[noCard!.when, `(${amount}) IS NOT NULL`, ...others.map(({ when }) => `NOT ${when}`)].join(' AND ')})`;
}

/** What is kept of an order. */
function orderColumns(values: ReadonlyMap<string, string>): string[] {
  const kept = ['order_reference', 'transaction_at', 'store_id', 'merchant_id', 'purchase_amount_cents'];
  return kept.map((name) => `${values.get(name) ?? 'NULL'} AS ${name}`);
}

interface Check extends Problem {
  /** True or false, never NULL. */
  when: string;
  shown: string;
}

/** Rows that the decoder could not split into the columns of the header, or that are none of the table. */
const rowChecks: readonly Check[] = (
  [
    'too-few-fields',
    'too-many-fields',
    'broken-quotes',
    'broken-text',
    'total-row',
    'repeated-header',
    'beside-table',
  ] as const
).map((reason) => ({
  column: '',
  reason,
  when: `(run.${rowProblemColumn} IS NOT DISTINCT FROM '${reason}')`,
  shown: 'NULL',
}));

function checksOf({ name, nullable, ofCard }: ExportColumn, sql: ColumnSql): Check[] {
  // What is said of a card is no reason to lose what it did.
  if (ofCard) return [];
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
function idNumberSql({ name, text, beyond }: GivenColumn, value: string): string {
  return beyond
    ? `coalesce(${idsAlias(name)}.number, ${value})`
    : `CASE WHEN ${isDirectSql(text)} THEN try_cast(${text} AS BIGINT) ELSE ${idsAlias(name)}.number END`;
}

function numberIdsSql({ space, text, beyond }: GivenColumn): string {
  const count = '(SELECT count(*) FROM incoming_ids) + row_number() OVER ()';
  return `
    INSERT INTO incoming_ids BY NAME
    SELECT '${space}' AS space, ${givenNumberSql(count)} AS number, id, ${wholeIdSql('id')} AS whole
    FROM (SELECT DISTINCT ${text} AS id FROM staging.runs AS run WHERE ${beyond ?? 'true'}) AS found
    WHERE id IS NOT NULL AND NOT ${isDirectSql('id')}
      AND NOT EXISTS (SELECT 1 FROM incoming_ids AS known WHERE known.space = '${space}' AND known.id = found.id)`;
}

/** The values by the names of the table's columns (`load/tables/create.sql`). */
function insertedColumns({ kind, types }: RecognisedFile, values: ReadonlyMap<string, string>): string[] {
  // A row's currency decides what its amount counts for; it is no value of the tables.
  const names = exportColumns[kind]
    .filter(({ ofCard }) => !ofCard)
    .map(({ name }) => name)
    .filter((name) => name !== 'currency' && (name !== 'order_reference' || values.has(name)));
  const valueOf = (name: string): string => values.get(name) ?? 'NULL';
  const type = values.get('transaction_type');
  const code =
    type === undefined
      ? typeCodeBySigns(valueOf('points_delta'), valueOf('purchase_amount_cents'))
      : typeCode(type, types !== undefined);
  return names.map((name) => {
    if (name === 'transaction_type') return `${code} AS type`;
    // The service signs what it writes; of other files the words may say what is taken away.
    const isSigned = type === undefined || types === undefined;
    return `${isSigned ? valueOf(name) : signedByType(name, valueOf(name), code)} AS ${name}`;
  });
}

function otherTypesSql(type: string, types: FilePlan['types']): string {
  return `
    INSERT INTO read_other_types BY NAME
    SELECT DISTINCT ${type} AS name FROM staging.runs AS run
    WHERE ${typeCode(type, types !== undefined)} = 0 AND (${type}) IS NOT NULL
      AND ${type} NOT IN (SELECT name FROM read_other_types)
    LIMIT 100`;
}
