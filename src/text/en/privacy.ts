import type { Format } from '../format.ts';
import { helpers } from './helpers.ts';

/** What has been read, where it is, and what has left. In English. */
export function privacy(format: Format) {
  const { count } = helpers(format);
  const privacyText = {
    title: 'What leaves this device',
    lead: 'What has been read, where it is and whether anything went out, counted by this page while you look.',
    close: 'Close',
    read: 'What was read',
    reading: 'Files are being read, on this device.',
    readNothing: 'No file yet.',
    readSample: (sample: string): string => `${sample}: sample data, which is part of this page.`,
    readFiles: (files: number, size: string, rows: number): string =>
      `${count(files, 'file')}, ${size}, ${count(rows, 'row')}, read on this device.`,
    where: 'Where it is',
    whereHeld: (size: string | null): string =>
      `In the memory of this tab${size === null ? '' : ` (${size})`}. It is gone once the tab is closed or loaded again. Your files stay as they are.`,
    whereNothing: 'Nothing is held.',
    kept: 'What this browser keeps',
    keptNothing: 'Nothing: no data, no setting.',
    keptNoData: 'None of your data. It keeps:',
    keptOf: {
      plans: (n: number): string =>
        `how ${count(n, 'kind')} of files ${n === 1 ? 'is' : 'are'} read: names of columns, words for types`,
      calendars: (n: number): string => `the calendar of ${count(n, 'export')}`,
      currencies: (n: number): string => `the currency of ${count(n, 'export')}`,
      language: (): string => 'the language you chose',
      pseudonyms: (): string => 'the key of your pseudonyms',
      'own-files': (): string => 'that files of yours are open, until this tab is closed',
    } as Record<string, (entries: number) => string>,
    keptOther: (name: string): string => `a setting (${name})`,
    keptPage: 'this page itself, to work without a network',
    forget: 'Forget these settings',
    forgotten: 'Forgotten.',
    requests: 'Requests since this page was opened',
    requestsElsewhere: (n: number): string => `${format.integer(n)} to other addresses`,
    requestsOwn: (n: number): string =>
      n === 0 ? 'None to its own address either' : `${format.integer(n)} to the page’s own address, for its own parts`,
    requestsRefused: (n: number): string => `${count(n, 'other address', 'other addresses')} refused by the browser`,
    requestsBy: 'By the page and the workers that compute for it, as the browser’s own record has them.',
    requestsOfKeeper:
      'Not counted is the worker that keeps this page on the device, where the browser allows one: it asks this page’s own host alone, for the page’s parts.',
    requestsUnknown: 'The workers do not answer right now.',
    tryIt: 'Try it',
    tryHint:
      'Lets this page and each of its workers ask for an address elsewhere (one that nobody has). Not counted above.',
    trying: 'Trying …',
    refusedAll: (n: number): string =>
      `Refused by your browser: ${format.integer(n)} of ${format.integer(n)} attempts, by the page and by its workers.`,
    refusedSome: (refused: number, of: number): string =>
      `Refused by your browser: ${format.integer(refused)} of ${count(of, 'attempt')}. The others were not stopped: this host has removed the page’s protection in part or whole. The page makes no such request by itself.`,
    tryFailed: 'The attempt could not be made: the engine does not answer.',
    pseudonyms: 'Pseudonyms',
    pseudonymsSwitch: 'Show pseudonyms instead of names and card numbers',
    pseudonymsHint:
      'On the page and in everything that is saved from it, for demos and for handing figures on. On this device a card always has the same one. Names of files, columns and stores stay as they are.',
  };
  return { privacyText };
}
