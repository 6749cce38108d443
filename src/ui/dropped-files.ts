/** The files of a drop: those dropped themselves, and the Parquet files directly inside dropped folders. */
export async function droppedFiles(transfer: DataTransfer): Promise<File[]> {
  // The transfer is emptied once its event is over: entries first, then anything that takes time.
  const dropped = [...transfer.items]
    .filter((item) => item.kind === 'file')
    .map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  const found = await Promise.all(
    dropped.map(async ({ entry, file }) => {
      const inside = entry && isFolder(entry) ? await parquetFilesIn(entry).catch(() => []) : [];
      // A folder without any is passed on itself: it cannot be read, and gets the message that says so.
      return inside.length > 0 ? inside : [file];
    }),
  );
  return found.flat().filter((file) => file !== null);
}

/** Whether something dragged over the page holds files (and is not a selected text, say). */
export function hasFiles(transfer: DataTransfer | null): transfer is DataTransfer {
  return transfer?.types.includes('Files') ?? false;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}

async function parquetFilesIn(folder: FileSystemDirectoryEntry): Promise<File[]> {
  const reader = folder.createReader();
  const entries: FileSystemEntry[] = [];
  // A reader gives a hundred or so entries at a time, and none at the end.
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) break;
    entries.push(...some);
  }
  const files = entries.filter((entry) => entry.isFile && /\.parquet$/i.test(entry.name)) as FileSystemFileEntry[];
  return Promise.all(files.map((entry) => new Promise<File>((resolve, reject) => entry.file(resolve, reject))));
}
