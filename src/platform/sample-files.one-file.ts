import { wrap } from 'comlink';
import type { SampleMaker } from '../contract/sample-maker.ts';
import { startWorker } from '../contract/start-worker.ts';
// eslint-disable-next-line no-restricted-imports -- Only its name.
import samplesWorker from '../../workers/samples.worker.ts?worker&url';

/** Makes a sample's files. Throws what `signal` aborts with. */
export async function fetchSampleFiles(id: string, _names: readonly string[], signal: AbortSignal): Promise<File[]> {
  const { worker, died, end } = startWorker(samplesWorker, 'samples');
  const aborted = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason as Error), { once: true });
  });
  try {
    const made = await Promise.race([wrap<SampleMaker>(worker).make(id), died, aborted]);
    return made.map(({ name, bytes }) => new File([bytes], name));
  } finally {
    end();
  }
}
