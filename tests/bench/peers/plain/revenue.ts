import type { ServiceRevenue } from '../../../support/service-answers.ts';
import type { PlainExport } from '../hyparquet.ts';
import { dayMs, lowerBound, monthOf, nameOf, startOf } from './calendar.ts';

/** Revenue attribution (`workers/answers/README.md`) of the transactions since the start, found by halving. */
export function revenue(loaded: PlainExport, asOf: number, monthsBack: number, only: number | null): ServiceRevenue {
  const { cards, transactions, storeNames } = loaded;
  const { card: cardOf, at: atOf, earning, points, store: storeOf, cents } = transactions;
  const start = asOf - monthsBack * 31 * dayMs;
  const months = new Map<number, Sums & { customers: number }>();
  const stores = new Map<number, Sums>();
  /** The latest month in which a card was counted: rows are in order of time. */
  const counted = new Int32Array(cards.id.length);
  let month = monthOf(start);
  let monthEnd = startOf(month + 1);
  for (let row = lowerBound(atOf, start); row < atOf.length && atOf[row]! <= asOf; row++) {
    if (!earning[row]) continue;
    const store = storeOf[row]!;
    if (only !== null && store !== only) continue;
    while (atOf[row]! >= monthEnd) monthEnd = startOf(++month + 1);
    let ofMonth = months.get(month);
    if (!ofMonth) months.set(month, (ofMonth = { count: 0, points: 0, cents: null, customers: 0 }));
    add(ofMonth, points[row]!, cents[row]!);
    if (counted[cardOf[row]!] !== month) {
      counted[cardOf[row]!] = month;
      ofMonth.customers++;
    }
    if (store < 0) continue;
    let ofStore = stores.get(store);
    if (!ofStore) stores.set(store, (ofStore = { count: 0, points: 0, cents: null }));
    add(ofStore, points[row]!, cents[row]!);
  }
  const byStore = [...stores].sort(([a], [b]) => a - b);
  return {
    monthly: [...months].map(([of, sums]) => ({
      month: nameOf(of),
      transactions_count: sums.count,
      total_points_earned: sums.points,
      unique_customers: sums.customers,
      estimated_revenue_cents: sums.cents,
    })),
    by_store: byStore.map(([id, sums]) => ({
      store_id: id,
      store_name: storeNames.get(id) ?? `Store ${id}`,
      transactions_count: sums.count,
      total_points_earned: sums.points,
      estimated_revenue_cents: sums.cents,
    })),
    months_back: monthsBack,
  };
}

interface Sums {
  count: number;
  points: number;
  cents: number | null;
}

function add(sums: Sums, points: number, cents: number): void {
  sums.count++;
  sums.points += points;
  if (cents >= 0) sums.cents = (sums.cents ?? 0) + cents;
}
