/**
 * Turns files into Arrow, and Arrow into files: one script, since both bring the same library along. A worker does one of the two.
 */
import { expose, transfer } from 'comlink';
import initParquet from 'parquet-wasm/esm/parquet_wasm.js';
import parquetWasm from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import type { KnownCause } from '../src/contract/causes.ts';
import { passFailuresThroughComlink } from '../src/contract/errors-through-comlink.ts';
import { FileDecoder } from './decode/file-decoder.ts';
import { ArchiveEncoder } from './encode/archive-encoder.ts';
import type { Encoder } from './encode/encoder.ts';
import type { Decoder } from './decode/decoder.ts';

passFailuresThroughComlink();
const starting = startParquet(new URL(parquetWasm, import.meta.url));
// Told to whoever waits for it.
starting.catch(() => undefined);
const files = new FileDecoder();

const decoder: Decoder = {
  ready: async () => void (await starting),
  open: async (file, name, part, said) => {
    await starting;
    return files.open(file, name, part, said);
  },
  unpack: (file, name) => files.unpack(file, name),
  preview: (id, rows) => files.preview(id, rows),
  beginReading: (id, places) => files.beginReading(id, places),
  next: async (id) => {
    const batch = await files.next(id);
    return batch && transfer(batch, [batch.ipc.buffer]);
  },
  close: (id) => files.close(id),
  closeAll: () => files.closeAll(),
};

/** As DuckDB's WebAssembly (`.ci/lean-duckdb.ts`): where it breaks off, it is fetched once more, past the browser's memory. */
async function startParquet(wasm: URL): Promise<void> {
  try {
    await initParquet({ module_or_path: wasm });
  } catch {
    await initParquet({ module_or_path: await fetchAgain(wasm) });
  }
}

async function fetchAgain(wasm: URL): Promise<ArrayBuffer> {
  try {
    const response = await fetch(wasm, { cache: 'reload' });
    if (response.ok) return await response.arrayBuffer();
  } catch {
    // As where the host does not have it.
  }
  throw new Error('not-fetched' satisfies KnownCause);
}

// The two have one call in common, which does the same in both.
const served: Decoder & Encoder = Object.assign(new ArchiveEncoder(decoder.ready), decoder);
expose(served);
