import { fetchData } from '../contract/parts.ts';
import type { FirstAnswers } from '../domain/first-answers.ts';

/** Addresses of what the samples say first, by path. */
const addresses = import.meta.glob<string>('../../sample-data/first-answers/*.json', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

/** Fetches what a sample says first; null where it does not arrive: the engine says the same, later. */
export async function fetchFirstAnswers(sample: string): Promise<FirstAnswers | null> {
  const address = addresses[`../../sample-data/first-answers/${sample}.json`];
  if (address === undefined) return null;
  try {
    return JSON.parse(await (await fetchData(address)).text()) as FirstAnswers;
  } catch {
    return null;
  }
}
