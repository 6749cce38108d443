import type { RevenueAttribution } from '../../src/contract/answers.ts';

/** Revenue as the service gives it, which calls a store without a name `Store <id>`: for programs, in one language. */
export function withStoreNames(answer: RevenueAttribution): RevenueAttribution {
  const named = answer.by_store.map((store) => ({
    ...store,
    store_name: store.store_name ?? `Store ${store.store_id}`,
  }));
  return { ...answer, by_store: named };
}
