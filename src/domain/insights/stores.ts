import type { Overview } from '../../contract/answers.ts';
import { reportedPeriod } from '../calendar.ts';
import { percentChange, sum, sureDeviations } from '../statistics.ts';
import type { Insight, InsightSources } from './insight.ts';

/** The store that fell furthest behind, and the one that pulled furthest ahead, of what the others together did. */
export function storeInsights({ stores }: Overview): Insight[] {
  const known = stores.flatMap(({ storeId, storeName, activeCards: { current, previous } }) =>
    previous === null ? [] : [{ store: { id: storeId, name: storeName }, current, previous }],
  );
  const before = sum(known.map((each) => each.previous));
  const now = sum(known.map((each) => each.current));
  const compared = known.flatMap((store) => {
    const previous = before - store.previous;
    const current = now - store.current;
    if (store.previous < 40 || previous < 100) return [];
    const trend = current / previous;
    const expected = store.previous * trend;
    const deviation = Math.sqrt(store.current + store.previous * trend ** 2);
    const change = percentChange(store.current, store.previous);
    const gap = change - 100 * (trend - 1);
    return [{ ...store, change, gap, sure: Math.abs(store.current - expected) > sureDeviations * deviation }];
  });
  const insight = (kind: 'store-losing' | 'store-gaining', of: (typeof compared)[number]): Insight => ({
    kind,
    store: of.store,
    current: of.current,
    previous: of.previous,
    change: of.change,
    all: percentChange(now, before),
    stores: known.length,
    tone: kind === 'store-losing' ? 'warn' : 'good',
    weight: (kind === 'store-losing' ? 62 : 36) + Math.min(30, Math.abs(of.gap)),
    // Who stays away from the one; what the other takes.
    more: { answer: kind === 'store-losing' ? 'churn' : 'revenue', store: of.store.id },
  });
  const sure = compared.filter(({ sure }) => sure).sort((a, b) => a.gap - b.gap);
  const [worst] = sure;
  const best = sure.at(-1);
  return [
    ...(worst && worst.gap <= -15 && worst.change < 0 ? [insight('store-losing', worst)] : []),
    ...(best && best.gap >= 15 && best.change > 0 ? [insight('store-gaining', best)] : []),
  ];
}

export function storeShare({ revenue, overview: { asOf }, local }: InsightSources): Insight | null {
  const stores = revenue?.by_store ?? [];
  const total =
    sum(stores.map((store) => store.transactions_count)) + (revenue?.without_store?.transactions_count ?? 0);
  const largest = stores.reduce<(typeof stores)[number] | null>(
    (best, each) => (best && best.transactions_count >= each.transactions_count ? best : each),
    null,
  );
  if (!revenue || !largest || stores.length < 3 || total < 300) return null;
  const { transactions_count: transactions } = largest;
  const share = (100 * transactions) / total;
  if (share < 20 || share < (1.6 * 100) / stores.length) return null;
  const months = revenue.months_back;
  const period = reportedPeriod(revenue.monthly[0]!.month, months, asOf, null, local);
  const shared = {
    kind: 'store-share',
    store: { id: largest.store_id, name: largest.store_name },
    transactions,
    total,
    stores: stores.length,
  } as const;
  const more = { answer: 'revenue', store: largest.store_id, monthsBack: months } as const;
  return { ...shared, period, tone: 'neutral', weight: 28 + share / 5, more };
}
