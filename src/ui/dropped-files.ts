import { dataFiles, type Found, type FolderFile } from './data-files.ts';

/** Folders within folders are looked into so deep. */
const deepest = 6;

/** The files of a drop: those dropped themselves, and those of an export inside dropped folders. */
export async function droppedFiles(transfer: DataTransfer): Promise<Found> {
  // The transfer is emptied once its event is over: entries first, then anything that takes time.
  const dropped = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const folders = dropped.filter(({ entry }) => entry && isFolder(entry));
  const inside = await Promise.all(
    folders.map(({ entry }) => filesIn(entry as FileSystemDirectoryEntry).catch(() => [])),
  );
  const { files: found, notOffered } = dataFiles(inside.flat());
  // Folders without any are passed on themselves: they cannot be read, and get the message that says so.
  const alone = dropped.filter((one) => found.length === 0 || !folders.includes(one)).map(({ file }) => file);
  return {
    files: [...alone.filter((file) => file !== null), ...found],
    notOffered: found.length === 0 ? [] : notOffered,
  };
}

/** Whether something dragged over the page holds files (and is not a selected text, say). */
export function hasFiles(transfer: DataTransfer | null): transfer is DataTransfer {
  return transfer?.types.includes('Files') ?? false;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

async function filesIn(folder: FileSystemDirectoryEntry, depth = 1): Promise<FolderFile[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // A reader gives a hundred or so entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    entries.push(...some);
  }
  const found = await Promise.all(
    entries.map(async (entry) => {
      if (isFolder(entry)) return depth < deepest ? filesIn(entry, depth + 1) : [];
      const file = await new Promise<File>((resolve, reject) => (entry as FileSystemFileEntry).file(resolve, reject));
      return [{ file, path: entry.fullPath.slice(1) }];
    }),
  );
  return found.flat();
}
