import type { LoadProgress } from '../contract.ts';

/** How much of all rows is read, 0 to 1; null while some file's rows are not counted yet. */
export function shareRead(progress: LoadProgress): number | null {
  if (progress.stage === 'finishing') return 1;
  let read = 0;
  let total = 0;
  for (const file of progress.files) {
    if (file.rowsTotal === null) return null;
    read += file.rowsRead;
    total += file.rowsTotal;
  }
  return total === 0 ? null : Math.min(1, read / total);
}
