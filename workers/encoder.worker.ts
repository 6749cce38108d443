import { expose } from 'comlink';
import initParquet from 'parquet-wasm/esm/parquet_wasm.js';
import parquetWasm from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { passFailuresThroughComlink } from '../src/contract/errors-through-comlink.ts';
import { ArchiveEncoder } from './encode/archive-encoder.ts';
import type { Encoder } from './encode/encoder.ts';

passFailuresThroughComlink();
const starting = initParquet({ module_or_path: new URL(parquetWasm, import.meta.url) });
// Told to whoever waits for it.
starting.catch(() => undefined);
const archive = new ArchiveEncoder();

const encoder: Encoder = {
  ready: async () => void (await starting),
  begin: (name) => archive.begin(name),
  add: (ipc) => archive.add(ipc),
  end: () => archive.end(),
  finish: () => archive.finish(),
};
expose(encoder);
