import type { ServiceCards } from '../../../support/service-answers.ts';
import type { PlainExport } from '../hyparquet.ts';
import { dayMs, roundEven } from './calendar.ts';

/** At-risk cards (`workers/answers/README.md`), by one pass over all transactions in order of time. */
export function atRisk(
  loaded: PlainExport,
  asOf: number,
  multiplier: number,
  limit: number,
  store: number | null,
): ServiceCards {
  const { cards, transactions } = loaded;
  const { card: cardOf, at: atOf, store: storeOf, points } = transactions;
  const count = cards.id.length;
  const latestAt = new Float64Array(count).fill(NaN);
  const gaps = new Int32Array(count);
  const gapDays = new Float64Array(count);
  const lastStore = new Int32Array(count).fill(-1);
  const later = new Float64Array(count);
  for (let row = 0; row < atOf.length; row++) {
    const card = cardOf[row]!;
    const at = atOf[row]!;
    if (at > asOf) {
      later[card]! += points[row]!;
      continue;
    }
    const previous = latestAt[card]!;
    if (previous === previous) {
      gaps[card]!++;
      gapDays[card]! += Math.floor((at - previous) / dayMs);
    }
    latestAt[card] = at;
    if (storeOf[row]! >= 0) lastStore[card] = storeOf[row]!;
  }
  let checked = 0;
  const found: { card: number; days: number; interval: number }[] = [];
  for (let card = 0; card < count; card++) {
    const activity = cards.lastActivityAt[card]!;
    if (!cards.isActive[card] || activity !== activity || cards.createdAt[card]! > asOf) continue;
    if (store !== null && lastStore[card] !== store) continue;
    const lastAt = activity <= asOf ? activity : latestAt[card]!;
    if (lastAt !== lastAt) continue;
    checked++;
    const days = Math.floor((asOf - lastAt) / dayMs);
    const interval = gaps[card] === 0 ? 60 : gapDays[card]! / gaps[card]!;
    if (days > interval * multiplier) found.push({ card, days, interval });
  }
  found.sort((a, b) => b.days - a.days || cards.id[a.card]! - cards.id[b.card]!);
  return {
    at_risk_count: found.length,
    total_cards_checked: checked,
    cards: found.slice(0, limit).map(({ card, days, interval }) => ({
      card_id: cards.id[card]!,
      card_number: cards.number[card]!,
      customer_name: cards.name[card]!,
      days_inactive: days,
      avg_interval_days: roundEven(interval),
      points_balance: cards.balance[card]! - later[card]!,
    })),
  };
}
