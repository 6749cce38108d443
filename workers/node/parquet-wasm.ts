import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initSync } from 'parquet-wasm/esm/parquet_wasm.js';

/** Initialises parquet-wasm's browser build in Node: the same decoder on both. */
export async function initParquet(): Promise<void> {
  initSync({ module: await readFile(createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm')) });
}
