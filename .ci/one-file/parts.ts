import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, resolve } from 'node:path';
import type { Plugin } from 'vite';
import { leanGlueAskingPage } from '../lean-duckdb.ts';
import { leanWasm } from '../lean-wasm.ts';

const require = createRequire(import.meta.url);

/** What a name that stands for an address begins with: with it, it is an address of its own kind, which no base changes. */
const scheme = 'part:';

/** What stands around the id of a module that is only a name: with an end of its own, nobody takes it for what it names. */
const virtual = '\0name-of:';
const end = ':';

/** What the page needs beside its own script: whatever its code, or that of a part, imports the address of. */
export class Parts {
  /** Scripts of workers, and data, by their ids in the page. */
  readonly scripts = new Map<string, string>();
  readonly data = new Map<string, Buffer>();
  /** Paths of workers that are still to be bundled, by the ids of their scripts. */
  readonly workers = new Map<string, string>();

  /** For the build of every script of the page: what is a file of its own elsewhere becomes a part, and its address a name. */
  plugin(): Plugin {
    return {
      name: 'parts-of-one-file',
      enforce: 'pre',
      resolveId: (source, importer) => {
        const [path = '', query] = source.split('?');
        if (importer && query && /(^|&)url(&|$)/.test(query))
          return virtual + this.#idOf(pathOf(path, importer), query) + end;
        return importer && path.startsWith('.') ? inOneFile(resolve(dirname(importer), path)) : null;
      },
      // Where a library would look for its WebAssembly by itself.
      transform: (code, importer) =>
        code.replace(/new URL\('([\w./-]+\.wasm)', import\.meta\.url\)/g, (_, path: string) => {
          return `new URL(${JSON.stringify(this.#idOf(pathOf(`./${path}`, importer), 'url'))})`;
        }),
      load: (id) =>
        id.startsWith(virtual) ? `export default ${JSON.stringify(id.slice(virtual.length, -end.length))}` : null,
    };
  }

  addData(name: string, content: Buffer): void {
    this.data.set(scheme + name, content);
  }

  #idOf(path: string, query: string): string {
    const id = scheme + basename(path, '.ts');
    const isWorker = /(^|&)worker(&|$)/.test(query);
    if (isWorker && !this.scripts.has(id)) this.workers.set(id, path);
    else if (path.endsWith('.js')) this.scripts.set(id, leanGlueAskingPage(readFileSync(path, 'utf8')));
    else if (!isWorker) this.data.set(id, readFileSync(path.endsWith('duckdb-eh.wasm') ? leanWasm() : path));
    return id;
  }
}

function pathOf(source: string, importer: string): string {
  return source.startsWith('.') ? resolve(dirname(importer), source) : require.resolve(source);
}

/** The module that stands in the place of another in the page that is one file, where there is one: `parts.one-file.ts` for `parts.ts`. */
function inOneFile(path: string): string | null {
  const instead = path.replace(/(\.svelte)?\.ts$/, '.one-file.ts');
  return instead !== path && existsSync(instead) ? instead : null;
}
