import duckdbWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import duckdbWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import parquetWasm from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';

/**
 * How the workers' own workers and WebAssembly are started: the one place that knows where they come from.
 */

/** DuckDB's worker and the address of its WebAssembly. */
export function startDuckDB(): { worker: Worker; wasm: string } {
  // The address is taken from the page's origin, not from this worker's folder.
  return { worker: new Worker(absolute(duckdbWorker)), wasm: absolute(duckdbWasm) };
}

/** The decoder's worker. */
export function startDecoderWorker(): Worker {
  return new Worker(new URL('./decoder.worker.ts', import.meta.url), { type: 'module', name: 'decoder' });
}

/** The address of the Parquet decoder's WebAssembly. */
export function parquetWasmAddress(): string {
  return absolute(parquetWasm);
}

function absolute(address: string): string {
  return new URL(address, import.meta.url).href;
}
