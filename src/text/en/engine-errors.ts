import type { ErrorDetails } from '../../contract/errors.ts';
import type { EngineErrorText } from '../errors.ts';

const parts: Record<ErrorDetails['page-part-missing']['part'], string> = {
  view: 'This part of the page',
  charts: 'The charts',
  sample: 'The sample',
};

/** What is wrong with the engine, with saving, or with a part of the page. In English. */
export const engineErrors: EngineErrorText = {
  'engine-start': ({ cause }) => ({
    title: 'The analytics engine could not start',
    explanation: `This browser may be too old, or block WebAssembly or workers (${cause}).`,
    next: 'Reload the page. If it happens again, update the browser or try another one.',
  }),
  'saving-cancelled': () => ({
    title: 'Saving was cancelled',
    explanation: 'No file was written.',
    next: 'Save the tables again whenever you like.',
  }),
  'saving-interrupted': () => ({
    title: 'The tables were not saved',
    explanation: 'Another export was opened while they were being written.',
    next: 'Save the tables again: they are those of the export that is open now.',
  }),
  'saving-failed': ({ cause }) => ({
    title: 'The tables could not be saved',
    explanation: `Something went wrong while they were being written (${cause}). What is open stays open.`,
    next: 'Try again. If it happens again, close other tabs first: the browser may be short of memory or disk space.',
  }),
  'engine-crashed': ({ cause }) => ({
    title: 'The analytics engine stopped',
    explanation: `Most often the browser ran out of memory (${cause}). Your files are untouched.`,
    next: 'Open the export again. If it happens again, close other tabs first.',
  }),
  'engine-not-fetched': () => ({
    title: 'The analytics engine could not be fetched',
    explanation:
      'A part of it did not come: the network may be gone, or a newer version of Loyalty Lens may have taken its place. Your files are untouched.',
    next: 'Try again once the network is there. If that does not help, reload the page.',
  }),
  'page-part-missing': ({ part, isReachable }) => ({
    title: `${parts[part]} could not be fetched`,
    explanation: isReachable
      ? 'The network is there, but this is not. A newer version of Loyalty Lens may have taken its place.'
      : 'The network is unreachable.',
    next: isReachable
      ? 'Try again. If that does not help, reload the page, and open your files again.'
      : 'Reconnect and try again. What is open stays open.',
  }),
};
