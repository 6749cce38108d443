import { expose, transfer } from 'comlink';
import initParquet from 'parquet-wasm/esm/parquet_wasm.js';
import { passFailuresThroughComlink } from '../src/failure';
import { FileDecoder } from './ingest/files';
import { parquetWasmAddress } from './start';
import type { Decoder } from './ingest/decoder';

passFailuresThroughComlink();
const starting = initParquet({ module_or_path: parquetWasmAddress() });
// Told to whoever waits for it.
starting.catch(() => undefined);
const files = new FileDecoder();

const decoder: Decoder = {
  ready: async () => void (await starting),
  open: async (file, name) => {
    await starting;
    return files.open(file, name);
  },
  unpack: (file, name) => files.unpack(file, name),
  preview: (id, rows) => files.preview(id, rows),
  start: (id, places) => files.start(id, places),
  next: async (id) => {
    const batch = await files.next(id);
    return batch && transfer(batch, [batch.ipc.buffer]);
  },
  close: (id) => files.close(id),
};
expose(decoder);
