/**
 * The service worker: keeps the whole page on the device, engines and sample exports included, so that it opens and works without
 * a network. It answers only for the files of the build it came with; a new build is taken up once no page of the old one is open.
 */
const worker = self as unknown as ServiceWorkerGlobalScope;

/** The files of the build, relative to the page; the build puts them here. */
const files = '__FILES__' as unknown as string[];
/** Differs between any two builds. */
const build = '__BUILD__';

const cacheName = `loyalty-lens-${build}`;
const page = new URL('./', worker.location.href).href;

worker.addEventListener('install', (event) => {
  event.waitUntil(caches.open(cacheName).then((cache) => cache.addAll([page, ...files])));
});

worker.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('loyalty-lens-') && name !== cacheName)
            .map((name) => caches.delete(name)),
        ),
      ),
  );
});

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  const address = request.mode === 'navigate' ? page : request.url;
  event.respondWith(kept(address).then((response) => response ?? fetch(request)));
});

async function kept(address: string): Promise<Response | undefined> {
  const cache = await caches.open(cacheName);
  return cache.match(address, { ignoreSearch: true });
}
