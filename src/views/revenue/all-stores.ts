import type { RevenueAttribution, RevenueParams, StoreRevenue } from '../../contract/answers.ts';
import type { EngineClient } from '../../platform/engine-client.ts';

/** Revenue, of one store as well as of all, with every store beside it: alone, a store says little of how it does. */
export interface RevenueAmongStores extends RevenueAttribution {
  all_stores: StoreRevenue[];
  all_without_store: RevenueAttribution['without_store'];
}

export async function withAllStores(
  engine: Pick<EngineClient, 'revenueAttribution'>,
  params: RevenueParams,
): Promise<RevenueAmongStores> {
  if (params.storeId === undefined) {
    const answer = await engine.revenueAttribution(params);
    return { ...answer, all_stores: answer.by_store, all_without_store: answer.without_store };
  }
  const [answer, all] = await Promise.all([
    engine.revenueAttribution(params),
    engine.revenueAttribution({ ...params, storeId: undefined }),
  ]);
  return { ...answer, all_stores: all.by_store, all_without_store: all.without_store };
}
