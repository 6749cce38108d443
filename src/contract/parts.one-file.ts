/**
 * How the parts of the page come in the page that is one file, where this stands in the place of `parts.ts`: nothing is fetched. What
 * elsewhere is an address is the id of an element of the page here, such as `part:duckdb-eh.wasm` (`.ci/one-file`).
 *
 * Only the page has them, so that a worker asks it. The page makes all workers, too, and where it must it reads files for them: WebKit lets
 * no worker of a page that is a file do either. A worker that another had made talks with that one directly all the same.
 */
import { answer } from './page-side.one-file.ts';
import { unpack } from './packed.one-file.ts';
import type { MadeWorker, WasmSource } from './parts.ts';
import type { Question } from './worker-side.one-file.ts';

/** Asks the page; in the page, itself. */
function ask(question: Question, ports: MessagePort[] = []): Promise<unknown> {
  return 'document' in globalThis ? answer(question, ports, null) : askPage(question, ports);
}

/**
 * Has a worker made, and gives the port where it is spoken with.
 *
 * @param script the id of its script
 * @param code what it runs first, which calls `run()`: that gives a promise that the script has run
 * @param name for developers' tools
 */
export function makeWorker(script: string, code: string, name: string): MadeWorker {
  const talk = new MessageChannel();
  const life = new MessageChannel();
  const worker = talk.port1 as unknown as Worker;
  const fail = (message: string): void =>
    void worker.dispatchEvent(new ErrorEvent('error', { message, cancelable: true }));
  life.port1.onmessage = ({ data }: MessageEvent<string>) => fail(data);
  ask({ make: { script, code, name } }, [talk.port2, life.port2]).catch((thrown: unknown) => fail(String(thrown)));
  talk.port1.start();
  return { worker, started: () => undefined, end: () => life.port1.postMessage('end') };
}

/** Starts WebAssembly, which the page compiles, with the function that the library has for that. */
export async function startWasm(address: URL, start: (source: WasmSource) => Promise<unknown>): Promise<void> {
  await start((await ask({ wasm: address.href })) as WebAssembly.Module);
}

/** Takes data from the page. */
export const fetchData = async (id: string): Promise<Blob> => new Blob([await unpack(id)]);
