import { dayCount, days, endInstant } from './calendar.ts';
import type { Campaign, Merchant } from './merchants.ts';
import { Random } from './random.ts';
import { attraction, dayFactor, timeOfDay } from './rhythm.ts';

/** What is settled on the day a card is handed out. Instants are seconds since 1970. */
export interface Card {
  /** Position in the order of enrolment, from 0. */
  index: number;
  createdAt: number;
  campaign: Campaign | null;
}

/** The merchant's `count` cards in order of enrolment: programme launch, seasons, weekends, campaigns, stores that open. */
export function enrol(merchant: Merchant, count: number, seed: number): Card[] {
  const random = new Random(seed, merchant.id, 1);
  const byDay = new Float64Array(dayCount);
  let total = 0;
  for (let day = merchant.start; day < dayCount; day++) {
    const months = (day - merchant.start) / 30.5;
    const novelty = 1 + (merchant.launch - 1) * Math.exp(-months / 1.2);
    const capacity = merchant.stores.reduce((sum, store) => sum + attraction(store, day), 0);
    total += dayFactor(merchant, day) * novelty * capacity * (campaignOn(merchant, day)?.lift ?? 1);
    byDay[day] = total;
  }
  const createdAt = new Float64Array(count);
  let day = merchant.start;
  for (let i = 0; i < count; i++) {
    const target = ((i + random.uniform()) / count) * total;
    while (byDay[day]! < target) day++;
    createdAt[i] = Math.min(days[day]!.midnight + timeOfDay(merchant, day, random), endInstant - 1);
  }
  createdAt.sort();
  let today = merchant.start;
  return Array.from(createdAt, (instant, index) => {
    while (today + 1 < dayCount && days[today + 1]!.midnight <= instant) today++;
    return { index, createdAt: instant, campaign: campaignOn(merchant, today) };
  });
}

function campaignOn(merchant: Merchant, day: number): Campaign | null {
  return merchant.campaigns.find(({ from, days }) => day >= from && day < from + days) ?? null;
}
