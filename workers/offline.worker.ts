/**
 * The service worker: keeps the whole page on the device, engines and sample exports included, so that it opens and works without
 * a network. It answers only for the page and the files of the build it came with, and makes no other request.
 */
import type { KeeperAnswer, KeeperSign, ToKeeper } from '../src/contract/kept-builds.ts';
import { answerTo, isPage } from './offline/answer.ts';
import { build, worker } from './offline/build.ts';
import { dropAll, dropEarlier, keepAll } from './offline/keep.ts';

/** How often a page that waits for an answer hears that files are still being fetched: a slow network takes minutes for all of them. */
const signMs = 1_000;

// A part of the page is of no use, and takes room. What the browser's own cache has of it is not fetched again the next time.
worker.addEventListener('install', (event) => {
  const install = async (): Promise<void> => {
    try {
      await keepAll();
    } catch (cause) {
      await dropAll();
      throw cause;
    }
  };
  event.waitUntil(install());
});

// The browser waits with this until no page is open that the worker of an earlier build answers for.
worker.addEventListener('activate', (event) => {
  event.waitUntil(dropEarlier().catch(() => undefined));
});

worker.addEventListener('fetch', (event) => {
  const answer = answerTo(event.request);
  if (answer) event.respondWith(answer);
});

worker.addEventListener('message', (event) => {
  const { data, source } = event as { data: unknown; source: Client | null };
  const [port] = event.ports;
  const signs = setInterval(() => port?.postMessage('keeping' satisfies KeeperSign), signMs);
  const answer: Promise<unknown> =
    data === ('take-charge' satisfies ToKeeper) ? takeChargeOf(source) : keepFor(source, data);
  event.waitUntil(answer.then((said) => port?.postMessage(said)).finally(() => clearInterval(signs)));
});

/** A page says of which build it is, and asks whether all of that is kept for it. */
async function keepFor(asking: Client | null, buildOfPage: unknown): Promise<KeeperAnswer> {
  if (buildOfPage !== build) return 'other-build';
  try {
    await keepAll();
  } catch {
    return 'not-kept';
  }
  await takeChargeOf(asking);
  // The page may have been loaded without the worker: as the first, or by a reload past what is kept. A worker that is not active yet
  // cannot take charge; it is asked again when it is.
  await worker.clients.claim().catch(() => undefined);
  return 'kept';
}

/**
 * Takes the place of the worker before for the page that asks, unless another is open: that may be of the build before, and need what is
 * kept of it. Nothing changes for a worker that is active already.
 *
 * @returns whether it does
 */
async function takeChargeOf(asking: Client | null): Promise<boolean> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  // The page that asks may be gone by now: then the only one that is open is another.
  const mayTake = windows.every(({ id, url }) => id === asking?.id || !isPage(url));
  // Not waited for: it may take until the worker before has nothing to do any more.
  if (mayTake) void worker.skipWaiting();
  return mayTake;
}
