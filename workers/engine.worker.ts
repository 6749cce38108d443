import { expose, wrap } from 'comlink';
import { passFailuresThroughComlink } from '../src/failure';
import { openBrowserDatabase } from './database/browser';
import { createEngine, type DecoderProcess } from './engine';
import type { Decoder } from './ingest/decoder';
import { startDecoderWorker } from './start';

passFailuresThroughComlink();
expose(createEngine({ openDatabase: openBrowserDatabase, startDecoder }));

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
