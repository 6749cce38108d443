import { dayCount, dayOf, days, endInstant } from './calendar.ts';
import type { Card } from './cards.ts';
import type { Merchant, Store } from './merchants.ts';
import type { Random } from './random.ts';
import { anyStore, dayFactor, declined, timeOfDay } from './rhythm.ts';

export interface Visit {
  /** Seconds since 1970. */
  at: number;
  store: Store | null;
}

export interface Habit {
  home: Store;
  /** The curve of how busy the card's days are, summed up; see {@link busyness}. */
  curve: Float64Array;
  /** Visits a day on an average day. */
  rate: number;
  /** Probability that a visit is the last one. */
  dropout: number;
  oneTimer: boolean;
  online: boolean;
  /** Basket of this customer against others. */
  appetite: number;
}

/** How a card's owner behaves. `rate` is the merchant's mean of visits a day. */
export function habitOf(merchant: Merchant, card: Card, rate: number, random: Random): Habit {
  const { customers } = merchant;
  const day = dayOf(card.createdAt);
  const home = anyStore(merchant, day, random);
  const gifts = random.chance(customers.giftBuyers);
  const oneTimer = random.chance(card.campaign ? card.campaign.oneTimers : customers.oneTimers) && !gifts;
  return {
    home,
    curve: busyness(merchant, home, gifts),
    rate: (gifts ? rate * 0.5 : (rate * random.gamma(customers.rateShape)) / customers.rateShape) + 0.002,
    dropout: gifts ? 0.08 : random.beta(...customers.dropout),
    oneTimer,
    online: random.chance(customers.online),
    appetite: random.lognormal(0.25),
  };
}

/**
 * The visits of a card after `first`, in time order: a Poisson process in the time of the store's curve, so that seasons,
 * weekends and closed days shape it, which may end for good at each visit (as BG/NBD has it).
 */
export function visitsOf(merchant: Merchant, habit: Habit, first: Visit | null, from: number, random: Random): Visit[] {
  const visits: Visit[] = first ? [first] : [];
  if (habit.oneTimer && first) return visits;
  const { curve } = habit;
  let day = dayOf(from);
  let last = from;
  const lost = lostOn(habit.home, day, random);
  let position = curve[day]!;
  for (;;) {
    position += random.exponential() / habit.rate;
    day = dayReaching(curve, position, day);
    if (day >= dayCount || day >= lost) return visits;
    const at = days[day]!.midnight + timeOfDay(merchant, day, random);
    // A second visit within the hour is no visit of its own.
    if (at < last + 3600) continue;
    if (at >= endInstant) return visits;
    visits.push({ at, store: storeOfVisit(merchant, habit.home, day, random) });
    last = at;
    if (habit.oneTimer || random.chance(habit.dropout)) return visits;
  }
}

function storeOfVisit(merchant: Merchant, home: Store, day: number, random: Random): Store | null {
  if (random.chance(merchant.customers.withoutStore)) return null;
  if (random.chance(merchant.customers.loyalToStore)) return home;
  return anyStore(merchant, day, random);
}

const curves = new Map<string, Float64Array>();

/** Sum of a store's busyness up to and including each day; 1 is an average day. */
function busyness(merchant: Merchant, store: Store, gifts: boolean): Float64Array {
  const key = `${store.id} ${gifts}`;
  const known = curves.get(key);
  if (known) return known;
  const curve = new Float64Array(dayCount);
  let sum = 0;
  for (let day = 0; day < dayCount; day++) {
    const { season } = days[day]!;
    const presents = gifts ? (season >= 10.7 && season < 11.8 ? 4 : 0.12) : 1;
    curve[day] = sum += dayFactor(merchant, day) * presents * declined(store, day);
  }
  curves.set(key, curve);
  return curve;
}

function dayReaching(curve: Float64Array, position: number, from: number): number {
  let low = from;
  let high = dayCount;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (curve[middle]! < position) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The day a card is lost to its store's competitor, if ever. */
function lostOn({ decline }: Store, enrolled: number, random: Random): number {
  if (!decline || enrolled >= decline.from || !random.chance(decline.leaving)) return Infinity;
  return decline.from + random.integer(decline.over);
}
