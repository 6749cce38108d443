import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

const fileName = 'offline.js';
const pageName = 'index.html';

/**
 * Builds the service worker under a fixed name and tells it every other file of the build with the hash of its content, so that any
 * change makes another worker. The page is told of which build it is.
 */
export function offlineWorker(): Plugin {
  return {
    name: 'offline-worker',
    apply: 'build',
    enforce: 'post',
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'workers/offline.worker.ts', fileName });
    },
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const worker = bundle[fileName];
        const page = bundle[pageName];
        if (worker?.type !== 'chunk' || worker.imports.length > 0) this.error('The service worker is not one script.');
        if (page?.type !== 'asset') this.error('The page was not built.');
        const kept = Object.values(bundle).filter((file) => file !== worker);
        const hashes = (): string =>
          JSON.stringify(Object.fromEntries(kept.map((file) => [file.fileName, hashOf(file)])));
        const build = createHash('sha256')
          .update(hashes() + worker.code)
          .digest('hex')
          .slice(0, 16);
        page.source = fill(page.source.toString(), /__BUILD__/g, build);
        // A string within the string, whichever quotes it has been given.
        const files = JSON.stringify(hashes());
        worker.code = fill(fill(worker.code, /(["'`])__FILES__\1/g, files), /__BUILD__/g, build);
      },
    },
  };
}

/** In base64, as the browser checks it. */
function hashOf(file: Rolldown.OutputAsset | Rolldown.OutputChunk): string {
  const content = file.type === 'chunk' ? file.code : file.source;
  return createHash('sha256').update(content).digest('base64');
}

function fill(code: string, place: RegExp, value: string): string {
  if (!place.test(code)) throw new Error(`There is no ${place.source} to fill in.`);
  return code.replace(place, () => value);
}
