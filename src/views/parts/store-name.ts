import type { Id } from '../../contract/ids.ts';
import type { Stores } from '../../state/stores.svelte.ts';
import { cut } from '../../text/shown.ts';

/** As much of a store's name as fits into a sentence; null where the answer is of all stores, of one that there is not, or the name is not known yet. */
export function nameInWords(stores: Stores, id: Id | null): string | null {
  return id === null || stores.unknown !== null ? null : cut(stores.nameOf(id), 48) || null;
}
