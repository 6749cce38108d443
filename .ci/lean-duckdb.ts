import type { Plugin } from 'vite';
import type { KnownCause } from '../src/contract/causes.ts';
import { makeLean, withoutExtensionExports } from './lean-wasm.ts';

/** Where the glue would count the bytes that pass, and what it says when it cannot. */
const countsBytes = 'typeof TransformStream=="function"';
const warns = 'console.warn("instantiating without progress handler since transform streams are unavailable");';

/** Ends the worker with an error: DuckDB's own way out is none. */
const end = 'x=>{setTimeout(()=>{throw x});return new Promise(()=>{})}';

/** Where the glue has its WebAssembly fetched and compiled, and does not say when that fails: the start would never end. */
const starts = /WebAssembly\.instantiateStreaming\(fetch\((\w+)\),(\w+)\)\.then\((\w+)=>\{/;

/**
 * DuckDB-WASM as the page needs it, for builds; a new version that differs here fails the build.
 *
 * - Its WebAssembly exports 75,000 symbols for extensions to link against, and every start goes through all of them. No extension can be
 *   loaded here (`lock-down.ts`): without those exports it is 7 MB smaller and starts in half the time.
 * - Its worker pipes the WebAssembly through a stream that counts bytes. The browser then does not know where it came from, and cannot
 *   keep what it compiled for the next visit. Nobody reads that count.
 * - Where that fails, its worker never says so. It is fetched once more, past the browser's memory, which refuses a file that somebody
 *   else is fetching too (`ERR_CACHE_WRITE_FAILURE`), and without regard to its type, since hosts may not know that of WebAssembly. Then
 *   the worker ends with an error.
 */
export function leanDuckDB(): Plugin {
  const made = new Map<string, string>();

  function lean(source: string): string {
    const path = made.get(source) ?? makeLean(source, source.endsWith('.wasm') ? withoutExtensionExports : leanGlue);
    made.set(source, path);
    return path;
  }

  return {
    name: 'lean-duckdb',
    apply: 'build',
    enforce: 'pre',
    resolveId(id) {
      const [source = '', query] = id.split('?');
      if (query !== 'url' || !source.startsWith('@duckdb/duckdb-wasm/dist/')) return null;
      return `${lean(source)}?url`;
    },
  };
}

function leanGlue(glue: Buffer): Buffer {
  return Buffer.from(withSureStart(withoutByteCount(glue.toString())));
}

/** The worker's script, handing the response itself to the browser's compiler. */
export function withoutByteCount(glue: string): string {
  for (const part of [countsBytes, warns]) {
    if (glue.split(part).length !== 2) throw new Error(`DuckDB's worker is not as expected: ${part}`);
  }
  return glue
    .replace(countsBytes, 'false')
    .replace(warns, '')
    .replace(/\n\/\/# sourceMappingURL=\S+\s*$/, '\n');
}

/** The worker's script for the page that is one file, which it asks for its WebAssembly (`src/contract/worker-side.one-file.ts`). */
export function leanGlueAskingPage(glue: string): string {
  if (!starts.test(glue)) throw new Error(`DuckDB's worker is not as expected: ${starts.source}`);
  return withoutByteCount(glue).replace(starts, (_, request: string, imports: string, instance: string) => {
    const start = `m=>WebAssembly.instantiate(m,${imports}).then(i=>({instance:i,module:m}))`;
    return `askPage({wasm:${request}.url}).then(${start}).catch(${end}).then(${instance}=>{`;
  });
}

/** The worker's script, which tries twice to fetch its WebAssembly, and ends with an error where it does not come. */
export function withSureStart(glue: string): string {
  if (!starts.test(glue)) throw new Error(`DuckDB's worker is not as expected: ${starts.source}`);
  return glue.replace(starts, (_, request: string, imports: string, instance: string) => {
    const fetchAgain = `fetch(${request},{cache:"reload"}).then(r=>{if(!r.ok)throw 0;return r.arrayBuffer()})`;
    const notFetched = `()=>{throw new Error("${'not-fetched' satisfies KnownCause}")}`;
    const tryAgain = `${fetchAgain}.catch(${notFetched}).then(b=>WebAssembly.instantiate(b,${imports}))`;
    return (
      `WebAssembly.instantiateStreaming(fetch(${request}),${imports})` +
      `.catch(()=>${tryAgain}).catch(${end}).then(${instance}=>{`
    );
  });
}
