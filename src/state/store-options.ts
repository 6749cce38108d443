import type { StoreSummary } from '../contract/answers.ts';
import type { Id } from '../contract/ids.ts';
import type { Words } from '../text/language.svelte.ts';
import { visible } from '../text/shown.ts';
import { storeName } from '../text/store-name.ts';

/** A store as it is offered to a reader. */
export interface StoreOption {
  id: Id;
  /** Its name on one line, with its id where another store has the same. */
  name: string;
}

/** The stores as people sort names, numbers in them by their size. */
export function storeOptions(
  stores: readonly StoreSummary[],
  { messages, format }: Pick<Words, 'messages' | 'format'>,
): StoreOption[] {
  const { storeText } = messages;
  const named = stores.map(({ id, name }) => ({ id, name: storeName(id, name, messages) }));
  const times = new Map<string, number>();
  for (const { name } of named) times.set(name, (times.get(name) ?? 0) + 1);
  return named
    .toSorted((a, b) => format.compare(a.name, b.name) || format.compare(String(a.id), String(b.id)))
    .map(({ id, name }) => ({ id, name: times.get(name)! > 1 ? storeText.withId(name, visible(String(id))) : name }));
}
