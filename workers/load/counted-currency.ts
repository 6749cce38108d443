import type { RecognisedInput } from './load-order.ts';

/**
 * The currency whose amounts count in an export: two are never summed. That of most transactions, by the size of the files that say it; a
 * code of ISO 4217, or a sign that several currencies share. Null where no file says any.
 */
export function countedCurrency(files: readonly Pick<RecognisedInput, 'bytes' | 'recognised'>[]): string | null {
  const sizes = new Map<string, number>();
  for (const { bytes, recognised } of files)
    if (recognised.currency !== null) sizes.set(recognised.currency, (sizes.get(recognised.currency) ?? 0) + bytes);
  return [...sizes].reduce<[string | null, number]>((most, one) => (one[1] > most[1] ? one : most), [null, -1])[0];
}
