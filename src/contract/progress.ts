/** How far a load is, and the saving of its tables. */

import type { FileKind } from './files.ts';

export interface FileProgress {
  name: string;
  /** What the file was recognised as; null while it is being looked at. */
  kind: FileKind | null;
  rowsRead: number;
  /** Rows in the file; null until its footer is read, and for a text file, which says so only at its end. */
  rowsTotal: number | null;
  /** How much of the file is read, 0 to 1, by rows where their number is known, else by bytes. */
  share: number;
  /** Its size: what its share weighs among files. */
  bytes: number;
}

export interface LoadProgress {
  /** `starting`: the engine itself is being started. `finishing`: all rows are read, the tables are being completed. */
  stage: 'starting' | 'recognising' | 'reading' | 'finishing';
  files: FileProgress[];
}

/** What changed of a load's progress: a report of every file with each step would grow with the square of their number. */
export interface ProgressUpdate {
  stage: LoadProgress['stage'];
  /** The files of the load where their list is new, else null. */
  files: FileProgress[] | null;
  /** Files that are further on, by their index in the list. */
  changed: readonly [index: number, file: FileProgress][];
}

/** The progress after an update. */
export function withUpdate(before: LoadProgress, { stage, files, changed }: ProgressUpdate): LoadProgress {
  const after = [...(files ?? before.files)];
  for (const [index, file] of changed) after[index] = file;
  return { stage, files: after };
}

/** How far the saving of tables is. */
export interface SaveProgress {
  rows: number;
  of: number;
}
