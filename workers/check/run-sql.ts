import { isAmount } from '../../src/domain/export-format.ts';
import { idSpace } from '../recognise/export-columns.ts';
import { combineTextsSql } from './combined-text.ts';
import { insertCardFactsSql } from './card-facts.ts';
import type { RecognisedFile } from '../recognise/recognise.ts';
import { amountsCounted } from './amounts-counted.ts';
import { idNumberSql, joinIds, numberIdsSql, type GivenColumn } from './id-sql.ts';
import { insertedColumns, orderColumns, otherTypesSql } from './inserted-sql.ts';
import { instantOfLocal, joinLocalDays } from './local-time.ts';
import type { OddColumn } from './odd-texts.ts';
import {
  anyFractionSql,
  checksOf,
  isCounted,
  isInsertedSql,
  isLocalSql,
  rowChecks,
  runColumns,
  type Check,
  type Judging,
  type Problem,
  type RunColumn,
} from './run-columns.ts';
import { arePoints } from './points-sql.ts';
import type { RunRows } from './run-rows.ts';

/** The statements that take runs of a file, and of those that are read alike, into the export's tables. */
export interface RunSql {
  problems: Problem[];
  /** Is to be run once the rows are staged; null where they are whole as they come. */
  combineTexts: string | null;
  /** The judged columns that have odd texts, which are to be read first (`readOddTexts`). */
  odd: OddColumn[];
  /** Answers `any`: whether columns of numbers have ids too large to be direct; null for a file without such columns. */
  anyBeyond: string | null;
  /** Answers `any`: whether instants name no time zone; null where all do. */
  anyLocalTimes: string | null;
  /** What is to be run before rows are inserted: every id that is not direct gets a number. `beyond`: whether any is too large. */
  numberIds: (beyond: boolean) => NumberIds[];
  /** Answers `any`: whether points have decimals, which the tables do not hold yet; null for a file without points, and where they do. */
  anyFraction: string | null;
  /** Whether that is to be asked before rows are inserted: nothing that is counted would tell. */
  asksForFractions: boolean;
  /** Inserts the rows without a problem. */
  insertUsed: (rows: RunRows, beyond: boolean) => string;
  /** Notes what the rows say of their cards; null for a file that says nothing of them. */
  insertCardFacts: ((rows: RunRows, beyond: boolean) => string) | null;
  /** Deletes them again. */
  deleteUsed: (rows: RunRows) => string;
  /** Inserts the rows that name no card and are orders all the same, which is no problem; null where there can be none. */
  insertOrders: ((rows: RunRows, beyond: boolean) => string) | null;
  /**
   * Answers of the rows just inserted: `rows`, `other_types` (of a type that the service does not know; for transactions alone), and a
   * number a column that is not judged: how many have a value there.
   */
  countInserted: (rows: RunRows) => string;
  /** Answers how many of the staged rows should have one, by the same names; null where all columns are judged or need one in each row. */
  countPresent: (rows: RunRows) => string | null;
  /** The columns that are counted. */
  counted: { name: string; isAmount: boolean; inEachRow: boolean }[];
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
  /** Columns of which some value may not have been read: those that are judged and that a row can do without. */
  unread: UnreadSql[];
}

/** Gives numbers to the ids of a column. */
export interface NumberIds {
  column: string;
  statement: string;
  /** Some of them may be odd texts, which have to be read first. */
  mayBeOdd: boolean;
}

/** The values of a column that cannot be read in used rows. */
export interface UnreadSql {
  column: string;
  /** Answers `file`, `rows`. */
  count: (rows: RunRows) => string;
  /** Answers `file`, `value`: the first few of them, each once. */
  show: (rows: RunRows) => string;
}

export const examplesShown = 3;

/** Where rows of a file without `merchant_id` have their merchant from; `later` leaves it open. */
export type MerchantSource = 'only-one' | 'card' | 'later';

/** The merchant of an export that names none. */
export const onlyMerchant = 1;

/** What a file's statements depend on beside its columns. */
export interface RunContext extends Judging {
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
  { hasRowProblems, merchantSource, isLocal, currency, judged, hasFractions }: RunContext,
): RunSql {
  const columns = runColumns(file, fileIndex, { judged, hasFractions });
  const meanings = columns.map(({ join }) => join ?? '').join(' ');
  const from = (rows: RunRows): string => `${rows.from} ${meanings}`;
  const amounts = amountsCounted(file, columns, currency);
  const checks = [...(hasRowProblems ? rowChecks : []), ...columns.flatMap(checksOf)];
  const held = checks.filter(({ isHeld }) => isHeld);
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
    const joins = [...columns.flatMap(({ join }) => join ?? []), ...looked.map(joinIds)];
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

  const used = held.map(({ when }) => `NOT ${when}`).join(' AND ') || 'true';
  const order = orderWithoutCard(file, columns, held);
  const whens = checks.map(({ isHeld, when }, index) => (isHeld ? `WHEN ${when} THEN ${index + 1}` : ''));
  const problem =
    held.length > 0 ? `CASE ${order === null ? '' : `WHEN ${order} THEN NULL `}${whens.join(' ')} END` : 'NULL';
  const type = columns.find(({ wanted }) => wanted.name === 'transaction_type')?.sql.value;
  const localTimes = columns.flatMap((column) => isLocalSql(column) ?? []);
  const tooLarge = given.map((id) => id.beyond).filter((beyond) => beyond !== null);
  const counted = columns.filter(isCounted);
  const present = counted.filter(({ wanted }) => wanted.nullable);
  return {
    problems: checks.map(({ column, reason }) => ({ column, reason })),
    combineTexts: combineTextsSql(file),
    odd: columns.flatMap(({ odd }) => odd ?? []),
    anyBeyond:
      tooLarge.length > 0 ? `SELECT count(*) > 0 AS any FROM staging.runs AS run WHERE ${tooLarge.join(' OR ')}` : null,
    anyFraction: hasFractions ? null : anyFractionSql(columns, file),
    asksForFractions: columns.some(({ wanted, isJudged }) => isJudged && arePoints(wanted.name)),
    anyLocalTimes:
      localTimes.length > 0
        ? `SELECT count(*) > 0 AS any FROM staging.runs AS run ${meanings} WHERE ${localTimes.join(' OR ')}`
        : null,
    numberIds: (beyond) =>
      lookedUp(beyond).map((id) => ({
        column: id.name,
        statement: numberIdsSql(id, meanings),
        mayBeOdd: id.beyond === null && !judged.has(id.name),
      })),
    insertUsed: (rows, beyond) => {
      const { values, joins } = source(beyond);
      // A join may take the rows of a small run in the order of the other table.
      const inOrder = joins.length > 0 ? 'ORDER BY run.rowid' : rows.inOrder;
      return `
      INSERT INTO read_${file.kind} BY NAME
      SELECT ${[`${rows.file} AS file`, `${rows.row} AS row`, ...insertedColumns(file, values)].join(', ')}
      FROM ${rows.from} ${joins.join(' ')}
      WHERE ${used} ${inOrder}`;
    },
    insertCardFacts: file.matched.some(({ wanted }) => wanted.ofCard)
      ? (rows, beyond) => {
          const { values, joins } = source(beyond);
          const ofFile = file.matched.map(({ wanted }) => wanted);
          return insertCardFactsSql(ofFile, values, `${rows.from} ${joins.join(' ')} WHERE ${used}`);
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
    deleteUsed: ({ inserted }) => `DELETE FROM read_${file.kind} WHERE ${inserted}`,
    countInserted: ({ inserted }) => `
      SELECT ${[
        'count(*)::DOUBLE AS rows',
        ...(type ? ['count(*) FILTER (type = 0)::DOUBLE AS other_types'] : []),
        ...counted.map(({ wanted }) => `count(*) FILTER (${isInsertedSql(wanted)})::DOUBLE AS ${wanted.name}`),
      ].join(', ')}
      FROM read_${file.kind} WHERE ${inserted}`,
    countPresent: (rows) =>
      present.length > 0
        ? `
      SELECT ${present.map(({ wanted, sql }) => `count(*) FILTER (NOT ${sql.missing})::DOUBLE AS ${wanted.name}`).join(', ')}
      FROM ${from(rows)} WHERE ${used}`
        : null,
    counted: counted.map(({ wanted: { name, nullable } }) => ({
      name,
      isAmount: amounts?.column === name,
      inEachRow: !nullable,
    })),
    noteOtherTypes: type ? otherTypesSql(type, file.types) : '',
    countOtherCurrencies: amounts
      ? (rows) => `
      SELECT (${rows.file})::INTEGER AS file, ${amounts.currency} AS currency, count(*)::INTEGER AS rows
      FROM ${from(rows)} WHERE ${amounts.isOther} AND ${used} GROUP BY ALL`
      : null,
    countProblems: (rows) => `
      SELECT (${rows.file})::INTEGER AS file, (${problem})::INTEGER AS problem, count(*)::INTEGER AS rows
      FROM ${from(rows)} WHERE (${problem}) IS NOT NULL GROUP BY ALL`,
    showProblems: (rows) => `
      SELECT file, problem, row::DOUBLE AS row, value
      FROM (
        SELECT (${rows.file})::INTEGER AS file, (${problem})::INTEGER AS problem, ${rows.row} AS row,
          CASE problem ${checks.map(({ shown }, index) => `WHEN ${index + 1} THEN ${shown}`).join(' ')} END AS value
        FROM ${from(rows)}
      )
      WHERE problem IS NOT NULL
      QUALIFY row_number() OVER (PARTITION BY file, problem ORDER BY row) <= ${examplesShown}
      ORDER BY file, problem, row`,
    unread: columns
      .filter(({ isJudged, wanted }) => isJudged && wanted.nullable)
      .map(({ wanted: { name }, sql }) => {
        const where = `${used} AND NOT ${sql.missing} AND (${sql.value}) IS NULL`;
        return {
          column: name,
          count: (rows) => `
      SELECT (${rows.file})::INTEGER AS file, count(*)::INTEGER AS rows FROM ${from(rows)} WHERE ${where} GROUP BY ALL`,
          show: (rows) => `
      SELECT file, value
      FROM (
        SELECT (${rows.file})::INTEGER AS file, ${sql.shown} AS value, min(${rows.row}) AS row FROM ${from(rows)} WHERE ${where} GROUP BY ALL
      )
      QUALIFY row_number() OVER (PARTITION BY file ORDER BY row) <= ${examplesShown}
      ORDER BY file, row`,
        };
      }),
  };
}

/**
 * Whether a row of transactions names no card and is an order of somebody else: it has an instant and an amount, and nothing is wrong with it.
 * SQL; null for a file without amounts, and where every row names a card.
 */
function orderWithoutCard(
  { kind }: RecognisedFile,
  columns: readonly RunColumn[],
  held: readonly Check[],
): string | null {
  const amount = columns.find(({ wanted }) => isAmount(wanted.name))?.sql.value;
  const isOfCard = ({ column, reason }: Check): boolean => column === 'card_id' && reason === 'missing';
  const noCard = held.find(isOfCard);
  if (kind !== 'transactions' || amount === undefined || !noCard) return null;
  const others = held.filter((check) => !isOfCard(check)).map(({ when }) => `NOT ${when}`);
  return `(${[noCard.when, `(${amount}) IS NOT NULL`, ...others].join(' AND ')})`;
}
