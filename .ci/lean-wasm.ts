import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeWhole } from './write-whole.mjs';

const require = createRequire(import.meta.url);
const { dependencies } = require('../package.json') as { dependencies: Record<string, string> };
const folder = fileURLToPath(
  new URL(`../node_modules/.cache/loyalty-lens/duckdb-${dependencies['@duckdb/duckdb-wasm']!}/`, import.meta.url),
);

/** Exports that only an extension would link against: mangled C++ names, and the doubles that Emscripten makes of 64-bit functions. */
const forExtensions = /^(_Z|orig\$)/;

/** The path of DuckDB's WebAssembly as builds have it (`lean-duckdb.ts`), for Node: it starts in half the time there as well. */
export function leanWasm(): string {
  const source = '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm';
  const path = pathOf(source);
  return existsSync(path) ? path : makeLean(source, withoutExtensionExports);
}

/**
 * Writes a file of DuckDB changed.
 *
 * @param source as it is imported
 * @returns its path
 */
export function makeLean(source: string, change: (bytes: Buffer) => Uint8Array): string {
  const path = pathOf(source);
  writeWhole(path, change(readFileSync(require.resolve(source))));
  return path;
}

const pathOf = (source: string): string => `${folder}${basename(source)}`;

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
