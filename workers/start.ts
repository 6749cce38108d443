import duckdbWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import duckdbWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { startWorker, type StartedWorker } from '../src/contract/start-worker.ts';
import filesWorker from './files.worker.ts?worker&url';

/**
 * The workers that a worker starts: the one place that knows where they come from.
 */

/** DuckDB's worker and the address of its WebAssembly. */
export function startDuckDB(): { started: StartedWorker; wasm: string } {
  // The address is taken from the page's origin, not from this worker's folder.
  return { started: start(duckdbWorker, 'duckdb'), wasm: absolute(duckdbWasm) };
}

/** The decoder's worker. */
export function startDecoderWorker(): StartedWorker {
  return start(filesWorker, 'decoder');
}

/** The encoder's worker. */
export function startEncoderWorker(): StartedWorker {
  return start(filesWorker, 'encoder');
}

/** The workers that this one has started, the latest of each name. */
const latest = new Map<string, StartedWorker>();

/** Whether the browser holds every worker that this one has started to the page's policy. */
export async function areAllGuarded(): Promise<boolean> {
  return (await Promise.all([...latest.values()].map((started) => started.isGuarded()))).every(Boolean);
}

function start(script: string, name: string): StartedWorker {
  const started = startWorker(absolute(script), name);
  latest.set(name, started);
  return started;
}

function absolute(address: string): string {
  return new URL(address, import.meta.url).href;
}
