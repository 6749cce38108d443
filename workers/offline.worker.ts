/**
 * The service worker: keeps the whole page on the device, engines and sample exports included, so that it opens and works without
 * a network. It answers only for the page and the files of the build it came with, and makes no other request.
 */
import { answerTo, isPage } from './offline/answer.ts';
import { build, worker } from './offline/build.ts';
import { dropAll, dropEarlier, keepAll } from './offline/keep.ts';

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
  event.waitUntil(keepFor(event.data).then((isKept) => event.ports[0]?.postMessage(isKept)));
});

/** A page says of which build it is, and asks whether all of that is kept for it. */
async function keepFor(buildOfPage: unknown): Promise<boolean> {
  if (buildOfPage !== build) return false;
  try {
    await keepAll();
  } catch {
    return false;
  }
  // Another page may be of the build before, and need what is kept of that. Nothing changes for a worker that is active already. Not
  // waited for: it may take until the worker before has nothing to do any more.
  if (await isOnlyPage()) void worker.skipWaiting();
  // The page may have been loaded without the worker: as the first, or by a reload past what is kept. A worker that is not active yet
  // cannot take charge; it is asked again when it is.
  await worker.clients.claim().catch(() => undefined);
  return true;
}

async function isOnlyPage(): Promise<boolean> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  return windows.filter(({ url }) => isPage(url)).length === 1;
}
