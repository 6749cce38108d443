/**
 * How those parts of the page come that are not in its own script, each from an address of its own: scripts of workers, WebAssembly, data.
 * In the page that is one file `parts.one-file.ts` stands in the place of this: there they lie in the page itself, under names.
 */
import type { KnownCause } from './causes.ts';

/** A worker that was just made. */
export interface MadeWorker {
  worker: Worker;
  /** To be called once its code has run. */
  started: () => void;
  end: () => void;
}

/** What WebAssembly is started from. */
export type WasmSource = URL | ArrayBuffer | WebAssembly.Module;

/**
 * Makes a worker from a blob. It imports its script with `import()`: for a static import in a module from a blob, Firefox does not ask the
 * service worker, so that it would need a network.
 *
 * @param script its address
 * @param code what it runs first, which calls `run()`: that gives a promise that the script has run
 * @param name for developers' tools
 */
export function makeWorker(script: string, code: string, name: string): MadeWorker {
  const run = `const run = () => import(${JSON.stringify(script)});`;
  const address = URL.createObjectURL(new Blob([run, code], { type: 'text/javascript' }));
  const worker = new Worker(address, { type: 'module', name });
  return { worker, started: () => URL.revokeObjectURL(address), end: () => worker.terminate() };
}

/**
 * Starts WebAssembly from where it is, with the function that the library has for that. As DuckDB's (`.ci/lean-duckdb.ts`): where it
 * breaks off, it is fetched once more, past the browser's memory.
 */
export async function startWasm(address: URL, start: (source: WasmSource) => Promise<unknown>): Promise<void> {
  try {
    await start(address);
  } catch {
    await start(await fetchAgain(address));
  }
}

async function fetchAgain(address: URL): Promise<ArrayBuffer> {
  try {
    const response = await fetch(address, { cache: 'reload' });
    if (response.ok) return await response.arrayBuffer();
  } catch {
    // As where the host does not have it.
  }
  throw new Error('not-fetched' satisfies KnownCause);
}

/** Fetches data. Throws where it does not arrive. */
export async function fetchData(address: string, signal: AbortSignal | null = null): Promise<Blob> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.blob();
}
