import type { FileReport } from '../contract.ts';

/** How many rows of the files could not be used. */
export function rowsSetAside(files: FileReport[]): number {
  return files.reduce((sum, file) => sum + file.rowsRead - file.rowsUsed, 0);
}
