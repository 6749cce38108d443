import { samples } from '../../sample-data/samples.ts';
import { fetchSampleFiles } from '../platform/sample-files.ts';
import type { Route } from './route.ts';

export { samples };
export type Sample = (typeof samples)[number];

export function sampleOf(id: string): Sample | null {
  return samples.find((sample) => sample.id === id) ?? null;
}

/** Whether a sample is seen there before the engine has it (`domain/first-answers.ts`). */
export const isFirstView = ({ view, asOf }: Route): boolean => view === 'overview' && asOf === null;

/** The sample that the engine rehearses with: large enough for it to get faster, small enough to be fetched for that. */
export const rehearsed: Sample = sampleOf('bakery')!;

/** A sample's files. Throws `page-part-missing` where they do not arrive, or what `signal` aborts with. */
export const fetchSample = (sample: Sample, signal: AbortSignal): Promise<File[]> =>
  fetchSampleFiles(sample.id, sample.files, signal);
