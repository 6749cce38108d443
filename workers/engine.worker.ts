import { expose, wrap } from 'comlink';
import type { EngineWorker } from '../src/contract';
import { passFailuresThroughComlink } from '../src/failure';
import { openBrowserDatabase } from './database/browser';
import { createEngine, type DecoderProcess } from './engine';
import type { Decoder } from './ingest/decoder';
import { areAllGuarded, startDecoderWorker } from './start';

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
  areWorkersGuarded: areAllGuarded,
};
expose(served);

function startDecoder(): DecoderProcess {
  const { worker, died, end } = startDecoderWorker();
  return { decoder: wrap<Decoder>(worker), died, end };
}
