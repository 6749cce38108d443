import { isCalledAsData, isOfLog, isTable, tellingPath } from '../domain/file-names.ts';

/** A file of a folder with its path in it. */
export interface FolderFile {
  file: File;
  path: string;
}

/** May be a table, or a note about one. */
const texts = /(\.(txt|dat)(\.gz)?|(^|\/)[^./]+)$/i;
/** `.part-0.crc`, `_SUCCESS`, `__MACOSX`: left behind by programmes. */
const hidden = /(^|\/)[._]/;
const leftBehind = /(^|\/)\.[^/]+$/;

/** The files of a folder that are to be opened. */
export interface Found {
  files: File[];
  /** Paths of the others, so that it can be said that they are left out. */
  notOffered: string[];
}

/**
 * The files of a folder that may be part of an export; text files where they are called like one, or there is nothing better. Files whose
 * folders say something of them are called by their paths, and so are those of the same name: each has a name of its own.
 */
export function dataFiles(files: readonly FolderFile[]): Found {
  const seen = files.filter(({ path }) => !hidden.test(path));
  const found = seen.filter(({ path }) => isTable(path));
  const isText = ({ path }: FolderFile): boolean => texts.test(path) && (found.length === 0 || isCalledAsData(path));
  const logs = found.length > 0 ? files.filter(({ path }) => isOfLog(path) && !leftBehind.test(path)) : [];
  const chosen = [...found, ...seen.filter(isText), ...logs];
  const tablesWithLog = logs.map(({ path }) => path.slice(0, path.lastIndexOf('_delta_log/')));
  const hasLog = (path: string): boolean => tablesWithLog.some((table) => path.startsWith(table));
  const times = new Map<string, number>();
  for (const { file } of chosen) times.set(file.name, (times.get(file.name) ?? 0) + 1);
  const inOrder = (some: readonly FolderFile[]): FolderFile[] => some.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  // Files that people put there first, then those that programmes left behind.
  const notOffered = [...inOrder(seen), ...inOrder(files.filter((file) => !seen.includes(file)))].filter(
    (file) => !chosen.includes(file),
  );
  return {
    files: inOrder(chosen).map(({ file, path }) => {
      const isPlain = times.get(file.name) === 1 && tellingPath(path) === null && !hasLog(path);
      return isPlain ? file : new File([file], path, { type: file.type });
    }),
    notOffered: notOffered.map(({ path }) => path),
  };
}
