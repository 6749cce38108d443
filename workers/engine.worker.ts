import { expose, transfer, wrap } from 'comlink';
import type { EngineWorker, HandedFiles } from '../src/contract/engine.ts';
import { passFailuresThroughComlink } from '../src/contract/errors-through-comlink.ts';
import { openBrowserDatabase } from './database/browser.ts';
import { createEngine } from './engine/engine.ts';
import type { DecoderProcess } from './engine/decoder-process.ts';
import type { EncoderProcess } from './engine/saving.ts';
import type { Decoder } from './decode/decoder.ts';
import type { Encoder } from './encode/encoder.ts';
import { askWorkers, requestsOfWorkers, startDecoderWorker, startDuckDB, startEncoderWorker } from './start.ts';

passFailuresThroughComlink();
const engine = createEngine({
  openDatabase: () => openBrowserDatabase(startDuckDB),
  startDecoder,
  startEncoder,
  buildsAhead: true,
});
/** Of the call that comes next. */
let handed: File[] = [];
const given = (files: HandedFiles): File[] => (files === 'handed' ? handed.splice(0) : files);
const served: EngineWorker = {
  ...engine,
  hand: async (files, isFirst) => {
    handed = isFirst ? files : [...handed, ...files];
  },
  load: (files, ...more) => engine.load(given(files), ...more),
  tryLoad: (files, ...more) => engine.tryLoad(given(files), ...more),
  inspect: (files, layouts) => engine.inspect(given(files), layouts),
  areWorkersGuarded: async () => (await askWorkers('isGuarded')).every(Boolean),
  requestsOfWorkers: async () => requestsOfWorkers(),
  attemptInWorkers: () => askWorkers('attempt'),
};
expose(served);

function startDecoder(): DecoderProcess {
  const { worker, died, end } = startDecoderWorker();
  return { decoder: wrap<Decoder>(worker), died, end };
}

function startEncoder(): EncoderProcess {
  const { worker, died, end } = startEncoderWorker();
  const remote = wrap<Encoder>(worker);
  return {
    encoder: {
      ready: () => remote.ready(),
      begin: (name) => remote.begin(name),
      add: (ipc) => remote.add(transfer(ipc, [ipc.buffer])),
      end: () => remote.end(),
      finish: () => remote.finish(),
    },
    died,
    end,
  };
}
