import type { Calendar } from '../../contract/calendar.ts';
import type { Messages } from '../../text/messages.ts';
import { fetchSample, type Sample } from '../samples.ts';
import type { Decided } from './decided.ts';
import type { Matching } from './matching.svelte.ts';
import type { SourceFiles } from './source-files.ts';

/** Files to open: the sample that they are, where they come from, and how they are to be read. */
export interface Source extends SourceFiles {
  /** Whether the address asked for this sample. Then the rest of the address belongs to it. */
  fromAddress: boolean;
  files: (signal: AbortSignal) => Promise<File[]>;
  /** The decisions of a person about these very files. */
  decided: Decided | null;
  /** Where what is open is read again: whose wall-clock time its values without a zone are now. */
  calendar: Calendar | null;
  /**
   * Whether a person is asked about columns. `when-needed`: after a load that fails for them, or before it where the values contradict
   * what is remembered; not any more once `decided` is set. `always`: before any load. `never`: a failure stays one.
   */
  ask: 'when-needed' | 'always' | 'never';
  /** The matching in which it was decided; it is shown again when that does not load. */
  matching: Matching | null;
}

const undecided = { decided: null, calendar: null, leftOutByPerson: [], matching: null };

/** What a source is called: the title of a sample, else the names of its files. */
export function sourceName(
  { sample, fileNames }: Pick<SourceFiles, 'sample' | 'fileNames'>,
  { pageText, sampleText }: Pick<Messages, 'pageText' | 'sampleText'>,
): string {
  return sample === null ? pageText.filesName(fileNames) : sampleText[sample as keyof typeof sampleText].title;
}

/** @param notOffered names of files of the same folder that are not opened */
export function ownFiles(files: File[], notOffered: readonly string[]): Source {
  const fileNames = files.map((file) => file.name);
  return {
    ...undecided,
    sample: null,
    fromAddress: false,
    files: async () => files,
    fileNames,
    notOffered,
    ask: 'when-needed',
  };
}

/** @param fromAddress whether the address asked for the sample */
export function sampleFiles(sample: Sample, fromAddress: boolean): Source {
  const { id, files: fileNames } = sample;
  const files = (signal: AbortSignal): Promise<File[]> => fetchSample(sample, signal);
  return { ...undecided, sample: id, fromAddress, files, fileNames, notOffered: [], ask: 'never' };
}
