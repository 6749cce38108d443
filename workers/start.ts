import duckdbWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
import duckdbWorker from '@duckdb/duckdb-wasm/dist/duckdb-browser-eh.worker.js?url';
import { allRequests, type Requests } from '../src/contract/requests.ts';
import { startWorker, type StartedWorker, type Tried, type WorkerProof } from '../src/contract/start-worker.ts';
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

/** The workers that this one has started and that run, the latest of each name. */
const latest = new Map<string, StartedWorker>();

/** What each that it has ever started has asked for by network. */
const requests: WorkerProof['requests'][] = [];

/** What the workers that this one has started say of themselves; those that end meanwhile say nothing. */
export async function askWorkers(what: Tried): Promise<boolean[]> {
  const said = await Promise.allSettled([...latest.values()].map(({ proof }) => proof[what]()));
  return said.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
}

/** What all workers that this one has ever started have asked for by network. */
export const requestsOfWorkers = (): Requests => allRequests(requests.map((of) => of()));

function start(script: string, name: string): StartedWorker {
  const started = startWorker(absolute(script), name);
  latest.set(name, started);
  requests.push(started.proof.requests);
  // One that is over answers nobody.
  const forget = (): void => {
    if (latest.get(name) === started) latest.delete(name);
  };
  started.died.catch(forget);
  const end = (): void => {
    forget();
    started.end();
  };
  return { ...started, end };
}

function absolute(address: string): string {
  return new URL(address, import.meta.url).href;
}
