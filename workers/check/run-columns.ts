import type { CardState } from '../../src/contract/matching.ts';
import type { SetAsideReason } from '../../src/contract/report.ts';
import { literal } from '../database/literals.ts';
import { isAmount } from '../../src/domain/export-format.ts';
import { rowProblemColumn, type FileColumn } from '../decode/decoder.ts';
import { isCombination, type Combination } from '../recognise/combine.ts';
import { idSpace, type ExportColumn } from '../recognise/export-columns.ts';
import { idAlikeSql } from '../recognise/meeting-ids.ts';
import type { RecognisedFile } from '../recognise/recognise.ts';
import { amountSql } from './amount-sql.ts';
import { columnSql, type ColumnSql } from './column-sql.ts';
import { differenceSql, productSql } from './combined-sql.ts';
import { believableYears } from './instant-sql.ts';
import { judgedSql, oddColumn } from './judged-sql.ts';
import type { OddColumn } from './odd-texts.ts';
import { arePoints, isFractionSql, pointsSql } from './points-sql.ts';
import { serviceTypeSql } from './type-words.ts';

/** Why rows of a file may be set aside; a row's problem is the position in this list, from 1. */
export interface Problem {
  column: string;
  reason: SetAsideReason;
}

/** A column of the file as its rows are taken. */
export interface RunColumn {
  wanted: ExportColumn;
  found: FileColumn;
  sql: ColumnSql;
  isJudged: boolean;
  odd: OddColumn | null;
  /** Joins what its odd texts mean. */
  join: string | null;
}

/** How values are taken that plain whole numbers, dates and words do not hold. What is found out of one batch holds for those behind it. */
export interface Judging {
  /** Columns some of whose values are not what plain SQL makes of them, so that each is judged. */
  judged: ReadonlySet<string>;
  /** Whether points may have decimals: the tables hold them (`holdFractionsSql`). */
  hasFractions: boolean;
}

/** The columns of a file, those of `judged` with what their odd texts mean. */
export function runColumns(file: RecognisedFile, fileIndex: number, { judged, hasFractions }: Judging): RunColumn[] {
  return file.matched.map(({ wanted, found }) => {
    const written = valueSql(file, fileIndex, wanted, found, hasFractions);
    const plain = isTurned(file, wanted) && !isDifference(found) ? turnedSql(written) : written;
    // What is said of a card is in another table, where nobody counts whether it arrived.
    if (!judged.has(wanted.name) && !wanted.ofCard)
      return { wanted, found, isJudged: false, odd: null, sql: plain, join: null };
    const { join, ...sql } = judgedSql(wanted.name, plain);
    return { wanted, found, isJudged: true, odd: oddColumn(wanted.name, plain), sql, join };
  });
}

function valueSql(
  file: RecognisedFile,
  fileIndex: number,
  wanted: ExportColumn,
  found: FileColumn,
  hasFractions: boolean,
): ColumnSql {
  const { name, want } = wanted;
  if (isDifference(found)) {
    const [income, outgo] = found.combines.parts.map((part) => valueSql(file, fileIndex, wanted, part, hasFractions));
    // What was given back is taken off what the amount stands for.
    return differenceSql(isTurned(file, wanted) ? turnedSql(income!) : income!, outgo!);
  }
  if (isCombination(found) && found.combines.by === 'product') return productSql(found.combines.parts, file.dialect);
  if (isAmount(name) && file.amounts === 'units') return amountSql(found, file.dialect);
  if (hasFractions && arePoints(name)) return pointsSql(found, file.dialect);
  const sql = columnSql(found, want, file.dialect);
  if (file.ids === 'alike' && sql.givenId?.beyond === null && idSpace(file.kind, name) === 'card' && want === 'id') {
    const text = idAlikeSql(sql.givenId.text);
    const odd = sql.odd && { ...sql.odd, valueOf: ({ id }: { id: string }) => idAlikeSql(id) };
    return { ...sql, value: text, givenId: { text, beyond: null }, odd };
  }
  if (name === 'is_active' && file.states) return { ...sql, ...statesSql(sql, file.states) };
  if (name !== 'transaction_type') return sql;
  // Words for nothing are looked for among those that are no type: there are few.
  const word = found.form === 'text' || found.form === 'bytes' ? sql.shown : sql.value;
  return { ...sql, value: file.types ? serviceTypeSql(word, fileIndex) : word };
}

const isDifference = (found: FileColumn): found is Combination =>
  isCombination(found) && found.combines.by === 'difference';

const isTurned = ({ signs }: RecognisedFile, { name }: ExportColumn): boolean => isAmount(name) && signs === 'turned';

/** An amount with the other sign. */
function turnedSql({ odd, value, ...sql }: ColumnSql): ColumnSql {
  return { ...sql, value: `-(${value})`, odd: odd && { ...odd, valueOf: (read) => `-(${odd.valueOf(read)})` } };
}

/** Whether a staged row has points with decimals; null for a file that has no points. SQL. */
export function anyFractionSql(columns: readonly RunColumn[], { readingFrom, dialect }: RecognisedFile): string | null {
  const points = columns.filter(({ wanted }) => arePoints(wanted.name));
  const parts = points.flatMap(({ found }) => (isCombination(found) ? found.combines.parts : [found]));
  if (parts.length === 0) return null;
  const isSaid = readingFrom === 'person' && dialect.decimal !== null;
  return `SELECT count(*) > 0 AS any FROM staging.runs AS run WHERE ${parts.map((part) => isFractionSql(part, isSaid)).join(' OR ')}`;
}

/** Whether a card is active by what a person said of the file's words; other words as they are. */
function statesSql(
  sql: ColumnSql,
  states: Readonly<Record<string, CardState>>,
): Pick<ColumnSql, 'value' | 'unreadable'> {
  const isOne = (of: (state: CardState) => boolean): string => {
    const words = Object.keys(states).filter((word) => of(states[word]!));
    return words.length === 0 ? 'false' : `coalesce(${sql.shown} IN (${words.map(literal).join(', ')}), false)`;
  };
  const [isOpen, isClosed] = [isOne((state) => state !== 'closed'), isOne((state) => state === 'closed')];
  return {
    value: `CASE WHEN ${isOpen} THEN true WHEN ${isClosed} THEN false ELSE ${sql.value} END`,
    unreadable: sql.unreadable && `(${sql.unreadable} AND NOT ${isOpen} AND NOT ${isClosed})`,
  };
}

/** Whether the values that are inserted have to be counted, since some may not have been read. */
export function isCounted({ wanted, sql, isJudged }: RunColumn): boolean {
  const mayBeUnread = sql.unreadable !== null || sql.unbelievable !== null;
  return !isJudged && (mayBeUnread || !wanted.nullable);
}

/** Whether an inserted row has a value that is believed. At the bounds a clock may be some hours from UTC: what is near them is judged. */
export function isInsertedSql({ name, want }: ExportColumn): string {
  const { from, to } = believableYears;
  return want === 'instant'
    ? `${name} >= TIMESTAMP '${from}' + INTERVAL 1 DAY AND ${name} < TIMESTAMP '${to}' - INTERVAL 1 DAY`
    : `${name} IS NOT NULL`;
}

/** Whether a value is wall-clock time; null where none is. SQL. What is not judged has a value in every row that is not missing. */
export function isLocalSql({ sql: { local, value, missing }, isJudged }: RunColumn): string | null {
  if (!local) return null;
  const hasValue = isJudged ? `(${value}) IS NOT NULL` : `NOT ${missing}`;
  return local.hasZone === null ? `(${hasValue})` : `(${hasValue} AND NOT ${local.hasZone})`;
}

export interface Check extends Problem {
  /** True or false, never NULL. */
  when: string;
  /** Whether rows are held against it: a column that is not judged has a value in each row. */
  isHeld: boolean;
  shown: string;
}

/** Rows that the decoder could not split into the columns of the header, or that are none of the table. */
export const rowChecks: readonly Check[] = (
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
  isHeld: true,
  shown: 'NULL',
}));

/** What a row cannot do without costs the row. */
export function checksOf({ wanted: { name, nullable }, sql, isJudged: isHeld }: RunColumn): Check[] {
  if (nullable) return [];
  const { shown } = sql;
  const check = (reason: SetAsideReason, when: string): Check => ({ column: name, reason, when, isHeld, shown });
  const checks = [check('missing', sql.missing)];
  if (sql.unreadable) checks.push(check(sql.reason, sql.unreadable));
  if (sql.unbelievable) checks.push(check('out-of-range', sql.unbelievable));
  return checks;
}
