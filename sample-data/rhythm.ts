import { days } from './calendar.ts';
import type { Merchant, Store } from './merchants.ts';
import type { Random } from './random.ts';

/** How busy a day is for the merchant, 1 on average: weekday, season, holidays. 0 when closed. */
export function dayFactor(merchant: Merchant, day: number): number {
  const { weekday, season, holiday } = days[day]!;
  if (!merchant.hours[weekday] || (holiday && !merchant.openOnHolidays)) return 0;
  return merchant.weekdays[weekday]! * seasonFactor(merchant.months, season);
}

/** Seconds after local midnight at which something happens on an open day, more likely in the rush hours. */
export function timeOfDay(merchant: Merchant, day: number, random: Random): number {
  const [open, close] = merchant.hours[days[day]!.weekday]!;
  const weights = merchant.rushes.map((rush) => rush.weight);
  for (;;) {
    const rush = merchant.rushes[random.weighted(weights)]!;
    const hour = rush.at + rush.width * random.normal();
    if (hour >= open && hour < close) return Math.floor(hour * 3600);
  }
}

/** The store a customer with no store in mind ends up in that day. */
export function anyStore(merchant: Merchant, day: number, random: Random): Store {
  return merchant.stores[random.weighted(merchant.stores.map((store) => attraction(store, day)))]!;
}

export function attraction(store: Store, day: number): number {
  return store.share * openness(store.opened, day) * declined(store, day);
}

/** 1, or what a competitor leaves of a store's visits that day. */
export function declined({ decline }: Store, day: number): number {
  if (!decline) return 1;
  const progress = Math.min(1, Math.max(0, (day - decline.from) / decline.over));
  return 1 - (1 - decline.visits) * progress;
}

/** 0 before a store opens, then from a fifth to 1 over 300 days. */
function openness(opened: number | undefined, day: number): number {
  if (opened === undefined) return 1;
  return day < opened ? 0 : Math.min(1, 0.2 + (0.8 * (day - opened)) / 300);
}

/** Months are given for their middle; between them, a straight line. */
function seasonFactor(months: readonly number[], season: number): number {
  const position = (season + 11.5) % 12;
  const month = Math.floor(position);
  const share = position - month;
  return months[month]! * (1 - share) + months[(month + 1) % 12]! * share;
}
