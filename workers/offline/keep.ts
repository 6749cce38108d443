import { build, files, page, pageByName, pageHash } from './build.ts';

/**
 * Of this folder, since others of the same host may hold Loyalty Lens as well. An address has no blank in it; and the first releases,
 * which may still lie in those, remove whatever begins with `loyalty-lens-`.
 */
const ofThisFolder = `loyalty-lens ${new URL(page).pathname} `;
const cacheName = ofThisFolder + build;

/** How many files are fetched at a time: the page has the rest of the six connections that a browser opens. */
const lanes = 3;

/** What a host says of how a response was sent. The rest, such as its policies, is kept with the file. */
const transferHeaders = ['content-encoding', 'content-length', 'transfer-encoding', 'vary'];

let underWay: Promise<void> | null = null;

/**
 * Keeps every file of the build that is not kept yet; when it ends, all are. Throws when one cannot be had as it was built. Several pages
 * may ask at a time: nothing is fetched twice for that.
 */
export function keepAll(): Promise<void> {
  underWay ??= keepMissing().finally(() => (underWay = null));
  return underWay;
}

async function keepMissing(): Promise<void> {
  const cache = await caches.open(cacheName);
  const kept = new Set((await cache.keys()).map(({ url }) => url));
  // The page first: a host that answers everything with something else is asked for nothing more.
  if (!kept.has(page)) await cache.put(page, await fetchPage());
  const missing = without(kept);
  const lane = async (): Promise<void> => {
    for (const [address, hash] of missing) await cache.put(address, await fetchFile(address, hash));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
}

/** The other files of the build. All lanes take from the one list; it ends for all when one of them fails. */
function* without(kept: ReadonlySet<string>): Generator<[address: string, hash: string]> {
  for (const file of files) if (!kept.has(file[0])) yield file;
}

/** Keeps nothing of this build any more. */
export async function dropAll(): Promise<void> {
  await caches.delete(cacheName);
}

/** A file of the build, by its address; undefined when it is not kept, or what is kept cannot be read. */
export async function kept(address: string): Promise<Response | undefined> {
  try {
    return await caches.match(address, { cacheName });
  } catch {
    return undefined;
  }
}

/** Removes what earlier builds kept in this folder. No page of theirs may be open. */
export async function dropEarlier(): Promise<void> {
  for (const name of await caches.keys()) {
    const isEarlier = name.startsWith(ofThisFolder) ? name !== cacheName : await isOfFirstReleases(name);
    if (isEarlier) await caches.delete(name);
  }
}

/**
 * The first releases named their caches by the build alone, and the same build in two folders shared one. It is this folder's when
 * its page is in it and nothing else is; one that is shared stays, since the other folder may still need it.
 */
async function isOfFirstReleases(name: string): Promise<boolean> {
  if (!/^loyalty-lens-[0-9a-f]{16}$/.test(name)) return false;
  const addresses = (await (await caches.open(name)).keys()).map(({ url }) => url);
  const isOwn = (address: string): boolean => address === page || address.startsWith(`${page}assets/`);
  return addresses.includes(page) && addresses.every(isOwn);
}

/** Past what the browser remembers of it: a page of the build before is not this one. */
async function fetchPage(): Promise<Response> {
  return fetchAsBuilt(page, pageHash, 'reload').catch(() => fetchAsBuilt(pageByName, pageHash, 'reload'));
}

/** What the page fetched a moment ago need not be fetched again; but a browser may remember the error page of a file that was missing. */
async function fetchFile(address: string, hash: string): Promise<Response> {
  return fetchAsBuilt(address, hash, 'default').catch(() => fetchAsBuilt(address, hash, 'reload'));
}

/**
 * Fetches a file from where the page came from. Throws when the host redirects, or answers with anything but the bytes that were
 * built: a login page, a page for what it does not find, a file of another build.
 */
async function fetchAsBuilt(address: string, hash: string, cache: RequestCache): Promise<Response> {
  const response = await fetch(address, { cache, mode: 'same-origin', redirect: 'error', integrity: `sha256-${hash}` });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  const headers = new Headers(response.headers);
  for (const name of transferHeaders) headers.delete(name);
  return new Response(response.body, { headers });
}
