/** The service worker's own scope; TypeScript knows `self` as that of any worker. */
export const worker = self as unknown as ServiceWorkerGlobalScope;

/** The SHA-256 of every file of the build, as base64, by its path from the page; the build puts them here. */
const hashes = JSON.parse('__FILES__') as Record<string, string>;
/** Differs between any two builds; the page has it too (`index.html`). */
export const build = '__BUILD__';

/** The address of the page: the folder that the worker lies in. */
export const page = new URL('./', worker.location.href).href;
/** The same page by the name of its file. Hosts may redirect either of the two to the other. */
export const pageByName = new URL('index.html', page).href;
export const pageHash = hashes['index.html']!;

/** The hashes of the other files by their addresses. */
export const files: ReadonlyMap<string, string> = new Map(
  Object.entries(hashes)
    .filter(([path]) => path !== 'index.html')
    .map(([path, hash]) => [new URL(path, page).href, hash]),
);
