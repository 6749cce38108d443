import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import type { Plugin } from 'vite';
import type { KnownCause } from '../src/contract/causes.ts';

/** Exports that only an extension would link against: mangled C++ names, and the doubles that Emscripten makes of 64-bit functions. */
const forExtensions = /^(_Z|orig\$)/;

/** Where the glue would count the bytes that pass, and what it says when it cannot. */
const countsBytes = 'typeof TransformStream=="function"';
const warns = 'console.warn("instantiating without progress handler since transform streams are unavailable");';

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
  const require = createRequire(import.meta.url);
  const folder = join(import.meta.dirname, '../node_modules/.cache/loyalty-lens');
  const made = new Map<string, string>();

  function lean(source: string, change: (bytes: Buffer) => Uint8Array): string {
    let path = made.get(source);
    if (!path) {
      path = join(folder, basename(source));
      mkdirSync(folder, { recursive: true });
      // Complete or not there: another build may be reading it.
      const unfinished = `${path}.${process.pid}`;
      writeFileSync(unfinished, change(readFileSync(require.resolve(source))));
      renameSync(unfinished, path);
      made.set(source, path);
    }
    return path;
  }

  return {
    name: 'lean-duckdb',
    apply: 'build',
    enforce: 'pre',
    resolveId(id) {
      const [source = '', query] = id.split('?');
      if (query !== 'url' || !source.startsWith('@duckdb/duckdb-wasm/dist/')) return null;
      return `${lean(source, source.endsWith('.wasm') ? withoutExtensionExports : (glue) => Buffer.from(withSureStart(withoutByteCount(glue.toString()))))}?url`;
    },
  };
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

/** The worker's script, which tries twice to fetch its WebAssembly, and ends with an error where it does not come. */
export function withSureStart(glue: string): string {
  if (!starts.test(glue)) throw new Error(`DuckDB's worker is not as expected: ${starts.source}`);
  return glue.replace(starts, (_, request: string, imports: string, instance: string) => {
    const fetchAgain = `fetch(${request},{cache:"reload"}).then(r=>{if(!r.ok)throw 0;return r.arrayBuffer()})`;
    const notFetched = `()=>{throw new Error("${'not-fetched' satisfies KnownCause}")}`;
    const tryAgain = `${fetchAgain}.catch(${notFetched}).then(b=>WebAssembly.instantiate(b,${imports}))`;
    const end = `x=>{setTimeout(()=>{throw x});return new Promise(()=>{})}`;
    return (
      `WebAssembly.instantiateStreaming(fetch(${request}),${imports})` +
      `.catch(()=>${tryAgain}).catch(${end}).then(${instance}=>{`
    );
  });
}

const exportSection = 7;

/** A WebAssembly module without the exports for extensions; those that it asks of itself (`GOT.*`) stay. */
export function withoutExtensionExports(wasm: Buffer): Buffer<ArrayBuffer> {
  const own = new Set(
    WebAssembly.Module.imports(new WebAssembly.Module(new Uint8Array(wasm)))
      .filter(({ module }) => module.startsWith('GOT.'))
      .map(({ name }) => name),
  );
  // A magic number and a version, then sections: a byte that says which, the length, the content.
  const parts: Buffer[] = [wasm.subarray(0, 8)];
  for (let at = 8; at < wasm.length;) {
    const [length, start] = readNumber(wasm, at + 1);
    const end = start + length;
    if (wasm[at] === exportSection) {
      const content = keptExports(wasm, start, (name) => !forExtensions.test(name) || own.has(name));
      parts.push(Buffer.from([exportSection, ...numberBytes(content.length)]), content);
    } else {
      parts.push(wasm.subarray(at, end));
    }
    at = end;
  }
  return Buffer.concat(parts);
}

/** The export section's content with the wanted ones: how many, then of each its name, its kind (a byte) and its index. */
function keptExports(wasm: Buffer, start: number, isWanted: (name: string) => boolean): Buffer {
  const kept: Buffer[] = [];
  const [count, first] = readNumber(wasm, start);
  for (let i = 0, at = first; i < count; i++) {
    const [length, nameAt] = readNumber(wasm, at);
    const [, end] = readNumber(wasm, nameAt + length + 1);
    if (isWanted(wasm.toString('utf8', nameAt, nameAt + length))) kept.push(wasm.subarray(at, end));
    at = end;
  }
  if (kept.length === count) throw new Error('DuckDB exports nothing for extensions: it needs no trimming any more.');
  return Buffer.concat([Buffer.from(numberBytes(kept.length)), ...kept]);
}

/** An unsigned LEB128 number, and where what follows it begins. */
function readNumber(bytes: Uint8Array, at: number): [value: number, next: number] {
  let value = 0;
  for (let scale = 1; ; scale *= 128) {
    const byte = bytes[at++]!;
    value += (byte & 127) * scale;
    if (byte < 128) return [value, at];
  }
}

function numberBytes(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...numberBytes(value >>> 7)];
}
