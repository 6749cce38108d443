import type { SetAside } from '../../src/contract/report.ts';
import { EngineError, toEngineError } from '../../src/contract/errors.ts';
import type { Database } from '../database/database.ts';
import { haveSameSchema, joined } from '../decode/arrow-streams.ts';
import { anyOddIdSql, forgetIdsSql } from './id-sql.ts';
import { readOddTexts } from './odd-texts.ts';
import { arePoints, holdFractionsSql } from './points-sql.ts';
import { rowsOfRuns, runBoundsSql, type RunRows } from './run-rows.ts';
import type { RowRun } from './row-run.ts';
import { examplesShown, type NumberIds, type RunSql, type UnreadSql } from './run-sql.ts';
import type { Statements } from './statements.ts';

/** A batch above this is a bomb of repeated text: DuckDB would take the memory and could never give it back. */
const bombBytes = 512 * 2 ** 20;

/** What is set aside of a file, by the number of the problem in its `RunSql`. */
export type SetAsideByProblem = Map<number, SetAside>;

/** A file that is being read. */
export interface FileBeingRead {
  name: string;
  /** Each of them is used or set aside. */
  rowsRead: number;
  setAside: SetAsideByProblem;
  /** The values that could not be read in used rows, by their column, with a few of them. */
  unread: Map<string, { rows: number; examples: string[] }>;
  /** Whether instants of it name no time zone. */
  hasLocalTimes: boolean;
  /** Its rows that name no card, and are orders all the same. */
  ordersWithoutCard: number;
  /** How many of its rows have an amount in another currency than the one that counts, by how the file writes that. */
  otherCurrencies: Map<string, number>;
}

/**
 * Takes runs of rows into the tables, and counts the rows of their files that were read, and those that were set aside.
 *
 * Values are inserted as SQL reads them, which is quick. Where fewer arrive than there are, the columns in question are judged: what they
 * have of odd texts is read first, and the rows are inserted once more.
 *
 * @param runs of files that are read alike
 * @param fileOf the file at an index of the load
 * @throws EngineError `rows-lost` when rows are neither used nor set aside; `out-of-memory`.
 */
export async function takeRuns(
  database: Database,
  runs: readonly RowRun[],
  statements: Statements,
  fileOf: (fileIndex: number) => FileBeingRead,
): Promise<void> {
  const file = fileOf(runs[0]!.fileIndex).name;
  if (runs.some(({ batch }) => batch.ipc.byteLength > bombBytes)) throw new EngineError('out-of-memory', { file });
  try {
    await stage(database, runs);
    if (statements.sql.combineTexts) await database.run(statements.sql.combineTexts);
    const rows = rowsOfRuns(runs);
    const used = await insertRuns(database, rows, statements);
    const { sql } = statements;
    for (const other of used.otherCurrencies) {
      const { otherCurrencies } = fileOf(other.file);
      otherCurrencies.set(other.currency, (otherCurrencies.get(other.currency) ?? 0) + other.rows);
    }
    // Most runs have none: looking for the words of all would take as long as inserting them.
    if (used.otherTypes > 0) await database.run(sql.noteOtherTypes);
    await noteLocalTimes(
      database,
      runs.map(({ fileIndex }) => fileOf(fileIndex)),
      sql,
    );
    for (const column of sql.unread) await noteUnread(database, rows, column, fileOf);
    const read = runs.reduce((sum, { batch }) => sum + batch.rows, 0);
    if (sql.insertCardFacts) await database.run(sql.insertCardFacts(rows, used.beyond));
    const orders = used.rows < read && sql.insertOrders ? await database.run(sql.insertOrders(rows, used.beyond)) : 0;
    if (orders > 0) await noteOrders(database, rows, fileOf);
    const setAside = used.rows + orders < read ? await noteProblems(database, rows, sql, fileOf) : 0;
    const got = used.rows + orders + setAside;
    if (got !== read) throw new EngineError('rows-lost', { file, expected: read, got });
    for (const { fileIndex, batch } of runs) fileOf(fileIndex).rowsRead += batch.rows;
    await database.run('DROP TABLE staging.runs');
  } catch (thrown) {
    if (toEngineError(thrown).code === 'out-of-memory')
      throw new EngineError('out-of-memory', { file }, { cause: thrown });
    throw thrown;
  }
}

/** What was inserted of runs. */
interface Inserted {
  rows: number;
  /** Whether ids are too large to be direct. */
  beyond: boolean;
  /** Of a type that the service does not know. */
  otherTypes: number;
  /** Whose amount is in another currency than the one that counts. */
  otherCurrencies: OtherCurrency[];
}

interface OtherCurrency extends Record<string, unknown> {
  file: number;
  currency: string;
  rows: number;
}

/** Inserts the rows without a problem; judges columns until each value is read as it is meant, or known for one that cannot be. */
async function insertRuns(database: Database, rows: RunRows, statements: Statements): Promise<Inserted> {
  if (statements.sql.asksForFractions) await holdFractions(database, statements);
  for (;;) {
    const { sql } = statements;
    if (sql.odd.length > 0) await readOddTexts(database, sql.odd);
    const beyond = sql.anyBeyond !== null && (await database.query<{ any: boolean }>(sql.anyBeyond))[0]!.any;
    const odd = await numberIds(database, sql.numberIds(beyond));
    if (odd.length > 0) {
      statements.judge(odd);
      continue;
    }
    const used = await database.run(sql.insertUsed(rows, beyond));
    const otherCurrencies = sql.countOtherCurrencies
      ? await database.query<OtherCurrency>(sql.countOtherCurrencies(rows))
      : [];
    const [inserted] = await database.query<Record<string, number>>(sql.countInserted(rows));
    const unlike = await unlikeColumns(database, rows, sql, inserted!, otherCurrencies);
    if (unlike.length === 0) return { rows: used, beyond, otherTypes: inserted!.other_types ?? 0, otherCurrencies };
    await database.run(sql.deleteUsed(rows));
    if (!(unlike.some(arePoints) && (await holdFractions(database, statements)))) statements.judge(unlike);
  }
}

/** Where the staged rows have fractions of points, has the tables hold them; answers whether they do so since now. */
async function holdFractions(database: Database, statements: Statements): Promise<boolean> {
  const { anyFraction } = statements.sql;
  if (anyFraction === null) return false;
  const [found] = await database.query<{ any: boolean }>(anyFraction);
  if (!found!.any) return false;
  await database.run(holdFractionsSql);
  statements.readFractions();
  return true;
}

/** Gives numbers to; answers the columns some of whose ids are odd, and have none yet. */
async function numberIds(database: Database, columns: readonly NumberIds[]): Promise<string[]> {
  const odd: string[] = [];
  for (const { column, statement, mayBeOdd } of columns) {
    const numbered = await database.run(statement);
    if (!mayBeOdd || numbered === 0) continue;
    const [found] = await database.query<{ any: boolean }>(anyOddIdSql(numbered));
    if (!found!.any) continue;
    await database.run(forgetIdsSql(numbered));
    odd.push(column);
  }
  return odd;
}

/** The columns of which fewer values were inserted than the staged rows have. */
async function unlikeColumns(
  database: Database,
  rows: RunRows,
  { counted, countPresent }: RunSql,
  inserted: Readonly<Record<string, number>>,
  otherCurrencies: readonly OtherCurrency[],
): Promise<string[]> {
  const sql = countPresent(rows);
  const present = sql === null ? {} : (await database.query<Record<string, number>>(sql))[0]!;
  // An amount in another currency is not inserted.
  const others = otherCurrencies.reduce((sum, other) => sum + other.rows, 0);
  return counted
    .filter(({ name, isAmount, inEachRow }) => {
      const wanted = inEachRow ? inserted.rows! : present[name]! - (isAmount ? others : 0);
      return inserted[name]! < wanted;
    })
    .map(({ name }) => name);
}

/** Puts the runs into `staging.runs`, one after the other: at once where their columns are of the same Arrow types. */
async function stage(database: Database, runs: readonly RowRun[]): Promise<void> {
  let together: Uint8Array[] = [];
  let isFirst = true;
  const insert = async (): Promise<void> => {
    await database.insertArrow('runs', joined(together), isFirst);
    isFirst = false;
    together = [];
  };
  for (const { ipc } of runs.map(({ batch }) => batch)) {
    if (together.length > 0 && !haveSameSchema(together[0]!, ipc)) await insert();
    together.push(ipc);
  }
  await insert();
  if (runs.length > 1) await database.run(runBoundsSql(runs));
}

/** How many orders of these rows name no card, file by file. */
async function noteOrders(
  database: Database,
  { inserted }: RunRows,
  fileOf: (fileIndex: number) => FileBeingRead,
): Promise<void> {
  const found = await database.query<{ file: number; rows: number }>(
    `SELECT file, count(*)::INTEGER AS rows FROM read_orders WHERE ${inserted} GROUP BY file`,
  );
  for (const { file, rows } of found) fileOf(file).ordersWithoutCard += rows;
}

/** Asked until one is found: files of a load that are read alike are so in this, too. */
async function noteLocalTimes(database: Database, files: readonly FileBeingRead[], sql: RunSql): Promise<void> {
  if (sql.anyLocalTimes === null || files.every(({ hasLocalTimes }) => hasLocalTimes)) return;
  const [found] = await database.query<{ any: boolean }>(sql.anyLocalTimes);
  if (found!.any) for (const file of files) file.hasLocalTimes = true;
}

/** Notes what a column has that cannot be read. */
async function noteUnread(
  database: Database,
  rows: RunRows,
  { column, count, show }: UnreadSql,
  fileOf: (fileIndex: number) => FileBeingRead,
): Promise<void> {
  const counted = await database.query<{ file: number; rows: number }>(count(rows));
  const counts = counted.filter(({ rows: found }) => found > 0);
  let isShown = true;
  for (const { file, rows: found } of counts) {
    const { unread } = fileOf(file);
    const noted = unread.get(column) ?? { rows: 0, examples: [] };
    noted.rows += found;
    unread.set(column, noted);
    isShown &&= noted.examples.length >= examplesShown;
  }
  if (isShown) return;
  for (const { file, value } of await database.query<{ file: number; value: string }>(show(rows))) {
    const { examples } = fileOf(file).unread.get(column)!;
    if (examples.length < examplesShown && !examples.includes(value)) examples.push(value);
  }
}

interface ProblemCount extends Record<string, number> {
  file: number;
  problem: number;
  rows: number;
}

interface ProblemExample extends Record<string, unknown> {
  file: number;
  problem: number;
  row: number;
  value: string | null;
}

/** Notes the rows with a problem as set aside; answers how many they are. */
async function noteProblems(
  database: Database,
  rows: RunRows,
  sql: RunSql,
  fileOf: (fileIndex: number) => FileBeingRead,
): Promise<number> {
  const counts = await database.query<ProblemCount>(sql.countProblems(rows));
  const noted = counts.map((count) => {
    const { setAside } = fileOf(count.file);
    const aside = setAside.get(count.problem) ?? { ...sql.problems[count.problem - 1]!, rows: 0, examples: [] };
    aside.rows += count.rows;
    setAside.set(count.problem, aside);
    return aside;
  });
  if (noted.some(({ examples }) => examples.length < examplesShown)) {
    for (const shown of await database.query<ProblemExample>(sql.showProblems(rows))) {
      const { examples } = fileOf(shown.file).setAside.get(shown.problem)!;
      if (examples.length < examplesShown) examples.push({ row: shown.row, value: shown.value });
    }
  }
  return counts.reduce((sum, count) => sum + count.rows, 0);
}
