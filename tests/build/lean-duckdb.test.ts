import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { describe, expect, it } from 'vitest';
import { withoutByteCount, withSureStart } from '../../.ci/lean-duckdb.ts';
import { withoutExtensionExports } from '../../.ci/lean-wasm.ts';

const require = createRequire(import.meta.url);
const file = (name: string): Buffer => readFileSync(require.resolve(`@duckdb/duckdb-wasm/dist/${name}`));

describe('DuckDB as it is shipped', () => {
  const glue = file('duckdb-browser-eh.worker.js').toString();
  const full = file('duckdb-eh.wasm');
  const lean = withoutExtensionExports(full);
  const exportsOf = (wasm: Buffer): string[] =>
    WebAssembly.Module.exports(new WebAssembly.Module(new Uint8Array(wasm))).map(({ name }) => name);

  it('is a valid module, millions of bytes smaller, with every export that its worker names', () => {
    const kept = new Set(exportsOf(lean));
    const named = [...glue.matchAll(/wasmExports\.(\w+)/g)].map(([, name]) => name!);
    expect(full.length - lean.length).toBeGreaterThan(7_000_000);
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !kept.has(name))).toEqual([]);
    expect(exportsOf(full).filter((name) => name.startsWith('duckdb_web_') && !kept.has(name))).toEqual([]);
  });

  it('hands the response itself to the compiler; a worker it does not know is refused', () => {
    expect(withoutByteCount(glue)).not.toContain('typeof TransformStream=="function"');
    expect(() => withoutByteCount('another version')).toThrow('not as expected');
    expect(() => withSureStart('another version')).toThrow('not as expected');
  });
});
