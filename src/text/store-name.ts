import type { Id } from '../contract/ids.ts';
import { visible } from './shown.ts';

/** A language's words for a store without a name. */
interface UnnamedWords {
  storeText: { unnamed: (id: string) => string };
}

/** What a store is called, on one line; one without a name, or of whose name nothing would be seen, by its id. */
export function storeName(id: Id, name: string | null, { storeText }: UnnamedWords): string {
  return visible(name ?? '').trim() || storeText.unnamed(visible(String(id)));
}
