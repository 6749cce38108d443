import type { FileKind } from '../contract/files.ts';
import type { FileProgress, LoadProgress } from '../contract/progress.ts';

/** Files shown as one line of progress: those of one kind, where they are many. */
export interface ProgressGroup {
  kind: FileKind | null;
  files: FileProgress[];
  rowsRead: number;
  /** Null while not all of them have said. */
  rowsTotal: number | null;
  /** 0 to 1 */
  share: number;
}

/** More files of one kind than this are one line. */
const mostApart = 3;

/** How much of all files is read, 0 to 1; null while nothing is known of them. */
export function shareRead(progress: LoadProgress): number | null {
  if (progress.stage === 'finishing') return 1;
  return progress.files.length === 0 ? null : shareOf(progress.files);
}

/** The files in the lines in which they are shown. */
export function progressGroups(files: readonly FileProgress[]): ProgressGroup[] {
  const kinds = [...new Set(files.map(({ kind }) => kind))];
  return kinds.flatMap((kind) => {
    const ofKind = files.filter((file) => file.kind === kind);
    return ofKind.length > mostApart ? [groupOf(kind, ofKind)] : ofKind.map((file) => groupOf(kind, [file]));
  });
}

function groupOf(kind: FileKind | null, files: FileProgress[]): ProgressGroup {
  return { kind, files, rowsRead: rowsRead(files), rowsTotal: rowsTotal(files), share: shareOf(files) };
}

/** By rows where every file has said how many it has; else by what of their bytes is read. */
function shareOf(files: readonly FileProgress[]): number {
  const total = rowsTotal(files);
  const bytes = sum(files, (file) => file.bytes);
  if (total) return within(rowsRead(files) / total);
  if (bytes === 0) return 1;
  return within(sum(files, (file) => file.bytes * (file.rowsTotal === 0 ? 1 : file.share)) / bytes);
}

const within = (share: number): number => Math.min(1, Math.max(0, share));

const sum = (files: readonly FileProgress[], of: (file: FileProgress) => number): number =>
  files.reduce((total, file) => total + of(file), 0);

const rowsRead = (files: readonly FileProgress[]): number => sum(files, (file) => file.rowsRead);

function rowsTotal(files: readonly FileProgress[]): number | null {
  const totals = files.map((file) => file.rowsTotal).filter((total) => total !== null);
  return totals.length < files.length ? null : totals.reduce((sum, total) => sum + total, 0);
}
