import type { Id } from '../src/contract';

/** Cards, merchants, stores and transactions are numbered apart. */
export type IdSpace = 'card' | 'merchant' | 'store' | 'transaction';

/** An id as an answer shows it: a number, unless it is one that JSON cannot hold exactly or ids of its space are text. */
export function idOf(text: string, isText: boolean): Id {
  const number = Number(text);
  return !isText && Number.isSafeInteger(number) ? number : text;
}
