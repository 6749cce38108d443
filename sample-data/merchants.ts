import { dayIndex } from './calendar.ts';
import type { Origin } from './names.ts';

/** A competitor opens next door on day `from`; what it does to the store takes `over` days. */
export interface Decline {
  from: number;
  over: number;
  /** What is left of the visits of those who stay, and of new cards. */
  visits: number;
  /** Share of the store's cards that never come back. */
  leaving: number;
}

export interface Store {
  id: number;
  name: string;
  /** Weight among the merchant's stores. */
  share: number;
  /** Day it opened, when after the programme's start; it takes 300 days to its full share. */
  opened?: number;
  decline?: Decline;
}

export interface Campaign {
  from: number;
  days: number;
  /** Enrolment on its days, as a multiple of the usual. */
  lift: number;
  /** Points or stamps given on enrolment, 0 for none. */
  bonus: number;
  /** Probability that a card won by it is never seen again; campaigns attract passers-by. */
  oneTimers: number;
}

export interface Merchant {
  id: number;
  unit: 'stamp' | 'points';
  cards: number;
  transactions: number;
  /** Card ids follow this number; unique over the platform. */
  cardBase: number;
  cardPrefix: string;
  stores: Store[];
  /** Day the programme starts. */
  start: number;
  /** Opening and closing hour by weekday, Monday first; null is closed. */
  hours: (readonly [open: number, close: number] | null)[];
  openOnHolidays: boolean;
  weekdays: number[];
  /** Rush hours of the day: when, how wide (hours), how much. */
  rushes: { at: number; width: number; weight: number }[];
  /** Visits by calendar month, January first. */
  months: number[];
  /** Enrolment: how much the first weeks are above the later ones, and the campaigns. */
  launch: number;
  campaigns: Campaign[];
  customers: {
    /** Probability that a card is used once and never again. */
    oneTimers: number;
    /** Share of cards that only come for the presents of December. */
    giftBuyers: number;
    /** Spread of visit rates: shape of a gamma distribution. */
    rateShape: number;
    /** Probability that a visit is the last one: Beta(a, b) over cards. */
    dropout: readonly [a: number, b: number];
    /** Probability of a visit to the card's home store. */
    loyalToStore: number;
    /** Share of visits that carry no store (online orders, till without a number). */
    withoutStore: number;
    /** Share of cards opened online, before the first visit. */
    online: number;
    anonymous: number;
  };
  /** Purchases in cents: lognormal, rounded to `step`, then `ending` added; null where the till does not tell. */
  basket: { median: number; sigma: number; step: number; ending: number } | null;
  /** Points given for every full `cents` of a purchase; stamps for any purchase. */
  earning: { points: number; cents: number };
  /** A reward's price, and the mean probability of taking one at a visit once there is enough. */
  reward: { cost: number; take: number };
  /** Days without a visit after which a card is closed (mostly; a flag, no transaction), and the share whose points expire first. */
  dormancy: { days: number; closed: number; expiring: number };
  origins: Partial<Record<Origin, number>>;
}

export const cafe: Merchant = {
  id: 1,
  unit: 'stamp',
  cards: 1_100,
  transactions: 16_000,
  cardBase: 1_000_000,
  cardPrefix: 'UE-',
  stores: [{ id: 101, name: 'Café um Eck', share: 1 }],
  start: dayIndex('2024-06-03'),
  hours: [null, [8, 18], [8, 18], [8, 18], [8, 19], [9, 19], [9.5, 17]],
  openOnHolidays: false,
  weekdays: [0, 0.9, 0.95, 1, 1.1, 1.45, 1.15],
  rushes: [
    { at: 8.8, width: 0.9, weight: 3 },
    { at: 12.8, width: 1, weight: 1.6 },
    { at: 15.7, width: 1.3, weight: 2 },
  ],
  months: [1.12, 1.08, 1.02, 0.98, 0.95, 0.92, 0.86, 0.7, 1, 1.08, 1.15, 1.14],
  launch: 3,
  campaigns: [{ from: dayIndex('2025-09-16'), days: 12, lift: 7, bonus: 1, oneTimers: 0.3 }],
  customers: {
    oneTimers: 0.1,
    giftBuyers: 0,
    rateShape: 1.8,
    dropout: [0.8, 15],
    loyalToStore: 1,
    withoutStore: 0,
    online: 0,
    anonymous: 0.12,
  },
  basket: null,
  earning: { points: 1, cents: 0 },
  reward: { cost: 10, take: 0.85 },
  dormancy: { days: 300, closed: 0.9, expiring: 0.12 },
  origins: { luxembourgish: 5, french: 4, german: 2, portuguese: 4, italian: 2, polish: 1, greek: 1, nordic: 1 },
};

export const bakery: Merchant = {
  id: 2,
  unit: 'points',
  cards: 4_200,
  transactions: 48_000,
  cardBase: 2_000_000,
  cardPrefix: 'BK-',
  stores: [
    { id: 201, name: 'Limpertsberg', share: 3 },
    { id: 202, name: 'Gare', share: 3.6 },
    {
      id: 203,
      name: 'Bonnevoie',
      share: 2.6,
      decline: { from: dayIndex('2026-07-14'), over: 25, visits: 0.55, leaving: 0.4 },
    },
    { id: 204, name: 'Belval', share: 2.6, opened: dayIndex('2025-09-10') },
  ],
  start: dayIndex('2024-05-02'),
  hours: [
    [6, 18.5],
    [6, 18.5],
    [6, 18.5],
    [6, 18.5],
    [6, 18.5],
    [6.5, 18],
    [7, 13],
  ],
  openOnHolidays: false,
  weekdays: [0.85, 0.85, 0.95, 0.95, 1.1, 1.55, 1.05],
  rushes: [
    { at: 7.5, width: 0.9, weight: 4 },
    { at: 12.2, width: 0.8, weight: 2.6 },
    { at: 17, width: 0.9, weight: 1.8 },
    { at: 10, width: 1.5, weight: 1.4 },
  ],
  months: [0.98, 0.98, 1, 1.04, 1.02, 1, 0.88, 0.58, 1.02, 1.06, 1.08, 1.26],
  launch: 4,
  campaigns: [
    { from: dayIndex('2025-03-03'), days: 13, lift: 5, bonus: 20, oneTimers: 0.5 },
    { from: dayIndex('2025-09-10'), days: 18, lift: 4, bonus: 20, oneTimers: 0.42 },
    { from: dayIndex('2026-03-02'), days: 13, lift: 6, bonus: 20, oneTimers: 0.55 },
  ],
  customers: {
    oneTimers: 0.2,
    giftBuyers: 0,
    rateShape: 1.6,
    dropout: [0.6, 6],
    loyalToStore: 0.86,
    withoutStore: 0.012,
    online: 0.08,
    anonymous: 0.07,
  },
  basket: { median: 740, sigma: 0.5, step: 10, ending: 0 },
  earning: { points: 1, cents: 100 },
  reward: { cost: 50, take: 0.45 },
  dormancy: { days: 240, closed: 0.85, expiring: 0.12 },
  origins: { luxembourgish: 5, french: 5, german: 2, portuguese: 4, italian: 2, polish: 1, greek: 1, nordic: 1 },
};

export const retailer: Merchant = {
  id: 3,
  unit: 'points',
  cards: 20_000,
  transactions: 248_000,
  cardBase: 3_000_000,
  cardPrefix: 'MR-',
  stores: [
    { id: 301, name: 'Luxembourg Grand-Rue', share: 6 },
    { id: 302, name: 'Kirchberg', share: 5 },
    { id: 303, name: 'Esch-sur-Alzette', share: 4 },
    { id: 304, name: 'Ettelbruck', share: 2 },
    { id: 305, name: 'Metz Saint-Jacques', share: 4.5 },
    { id: 306, name: 'Thionville', share: 2.2 },
    { id: 307, name: 'Nancy Saint-Sébastien', share: 3.6 },
    { id: 308, name: 'Trier Simeonstraße', share: 4 },
    {
      id: 309,
      name: 'Saarbrücken Bahnhofstraße',
      share: 3.6,
      decline: { from: dayIndex('2026-07-14'), over: 25, visits: 0.53, leaving: 0.42 },
    },
    { id: 310, name: 'Arlon', share: 1.6 },
    { id: 311, name: 'Liège Médiacité', share: 3.4 },
    { id: 312, name: 'Aachen Adalbertstraße', share: 4.2, opened: dayIndex('2025-10-02') },
  ],
  start: dayIndex('2024-05-02'),
  hours: [[9.5, 19], [9.5, 19], [9.5, 19], [9.5, 19], [9.5, 19], [9.5, 19], null],
  openOnHolidays: false,
  weekdays: [0.8, 0.82, 0.95, 0.95, 1.15, 1.9, 0],
  rushes: [
    { at: 11.3, width: 1.3, weight: 2 },
    { at: 15, width: 1.6, weight: 2.4 },
    { at: 17.4, width: 1, weight: 2.2 },
  ],
  months: [0.98, 0.74, 0.84, 0.9, 0.95, 0.98, 1, 0.86, 0.94, 0.98, 1.25, 2],
  launch: 2,
  campaigns: [
    { from: dayIndex('2024-11-25'), days: 12, lift: 3, bonus: 100, oneTimers: 0.5 },
    { from: dayIndex('2025-05-05'), days: 12, lift: 4, bonus: 100, oneTimers: 0.52 },
    { from: dayIndex('2025-11-24'), days: 12, lift: 3, bonus: 100, oneTimers: 0.5 },
    { from: dayIndex('2026-05-04'), days: 12, lift: 5, bonus: 100, oneTimers: 0.58 },
  ],
  customers: {
    oneTimers: 0.3,
    giftBuyers: 0.14,
    rateShape: 0.9,
    dropout: [0.5, 11],
    loyalToStore: 0.88,
    withoutStore: 0.03,
    online: 0.1,
    anonymous: 0.05,
  },
  basket: { median: 3_300, sigma: 0.65, step: 50, ending: -5 },
  earning: { points: 10, cents: 500 },
  reward: { cost: 400, take: 0.5 },
  dormancy: { days: 300, closed: 0.85, expiring: 0.12 },
  origins: { luxembourgish: 4, french: 6, german: 5, portuguese: 3, italian: 2, polish: 1, greek: 1, nordic: 1 },
};

export const merchants = { cafe, bakery, retailer };
