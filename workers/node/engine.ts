import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { initSync } from 'parquet-wasm/esm/parquet_wasm.js';
import type { Engine } from '../../src/contract';
import { createEngine, type DecoderProcess } from '../engine';
import { ParquetDecoder } from '../ingest/parquet';
import { openNodeDatabase } from './database';

/** The engine in Node: the same code and the same DuckDB-WASM, all in this process. */
export async function createNodeEngine(): Promise<Engine> {
  const wasm = createRequire(import.meta.url).resolve('parquet-wasm/esm/parquet_wasm_bg.wasm');
  initSync({ module: await readFile(wasm) });
  return createEngine({ openDatabase: openNodeDatabase, startDecoder });
}

function startDecoder(): DecoderProcess {
  return { decoder: new ParquetDecoder(), died: new Promise(() => undefined), end: () => undefined };
}
