import { samples } from '../../sample-data/samples.ts';
import { fetchPart } from '../platform/page-part.ts';

export { samples };
export type Sample = (typeof samples)[number];

/** Addresses of the sample files by path. Never inlined: a data: address is outside the page's origin. */
const addresses = import.meta.glob<string>('../../sample-data/*/*.parquet', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

export function sampleOf(id: string): Sample | null {
  return samples.find((sample) => sample.id === id) ?? null;
}

/** The sample that the engine rehearses with: large enough for it to get faster, small enough to be fetched for that. */
export const rehearsed: Sample = sampleOf('bakery')!;

/** Fetches a sample's files from where the page itself came from. Throws `page-part-missing`, or what `signal` aborts with. */
export function fetchSample(sample: Sample, signal: AbortSignal): Promise<File[]> {
  const files = () => Promise.all(sample.files.map((name) => fetchFile(sample.id, name, signal)));
  return fetchPart('sample', files, signal);
}

async function fetchFile(folder: string, name: string, signal: AbortSignal): Promise<File> {
  const response = await fetch(addresses[`../../sample-data/${folder}/${name}`] ?? name, { signal });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return new File([await response.blob()], name);
}
