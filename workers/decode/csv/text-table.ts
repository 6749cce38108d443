import type { FileColumn } from '../decoder.ts';
import type { RowProblem } from '../table/batch.ts';
import type { TableLayout } from '../table/layout.ts';
import type { TextRow } from '../table/rows.ts';

/** Rows that say nothing of the others. */
const isBesideRows: ReadonlySet<RowProblem> = new Set(['total-row', 'repeated-header', 'beside-table']);

/** The columns of a table of text, whatever its cells come from. */
export function textColumns({ columns }: TableLayout): FileColumn[] {
  return columns.map(({ name, written }, place) => ({
    name,
    place,
    ...(written !== '' && written !== name && { written }),
    form: 'text',
    type: 'text',
  }));
}

/**
 * The first rows of a table, a value a column.
 *
 * @param chunks its rows, not begun unless some are wanted
 */
export async function firstRowsOf(
  chunks: () => AsyncIterable<readonly TextRow[]>,
  { columns }: TableLayout,
  rows: number,
): Promise<(string | null)[][]> {
  const first: (string | null)[][] = [];
  if (rows === 0) return first;
  for await (const chunk of chunks()) {
    for (const { fields, problem } of chunk) {
      if (problem !== null && isBesideRows.has(problem)) continue;
      first.push(columns.map((_, place) => fields[place] || null));
      if (first.length === rows) return first;
    }
  }
  return first;
}
