import type { RowRun } from './row-run.ts';

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
  // Each part is a bound of its own, by which DuckDB skips what is not among them: it would look at all rows so far, batch after batch.
  const inserted = runs.every((run) => run.fileIndex === fileIndex)
    ? `(file = ${fileIndex} AND row > ${rowsBefore})`
    : `(file >= ${fileIndex} AND (file > ${fileIndex} OR row > ${rowsBefore}))`;
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
