import { heaviest } from '../recognise/currency-of-file.ts';
import type { RecognisedInput } from './load-order.ts';

/**
 * The currency whose amounts count in an export: two are never summed. That of most transactions, by the size of the files that say it; a
 * code of ISO 4217, or a sign that several currencies share. Null where no file says any.
 */
export function countedCurrency(files: readonly Pick<RecognisedInput, 'bytes' | 'recognised'>[]): string | null {
  return heaviest(files.map(({ bytes, recognised }) => [recognised.currency, bytes]));
}
