import type { KnownCause } from '../../src/contract/causes.ts';
import { Worker } from 'node:worker_threads';
import { wrap } from 'comlink';
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs';
import type { Engine } from '../../src/contract/engine.ts';
import { passFailuresThroughComlink } from '../../src/contract/errors-through-comlink.ts';
import { createEngine } from '../engine/engine.ts';
import type { DecoderProcess } from '../engine/decoder-process.ts';
import { ArchiveEncoder } from '../encode/archive-encoder.ts';
import type { EncoderProcess } from '../engine/saving.ts';
import { initParquet } from './parquet-wasm.ts';
import type { Decoder } from '../decode/decoder.ts';
import { openNodeDatabase } from './database.ts';
import type { DecoderThread } from './decoder.ts';
import { passable } from './files.ts';

/** The engine in Node: the same code and the same DuckDB-WASM; the decoder in a thread of its own. */
export function createNodeEngine(): Engine {
  passFailuresThroughComlink();
  return createEngine({ openDatabase: openNodeDatabase, startDecoder, startEncoder });
}

function startDecoder(): DecoderProcess {
  const thread = new Worker(new URL('decoder.mjs', import.meta.url));
  const died = new Promise<never>((_, reject) => {
    thread.on('error', reject);
    thread.on('exit', () => reject(new Error('ended' satisfies KnownCause)));
  });
  died.catch(() => undefined);
  const remote = wrap<DecoderThread>(nodeEndpoint(thread));
  const decoder: Decoder = {
    ready: () => remote.ready(),
    open: (file, name, part, said) => remote.open(passable(file), name, part, said),
    unpack: async (file, name) => {
      const unpacked = await remote.unpack(passable(file), name);
      // A path stands for the file that was passed.
      const files = unpacked.files.map((part) => ({ ...part, file: typeof part.file === 'string' ? file : part.file }));
      return { ...unpacked, files };
    },
    preview: (id, rows) => remote.preview(id, rows),
    beginReading: (id, places) => remote.beginReading(id, places),
    next: (id) => remote.next(id),
    close: (id) => remote.close(id),
    closeAll: () => remote.closeAll(),
  };
  return { decoder, died, end: () => void thread.terminate() };
}

/** In this thread: nobody waits for it beside the one who asked. */
function startEncoder(): EncoderProcess {
  return { encoder: new ArchiveEncoder(initParquet), died: new Promise(() => undefined), end: () => undefined };
}
