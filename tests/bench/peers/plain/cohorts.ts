import type { ServiceCohorts } from '../../../support/service-answers.ts';
import type { PlainExport } from '../hyparquet.ts';
import { dayMs, lowerBound, monthOf, nameOf, roundEven, startOf } from './calendar.ts';

/** Cohort retention (`workers/answers/README.md`). Instants are milliseconds. */
export function cohorts(loaded: PlainExport, asOf: number, monthsBack: number, store: number | null): ServiceCohorts {
  const { cards, transactions } = loaded;
  const start = asOf - monthsBack * 31 * dayMs;
  const wonBy = store === null ? null : firstStores(loaded, asOf);
  const last = monthOf(asOf);
  const enrolled = new Map<number, number>();
  /** The cohort's month of each card that counts, from 1 as 0 is none. */
  const cohort = new Int32Array(cards.id.length);
  for (let card = 0; card < cohort.length; card++) {
    const at = cards.createdAt[card]!;
    if (at < start || at > asOf || (wonBy && wonBy[card] !== store)) continue;
    const month = monthOf(at);
    cohort[card] = month + 1;
    enrolled.set(month, (enrolled.get(month) ?? 0) + 1);
  }
  const months = [...enrolled.keys()].sort((a, b) => a - b);
  const first = months[0] ?? last;
  const firsts = Array.from({ length: last - first + 1 }, (_, i) => startOf(first + i));
  const active = Array.from({ length: last - first + 1 }, () => new Int32Array(monthsBack));
  const seen = new Uint8Array(cohort.length * monthsBack);
  const { card: cardOf, at: atOf } = transactions;
  for (let row = lowerBound(atOf, startOf(first)); row < atOf.length && atOf[row]! <= asOf; row++) {
    const card = cardOf[row]!;
    if (cohort[card] === 0) continue;
    const month = cohort[card]! - 1 - first;
    const since = atOf[row]! - firsts[month]!;
    const offset = Math.floor(since / (30 * dayMs));
    if (since < 0 || offset >= monthsBack || seen[card * monthsBack + offset]) continue;
    seen[card * monthsBack + offset] = 1;
    active[month]![offset]!++;
  }
  return {
    cohorts: months.map((month) => {
      const size = enrolled.get(month)!;
      const offsets = Math.min(monthsBack, Math.max(1, last - month));
      const counts = active[month - first]!.subarray(0, offsets);
      return {
        month: nameOf(month),
        enrolled: size,
        retention: Array.from(counts, (n) => roundEven((100 * n) / size)),
      };
    }),
    months_back: monthsBack,
  };
}

/** By card the store of its first transaction in one up to `asOf`; -1 without. */
function firstStores(loaded: PlainExport, asOf: number): Int32Array {
  const { card, at, store } = loaded.transactions;
  const first = new Int32Array(loaded.cards.id.length).fill(-1);
  for (let row = 0; row < at.length && at[row]! <= asOf; row++) {
    if (first[card[row]!]! < 0) first[card[row]!] = store[row]!;
  }
  return first;
}
