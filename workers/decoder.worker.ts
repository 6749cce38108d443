import { expose, transfer } from 'comlink';
import initParquet from 'parquet-wasm/esm/parquet_wasm.js';
import { passFailuresThroughComlink } from '../src/failure';
import { ParquetDecoder } from './ingest/parquet';
import { parquetWasmAddress } from './start';
import type { Decoder } from './ingest/decoder';

passFailuresThroughComlink();
const ready = initParquet({ module_or_path: parquetWasmAddress() });
const parquet = new ParquetDecoder();

const decoder: Decoder = {
  open: async (file, name) => {
    await ready;
    return parquet.open(file, name);
  },
  start: (id, columns) => parquet.start(id, columns),
  next: async (id) => {
    const batch = await parquet.next(id);
    return batch && transfer(batch, [batch.ipc.buffer]);
  },
  close: (id) => parquet.close(id),
};
expose(decoder);
