/** How long the page has to itself before it is kept for use without a network: the first look must not wait for that. */
const headStartMs = 4_000;

/** Keeps the page on this device once it has loaded (`workers/offline.worker.ts`). Only builds have that worker. */
export function keepForOffline(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return;
  setTimeout(() => {
    // Without it everything works as long as there is a network: a browser that refuses (private windows do) is no error.
    navigator.serviceWorker.register(new URL('offline.js', document.baseURI)).catch(() => undefined);
  }, headStartMs);
}
