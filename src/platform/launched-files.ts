/** Files that the device opens with the installed page (`.ci/installable.ts` says which it offers). */
export interface LaunchedFiles {
  files: File[];
  /** The first that could not be read, with what the browser says of that. */
  unreadable: { name: string; thrown: unknown } | null;
}

/** As browsers have it that install pages as apps which open files; TypeScript does not know it. */
interface LaunchQueue {
  setConsumer(consumer: (launch: { readonly files: readonly FileSystemHandle[] }) => void): void;
}

const launchQueue = (): LaunchQueue | undefined => (globalThis as { launchQueue?: LaunchQueue }).launchQueue;

/** Whether the device can open files with the installed page: phones and browsers that install nothing cannot. */
export const canOpenLaunched = (): boolean => launchQueue() !== undefined;

/** Has files taken that the page was opened with, or is given while it is open; a browser without a queue of launches has none. */
export function onLaunchedFiles(take: (launched: LaunchedFiles) => void): void {
  launchQueue()?.setConsumer(({ files }) => {
    // A launch without files is that of the app itself.
    if (files.length > 0) void readable(files as readonly FileSystemFileHandle[]).then(take);
  });
}

async function readable(handles: readonly FileSystemFileHandle[]): Promise<LaunchedFiles> {
  const launched: LaunchedFiles = { files: [], unreadable: null };
  for (const handle of handles) {
    try {
      launched.files.push(await handle.getFile());
    } catch (thrown) {
      launched.unreadable ??= { name: handle.name, thrown };
    }
  }
  return launched;
}
