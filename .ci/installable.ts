import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';

const fileName = 'manifest.webmanifest';
const root = join(import.meta.dirname, '..');

const icons = [
  { path: 'src/ui/icon.svg', sizes: 'any', type: 'image/svg+xml', purpose: 'any' },
  { path: 'src/ui/icons/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
  { path: 'src/ui/icons/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
  { path: 'src/ui/icons/maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
];

/** Files that the installed page opens. Not texts nor single files in gzip: next to none of those on a device is an export. */
const accept = {
  'application/vnd.apache.parquet': ['.parquet', '.parq', '.pq'],
  'text/csv': ['.csv'],
  'text/tab-separated-values': ['.tsv', '.tab'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['.xlsx'],
  'application/vnd.ms-excel.sheet.macroEnabled.12': ['.xlsm'],
  'application/zip': ['.zip'],
};

/** Makes the page one that can be installed: writes its manifest and icons, and links the manifest from the page. */
export function installable(): Plugin {
  const emitted: string[] = [];
  return {
    name: 'installable',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'link', attrs: { rel: 'manifest', href: `./${fileName}` }, injectTo: 'head' }],
    buildStart() {
      emitted.length = 0;
      for (const { path } of icons)
        emitted.push(this.emitFile({ type: 'asset', name: basename(path), source: readFileSync(join(root, path)) }));
    },
    generateBundle() {
      const written = icons.map(({ sizes, type, purpose }, i) => {
        return { src: `./${this.getFileName(emitted[i]!)}`, sizes, type, purpose };
      });
      this.emitFile({ type: 'asset', fileName, source: `${JSON.stringify(manifest(written), null, 2)}\n` });
    },
  };
}

/**
 * Its addresses are relative to its own, so that it holds in any folder of any host. It has no `id`, which would not be: without one, each
 * folder's page is an app of its own.
 */
function manifest(icons: object[]): object {
  const background = match('src/ui/tokens.css', /--bg: (#\w{6});/);
  return {
    name: 'Loyalty Lens',
    short_name: 'Loyalty Lens',
    description: match('index.html', /name="description"\s+content="([^"]+)"/),
    lang: 'en',
    dir: 'ltr',
    start_url: './',
    scope: './',
    display: 'standalone',
    theme_color: background,
    background_color: background,
    categories: ['business', 'productivity'],
    icons,
    file_handlers: [{ action: './', accept }],
    // A window in which an export is open is not navigated, which would lose it, and files come to it (`src/platform/launched-files.ts`).
    launch_handler: { client_mode: ['focus-existing', 'auto'] },
  };
}

function match(path: string, pattern: RegExp): string {
  const found = pattern.exec(readFileSync(join(root, path), 'utf8'));
  if (!found) throw new Error(`${path} has no ${pattern.source}.`);
  return found[1]!;
}
