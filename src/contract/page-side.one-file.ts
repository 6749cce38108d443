/** What the page that is one file does for its workers. */
// eslint-disable-next-line no-restricted-imports -- Only its name.
import duckdbWasm from '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm?url';
// eslint-disable-next-line no-restricted-imports -- Only its name.
import parquetWasm from 'parquet-wasm/esm/parquet_wasm_bg.wasm?url';
import { compile, unpack } from './packed.one-file.ts';
import { beginning, type Answer, type Asked, type Question } from './worker-side.one-file.ts';

/**
 * What the page answers.
 *
 * @param asker aborts when the worker that asks has ended, and with it those that it had made; null for the page itself
 */
export async function answer(
  question: Question,
  ports: readonly MessagePort[],
  asker: AbortSignal | null,
): Promise<unknown> {
  if ('wasm' in question) return compiled(question.wasm);
  if ('read' in question) return question.read.arrayBuffer();
  // What takes longest is begun before anybody asks for it.
  for (const id of [duckdbWasm, parquetWasm]) void compiled(id);
  const [talk, life] = ports as [MessagePort, MessagePort];
  const { script, code, name } = question.make;
  const run = `const run = () => begun.then(() => { "use strict";\n${new TextDecoder().decode(await unpack(script))}\n});`;
  if (!asker?.aborted) make([beginning, run, code], name, { talk, life, asker });
  return null;
}

interface Ties {
  talk: MessagePort;
  life: MessagePort;
  asker: AbortSignal | null;
}

/** Chromium runs no module from a blob where the page is a file: it is a classic worker. */
function make(code: string[], name: string, { talk, life, asker }: Ties): void {
  const address = URL.createObjectURL(new Blob(code, { type: 'text/javascript' }));
  const worker = new Worker(address, { name });
  const ended = new AbortController();
  const end = (): void => {
    worker.terminate();
    URL.revokeObjectURL(address);
    ended.abort();
  };
  asker?.addEventListener('abort', end, { signal: ended.signal });
  life.onmessage = end;
  worker.onerror = (event) => {
    event.preventDefault();
    life.postMessage(event.message);
  };
  const give = (answer: Answer, handed: Transferable[] = []): void => worker.postMessage(answer, handed);
  worker.onmessage = ({ data: { number, question }, ports }: MessageEvent<Asked>) =>
    void answer(question, ports, ended.signal).then(
      (given) => give({ number, given }, given instanceof ArrayBuffer ? [given] : []),
      (failure: unknown) => give({ number, failure }),
    );
  worker.postMessage(null, [talk]);
}

const compiling = new Map<string, Promise<WebAssembly.Module>>();

/** WebAssembly, compiled once for all workers, unless that fails. */
function compiled(id: string): Promise<WebAssembly.Module> {
  const known = compiling.get(id) ?? compile(id);
  compiling.set(id, known);
  known.catch(() => compiling.delete(id));
  return known;
}
