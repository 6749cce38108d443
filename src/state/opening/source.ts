import type { Calendar } from '../../contract/calendar.ts';
import type { FilePlans } from '../../contract/matching.ts';
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
  /** How some of them are read already, where others are added to what is open. */
  known: FilePlans;
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

const undecided = { decided: null, known: new Map(), calendar: null, leftOutByPerson: [], matching: null };

/**
 * What is open with more files, whose plans are looked for as those of any: a name that is taken already gets a number.
 *
 * @param notOffered names of files of the same folder that are not opened
 */
export function withAdded(open: Source, added: File[], notOffered: readonly string[]): Source {
  const taken = new Set(open.fileNames);
  const more = added.map((file) => {
    const name = freeName(file.name, taken);
    taken.add(name);
    return name === file.name ? file : new File([file], name, { lastModified: file.lastModified });
  });
  return {
    ...open,
    ...undecided,
    known: open.decided?.plans ?? open.known,
    files: async (signal) => [...(await open.files(signal)), ...more],
    fileNames: [...taken],
    notOffered: [...open.notOffered, ...notOffered],
    leftOutByPerson: open.leftOutByPerson,
    ask: 'when-needed',
  };
}

/** `sales.csv` where that is free, else `sales (2).csv` and so on. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  const dot = name.indexOf('.', name.lastIndexOf('/') + 2);
  const [stem, ending] = dot < 0 ? [name, ''] : [name.slice(0, dot), name.slice(dot)];
  let free = name;
  for (let number = 2; taken.has(free); number++) free = `${stem} (${number})${ending}`;
  return free;
}

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
