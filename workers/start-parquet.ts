import initParquet from 'parquet-wasm/esm/parquet_wasm.js';
import parquetWasm from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { startWasm } from '../src/contract/parts.ts';

/** Starts parquet-wasm in a worker. That it fails is told to whoever waits for it. */
export function startParquet(): Promise<void> {
  const starting = startWasm(new URL(parquetWasm, import.meta.url), (source) =>
    initParquet({ module_or_path: source }),
  );
  starting.catch(() => undefined);
  return starting;
}
