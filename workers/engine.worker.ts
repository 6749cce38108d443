import { expose, wrap } from 'comlink';
import type { EngineWorker } from '../src/contract';
import { passFailuresThroughComlink } from '../src/failure';
import { openBrowserDatabase } from './database/browser';
import { createEngine, type DecoderProcess } from './engine';
import type { Decoder } from './ingest/decoder';
import { startDecoderWorker } from './start';

passFailuresThroughComlink();
const engine = createEngine({ openDatabase: openBrowserDatabase, startDecoder });
let handed: File[] = [];
const given = (files: File[] | 'handed'): File[] => (files === 'handed' ? handed.splice(0) : files);
const served: EngineWorker = {
  ...engine,
  hand: async (files, isFirst) => {
    handed = isFirst ? files : [...handed, ...files];
  },
  load: (files, onProgress, plans) => engine.load(given(files), onProgress, plans),
  inspect: (files) => engine.inspect(given(files)),
};
expose(served);

function startDecoder(): DecoderProcess {
  const worker = startDecoderWorker();
  const died = new Promise<never>((_, reject) => {
    worker.addEventListener('error', (event) => {
      // Else it bubbles up to the page, which would take this engine for dead.
      event.preventDefault();
      reject(new Error(event.message));
    });
  });
  died.catch(() => undefined);
  return { decoder: wrap<Decoder>(worker), died, end: () => worker.terminate() };
}
