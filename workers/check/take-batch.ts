import type { SetAside } from '../../src/contract/report.ts';
import { EngineError, toEngineError } from '../../src/contract/errors.ts';
import type { Database } from '../database/database.ts';
import { haveSameSchema, joined } from '../decode/arrow-streams.ts';
import { batchPartsSql, batchRows, examplesShown, type BatchRows, type BatchSql } from './batch-sql.ts';
import type { Part } from './part.ts';

/** A batch above this is a bomb of repeated text: DuckDB would take the memory and could never give it back. */
const batchBytes = 512 * 2 ** 20;

/** What is set aside of a file, by the number of the problem in its `BatchSql`. */
export type SetAsideByProblem = Map<number, SetAside>;

/** A file that is being read. */
export interface FileBeingRead {
  name: string;
  rowsRead: number;
  rowsUsed: number;
  setAside: SetAsideByProblem;
}

/**
 * Takes parts of files into the tables, and counts their rows as read, and as used or set aside.
 *
 * @param fileOf the file at a place of the load
 * @throws EngineError `rows-lost` when rows are neither used nor set aside; `out-of-memory`.
 */
export async function takeBatch(
  database: Database,
  parts: readonly Part[],
  sql: BatchSql,
  fileOf: (place: number) => FileBeingRead,
): Promise<void> {
  const file = fileOf(parts[0]!.place).name;
  if (parts.some(({ batch }) => batch.ipc.byteLength > batchBytes)) throw new EngineError('out-of-memory', { file });
  try {
    await stage(database, parts);
    const rows = batchRows(parts);
    const beyond = sql.anyBeyond !== null && (await database.query<{ any: boolean }>(sql.anyBeyond))[0]!.any;
    for (const statement of sql.numberIds(beyond)) await database.run(statement);
    const used = await database.run(sql.insertUsed(rows, beyond));
    await noteOtherTypes(database, rows, sql);
    const read = parts.reduce((sum, { batch }) => sum + batch.rows, 0);
    for (const { place, batch } of parts) {
      fileOf(place).rowsRead += batch.rows;
      fileOf(place).rowsUsed += batch.rows;
    }
    const rejected = used < read ? await noteProblems(database, rows, sql, fileOf) : 0;
    if (used + rejected !== read) throw new EngineError('rows-lost', { file, expected: read, got: used + rejected });
    await database.run('DROP TABLE staging.batch');
  } catch (thrown) {
    if (toEngineError(thrown).code === 'out-of-memory')
      throw new EngineError('out-of-memory', { file }, { cause: thrown });
    throw thrown;
  }
}

/** Puts the parts into `staging.batch`, one after the other: at once where their columns are of the same Arrow types. */
async function stage(database: Database, parts: readonly Part[]): Promise<void> {
  let together: Uint8Array[] = [];
  let isFirst = true;
  const insert = async (): Promise<void> => {
    await database.insertArrow('batch', joined(together), isFirst);
    isFirst = false;
    together = [];
  };
  for (const { ipc } of parts.map(({ batch }) => batch)) {
    if (together.length > 0 && !haveSameSchema(together[0]!, ipc)) await insert();
    together.push(ipc);
  }
  await insert();
  if (parts.length > 1) await database.run(batchPartsSql(parts));
}

/** Most batches have none: looking for the words of all would take as long as inserting them. */
async function noteOtherTypes(database: Database, rows: BatchRows, sql: BatchSql): Promise<void> {
  if (!sql.countOtherTypes) return;
  const [found] = await database.query<{ rows: number }>(sql.countOtherTypes(rows));
  if (found!.rows > 0) await database.run(sql.noteOtherTypes);
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

/** Answers how many rows have one. */
async function noteProblems(
  database: Database,
  rows: BatchRows,
  sql: BatchSql,
  fileOf: (place: number) => FileBeingRead,
): Promise<number> {
  const counts = await database.query<ProblemCount>(sql.countProblems(rows));
  const noted = counts.map((count) => {
    const file = fileOf(count.file);
    const aside = file.setAside.get(count.problem) ?? { ...sql.problems[count.problem - 1]!, rows: 0, examples: [] };
    aside.rows += count.rows;
    file.rowsUsed -= count.rows;
    file.setAside.set(count.problem, aside);
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
