import type { StoreSummary } from '../contract/answers.ts';
import type { Id } from '../contract/ids.ts';
import { storeText } from '../text/store.ts';
import { visible } from '../text/shown.ts';

/** A store as it is offered to a reader. */
export interface StoreOption {
  id: Id;
  /** Its name on one line, with its id where another store has the same. */
  name: string;
}

/** The stores as people sort names, numbers in them by their size. */
export function storeOptions(stores: readonly StoreSummary[]): StoreOption[] {
  const named = stores.map(({ id, name }) => ({
    id,
    name: visible(name).trim() || storeText.unnamed(visible(String(id))),
  }));
  const times = new Map<string, number>();
  for (const { name } of named) times.set(name, (times.get(name) ?? 0) + 1);
  const { compare } = new Intl.Collator(undefined, { numeric: true });
  return named
    .toSorted((a, b) => compare(a.name, b.name) || compare(String(a.id), String(b.id)))
    .map(({ id, name }) => ({ id, name: times.get(name)! > 1 ? storeText.withId(name, visible(String(id))) : name }));
}
