import type { SetAside } from '../../src/contract';
import { causeOf, EngineError } from '../../src/failure';
import type { Database } from '../database/database';
import { examplesShown, type BatchSql } from './batch-sql';
import type { Batch } from './decoder';

/** A batch above this is a bomb of repeated text: DuckDB would take the memory and could never give it back. */
const batchBytes = 512 * 2 ** 20;

/** What is set aside of a file, by the number of the problem in its `BatchSql`. */
export type SetAsideByProblem = Map<number, SetAside>;

/**
 * Takes one batch into the tables; answers how many of its rows are used. The rest is added to `setAside`.
 *
 * @param rowOffset rows of the file before this batch
 * @throws EngineError `rows-lost` when rows are neither used nor set aside; `out-of-memory`.
 */
export async function takeBatch(
  database: Database,
  file: string,
  { rows, ipc }: Batch,
  rowOffset: number,
  sql: BatchSql,
  setAside: SetAsideByProblem,
): Promise<number> {
  if (ipc.byteLength > batchBytes) throw new EngineError('out-of-memory', { file });
  try {
    await database.insertArrow('batch', ipc);
    const beyond = sql.anyBeyond !== null && (await database.query<{ any: boolean }>(sql.anyBeyond))[0]!.any;
    for (const statement of sql.numberIds(beyond)) await database.run(statement);
    const used = await database.run(sql.insertUsed(rowOffset, beyond));
    await noteOtherTypes(database, rowOffset, sql);
    const rejected = used < rows ? await noteProblems(database, rowOffset, sql, setAside) : 0;
    if (used + rejected !== rows) throw new EngineError('rows-lost', { file, expected: rows, got: used + rejected });
    await database.run('DROP TABLE staging.batch');
    return used;
  } catch (thrown) {
    if (/out of memory/i.test(causeOf(thrown))) throw new EngineError('out-of-memory', { file }, { cause: thrown });
    throw thrown;
  }
}

/** Most batches have none: looking for the words of all would take as long as inserting them. */
async function noteOtherTypes(database: Database, rowOffset: number, sql: BatchSql): Promise<void> {
  if (!sql.countOtherTypes) return;
  const [found] = await database.query<{ rows: number }>(sql.countOtherTypes(rowOffset));
  if (found!.rows > 0) await database.run(sql.noteOtherTypes);
}

async function noteProblems(
  database: Database,
  rowOffset: number,
  sql: BatchSql,
  setAside: SetAsideByProblem,
): Promise<number> {
  let rejected = 0;
  for (const { problem, rows } of await database.query<{ problem: number; rows: number }>(sql.countProblems)) {
    const noted = setAside.get(problem) ?? { ...sql.problems[problem - 1]!, rows: 0, examples: [] };
    noted.rows += rows;
    setAside.set(problem, noted);
    rejected += rows;
  }
  if ([...setAside.values()].some(({ examples }) => examples.length < examplesShown)) {
    const shown = await database.query<{ problem: number; row: number; value: string | null }>(
      sql.showProblems(rowOffset),
    );
    for (const { problem, row, value } of shown) {
      const { examples } = setAside.get(problem)!;
      if (examples.length < examplesShown) examples.push({ row, value });
    }
  }
  return rejected;
}
