import { files, page, pageByName } from './build.ts';
import { kept } from './keep.ts';

/** How long a visit waits for the network before it gets the page that is kept. */
const patienceMs = 2_000;

/** The answer to a request for the page or a file of its build; null for any other, which goes its own way. */
export function answerTo(request: Request): Promise<Response> | null {
  if (request.method !== 'GET') return null;
  if (request.mode === 'navigate') return isPage(request.url) ? newestPage(request) : null;
  return files.has(request.url) ? file(request) : null;
}

/** Whether an address is that of the page, whatever its query. Other pages may lie in folders below it. */
export function isPage(address: string): boolean {
  const { origin, pathname } = new URL(address);
  return [page, pageByName].includes(origin + pathname);
}

async function file(request: Request): Promise<Response> {
  return (await kept(request.url)) ?? fetch(request);
}

/**
 * From the network first: the next visit after a release has its page, and with that its policy. Builds do not mix, since all other
 * files have the hash of their content in their name: a newer page gets from here what has not changed, and the rest from its host.
 * Without a network, with one that hangs, or where the host is broken, a visit gets the page that is kept, whose files are kept too.
 */
async function newestPage(request: Request): Promise<Response> {
  const keptPage = await kept(page);
  if (!keptPage) return fetch(request);
  try {
    const newest = await Promise.race([wholeResponse(request), afterPatience()]);
    // What the host says of a visitor (log in, go elsewhere, nothing here any more) stands; what it says of itself does not help.
    return newest.status < 500 ? newest : keptPage;
  } catch {
    return keptPage;
  }
}

/** The response once all of it is here, as the host has it now: a browser's memory may be of a build that is not kept. */
async function wholeResponse(request: Request): Promise<Response> {
  const response = await fetch(new Request(request, { cache: 'no-cache' }));
  await response.clone().arrayBuffer();
  return response;
}

function afterPatience(): Promise<never> {
  return new Promise((_, reject) => setTimeout(() => reject(new Error('The network takes too long.')), patienceMs));
}
