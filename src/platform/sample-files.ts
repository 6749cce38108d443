import { fetchData } from '../contract/parts.ts';
import { fetchPart } from './page-part.ts';

/** Addresses of the sample files by path. Never inlined: a data: address is outside the page's origin. */
const addresses = import.meta.glob<string>('../../sample-data/*/*.parquet', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/**
 * Fetches a sample's files from where the page itself came from. Throws `page-part-missing`, or what `signal` aborts with.
 *
 * @param id the sample
 * @param names of its files
 */
export function fetchSampleFiles(id: string, names: readonly string[], signal: AbortSignal): Promise<File[]> {
  const fetchFile = async (name: string): Promise<File> =>
    new File([await fetchData(addresses[`../../sample-data/${id}/${name}`] ?? name, signal)], name);
  return fetchPart('sample', () => Promise.all(names.map(fetchFile)), signal);
}
