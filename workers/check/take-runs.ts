import type { SetAside } from '../../src/contract/report.ts';
import { EngineError, toEngineError } from '../../src/contract/errors.ts';
import type { Database } from '../database/database.ts';
import { haveSameSchema, joined } from '../decode/arrow-streams.ts';
import type { RowRun } from './row-run.ts';
import { examplesShown, rowsOfRuns, runBoundsSql, type RunRows, type RunSql } from './run-sql.ts';

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
 * @param runs of files that are read alike
 * @param fileOf the file at an index of the load
 * @throws EngineError `rows-lost` when rows are neither used nor set aside; `out-of-memory`.
 */
export async function takeRuns(
  database: Database,
  runs: readonly RowRun[],
  sql: RunSql,
  fileOf: (fileIndex: number) => FileBeingRead,
): Promise<void> {
  const file = fileOf(runs[0]!.fileIndex).name;
  if (runs.some(({ batch }) => batch.ipc.byteLength > bombBytes)) throw new EngineError('out-of-memory', { file });
  try {
    await stage(database, runs);
    const rows = rowsOfRuns(runs);
    const beyond = sql.anyBeyond !== null && (await database.query<{ any: boolean }>(sql.anyBeyond))[0]!.any;
    for (const statement of sql.numberIds(beyond)) await database.run(statement);
    const used = await database.run(sql.insertUsed(rows, beyond));
    await noteOtherTypes(database, rows, sql);
    await noteOtherCurrencies(database, rows, sql, fileOf);
    await noteLocalTimes(
      database,
      runs.map(({ fileIndex }) => fileOf(fileIndex)),
      sql,
    );
    const read = runs.reduce((sum, { batch }) => sum + batch.rows, 0);
    if (sql.insertCardFacts) await database.run(sql.insertCardFacts(rows, beyond));
    const orders = used < read && sql.insertOrders ? await database.run(sql.insertOrders(rows, beyond)) : 0;
    if (orders > 0) await noteOrders(database, rows, fileOf);
    const setAside = used + orders < read ? await noteProblems(database, rows, sql, fileOf) : 0;
    const got = used + orders + setAside;
    if (got !== read) throw new EngineError('rows-lost', { file, expected: read, got });
    for (const { fileIndex, batch } of runs) fileOf(fileIndex).rowsRead += batch.rows;
    await database.run('DROP TABLE staging.runs');
  } catch (thrown) {
    if (toEngineError(thrown).code === 'out-of-memory')
      throw new EngineError('out-of-memory', { file }, { cause: thrown });
    throw thrown;
  }
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

/** Most runs have none: looking for the words of all would take as long as inserting them. */
async function noteOtherTypes(database: Database, rows: RunRows, sql: RunSql): Promise<void> {
  if (!sql.countOtherTypes) return;
  const [found] = await database.query<{ rows: number }>(sql.countOtherTypes(rows));
  if (found!.rows > 0) await database.run(sql.noteOtherTypes);
}

/** The amounts of other currencies, which are in no sum. */
async function noteOtherCurrencies(
  database: Database,
  rows: RunRows,
  { countOtherCurrencies: count }: RunSql,
  fileOf: (fileIndex: number) => FileBeingRead,
): Promise<void> {
  if (!count) return;
  for (const other of await database.query<{ file: number; currency: string; rows: number }>(count(rows))) {
    const { otherCurrencies } = fileOf(other.file);
    otherCurrencies.set(other.currency, (otherCurrencies.get(other.currency) ?? 0) + other.rows);
  }
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
