import { Int64 } from 'apache-arrow';
import { cardsFile, transactionsFile, type CardRow, type TransactionRow } from './exports.ts';
import { microsOf } from './parquet.ts';

/** A transaction with what only the definitions' tie-break needs. */
export interface IdentifiedTransaction extends TransactionRow {
  id: number;
}

export interface RandomExport {
  merchants: number[];
  stores: number[];
  cards: CardRow[];
  transactions: IdentifiedTransaction[];
}

/** Numbers from a seed (Park and Miller's minimal standard generator). */
export class Chance {
  #state: number;

  constructor(seed: number) {
    this.#state = (seed % 2_147_483_646) + 1;
  }

  /** From 0 up to, not including, 1. */
  next(): number {
    this.#state = (this.#state * 48_271) % 2_147_483_647;
    return this.#state / 2_147_483_647;
  }

  /** A whole number from 0 to `below` - 1. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  of<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  is(share: number): boolean {
    return this.next() < share;
  }
}

const dayMicros = 86_400_000_000n;
const hourMicros = 3_600_000_000n;
const end = BigInt(Date.parse('2026-07-01T00:00:00Z')) * 1000n;

const types = [
  'points_earned',
  'points_earned',
  'points_earned',
  'stamp_earned',
  'points_redeemed',
  'points_voided',
  'welcome_bonus',
  'raffle_won',
];

/**
 * An export with everything that exports have: several merchants, cards of none of them, transactions of unknown cards, before enrolment,
 * at one instant, without a store, in no order; last activities that do not follow from the transactions.
 */
export function randomExport(seed: number): RandomExport {
  const chance = new Chance(seed);
  const merchants = Array.from({ length: 1 + chance.below(3) }, (_, index) => index + 1);
  const stores = Array.from({ length: chance.below(6) }, (_, index) => 10 + index);
  const days = chance.of([3, 40, 200, 900, 2400]);
  // Those are held in another way (`workers/answers/standing`).
  const areWholeSeconds = seed % 3 === 0;
  const moment = (): bigint => {
    const at = end - BigInt(Math.floor(chance.next() * days * 86_400)) * 1_000_000n;
    // Whole days and months are where windows begin.
    if (chance.is(0.1)) return at - (at % dayMicros);
    if (chance.is(0.05)) return monthOf(at);
    // Hours are where days of another zone do, and the last instant of one is the closest to the next.
    if (chance.is(0.1)) return at - (at % hourMicros) - BigInt(chance.below(2) * (areWholeSeconds ? 1_000_000 : 1));
    return areWholeSeconds || chance.is(0.5) ? at : at - BigInt(chance.below(1_000_000));
  };

  const cards: CardRow[] = Array.from({ length: chance.below(70) }, (_, index) => ({
    id: 1 + index * 3,
    merchant: chance.of(merchants),
    createdAt: instant(moment()),
    lastActivityAt: chance.is(0.15) ? null : instant(moment()),
    isActive: chance.is(0.85),
    points: chance.below(500) - 50,
    name: chance.is(0.5) ? `Card ${index}` : null,
  }));
  const transactions: IdentifiedTransaction[] = [];
  const wanted = chance.below(700);
  const ids = shuffled(
    Array.from({ length: wanted }, (_, index) => index + 1),
    chance,
  );
  for (let index = 0; index < wanted; index++) {
    const before = transactions.at(-1);
    const repeats = before !== undefined && chance.is(0.15);
    const card = cards.length === 0 || chance.is(0.05) ? 10_000 + chance.below(4) : chance.of(cards).id;
    transactions.push({
      id: ids[index]!,
      merchant: chance.of(merchants),
      card: repeats ? before.card : card,
      // At one instant, or as far apart as reports look back.
      at: repeats
        ? instant(microsOf(before.at) - BigInt(chance.of([0, 0, 0, 30, 60, 91])) * dayMicros)
        : instant(moment()),
      type: chance.of(types),
      points: chance.of([10, 1, 250, 0, -5]),
      store: stores.length === 0 || chance.is(0.2) ? null : chance.of(stores),
      cents: chance.is(0.3) ? null : chance.below(10_000),
    });
  }
  return { merchants, stores, cards, transactions };
}

/** The files of it, without names of stores. */
export function filesOf({ cards, transactions }: RandomExport): File[] {
  const id = transactions.map((row) => BigInt(row.id));
  return [cardsFile(cards), transactionsFile(transactions, { id: [id, new Int64()] })];
}

/** When the month of an instant begins, in microseconds since 1970. */
function monthOf(micros: bigint): bigint {
  const date = new Date(Number(micros / 1000n));
  return BigInt(Date.UTC(date.getUTCFullYear(), date.getUTCMonth())) * 1000n;
}

/** Microseconds since 1970 as ISO text. */
export function instant(micros: bigint): string {
  const text = new Date(Number(micros / 1000n)).toISOString();
  return text.replace('Z', `${String(micros % 1000n).padStart(3, '0')}Z`);
}

/** A report instant and how many months to look back from it. */
export interface Look {
  asOf: string | undefined;
  monthsBack: number;
}

/**
 * A look at which something happens: with the last of all rows, with any, with a start exactly at a row or one microsecond beside it, at
 * the end of a month, at any other time.
 */
export function lookAt({ cards, transactions }: RandomExport, chance: Chance): Look {
  const monthsBack = 1 + chance.below(chance.is(0.5) ? 12 : 60);
  const rows = [...cards.map(({ createdAt }) => createdAt), ...transactions.map(({ at }) => at)];
  if (rows.length === 0 || chance.is(0.15)) return { asOf: undefined, monthsBack };
  const row = microsOf(chance.of(rows));
  const asOf = (): bigint => {
    switch (chance.below(5)) {
      case 0:
        return row;
      case 1:
      case 2:
        return row + BigInt(31 * monthsBack) * dayMicros + BigInt(chance.below(3) - 1);
      case 3: {
        const date = new Date(Number(row / 1000n));
        return BigInt(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 1)) * 1000n - BigInt(chance.below(2));
      }
      default:
        return row + BigInt(chance.below(90) * 86_400) * 1_000_000n;
    }
  };
  return { asOf: instant(asOf()), monthsBack };
}

function shuffled<T>(values: T[], chance: Chance): T[] {
  for (let index = values.length - 1; index > 0; index--) {
    const other = chance.below(index + 1);
    [values[index], values[other]] = [values[other]!, values[index]!];
  }
  return values;
}
