import { pageText } from '../../text/page.ts';
import { fetchSample, type Sample } from '../samples.ts';
import type { Decided } from './decided.ts';
import type { Matching } from './matching.svelte.ts';
import type { OpeningOptions } from './opening.ts';

/** What to open: its name for the page, the sample it is, where its files come from, and how they are to be read. */
export interface Source {
  name: string;
  /** Null for files of the user's own. */
  sample: string | null;
  /** The address asked for it: what else stands there was meant with it. */
  fromAddress: boolean;
  files: (signal: AbortSignal) => Promise<File[]>;
  fileNames: readonly string[];
  /** Names of files beside them that are not opened. */
  beside: readonly string[];
  decided: Decided | null;
  /** Names of files that are left out. */
  out: readonly string[];
  ask: OpeningOptions['ask'];
  /** The screen on which it was decided; it is shown again when that does not load. */
  screen: Matching | null;
}

const undecided = { decided: null, out: [], screen: null };

/** @param beside names of files beside them that are left out */
export function ownFiles(files: File[], beside: readonly string[]): Source {
  const fileNames = files.map((file) => file.name);
  const name = pageText.filesName(fileNames);
  return {
    ...undecided,
    name,
    sample: null,
    fromAddress: false,
    files: async () => files,
    fileNames,
    beside,
    ask: 'when-needed',
  };
}

export function sampleFiles(sample: Sample, fromAddress: boolean): Source {
  const { id, title: name, files: fileNames } = sample;
  const files = (signal: AbortSignal): Promise<File[]> => fetchSample(sample, signal);
  return { ...undecided, name, sample: id, fromAddress, files, fileNames, beside: [], ask: 'never' };
}
