import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { compress } from './compress.ts';
import { caching, headers } from './headers.ts';

/** What shrinks; Parquet, fonts and pictures are compressed in themselves. */
const compressible = /\.(css|html|js|json|svg|txt|wasm|webmanifest)$/;

/**
 * Writes what hosts can use beside the files of the page: each compressed, and `_headers` for those that read it (`hosting.md`). Past the
 * bundle, since the page itself asks for none of it, and the service worker must not.
 *
 * @param mode the only mode of builds in which it does: those of the tests and of `npm start` need not wait for it
 */
export function hostFiles(mode: string): Plugin {
  return {
    name: 'host-files',
    apply: (_, { command, mode: asked }) => command === 'build' && asked === mode,
    async writeBundle({ dir }, bundle) {
      const names = Object.keys(bundle);
      await writeFile(join(dir!, '_headers'), headersFile(names));
      await Promise.all(
        names.filter((name) => compressible.test(name)).map((name) => writeCompressed(join(dir!, name))),
      );
    },
  };
}

async function writeCompressed(path: string): Promise<void> {
  for (const [ending, copy] of await compress(await readFile(path))) await writeFile(path + ending, copy);
}

/** No header is named twice for a file: hosts would send both values. */
function headersFile(names: readonly string[]): string {
  const others = names.filter((name) => !name.startsWith('assets/')).sort();
  const noCache = ['', ...others].map((name) => rule(`/${name}`, { 'Cache-Control': caching.others }));
  return [rule('/*', headers), rule('/assets/*', { 'Cache-Control': caching.assets }), ...noCache].join('');
}

function rule(path: string, values: Record<string, string>): string {
  return [path, ...Object.entries(values).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n');
}
