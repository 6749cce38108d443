/** Churn by the cards' own rhythm: bands, and whom to call. */

import type { StoreParams } from './answers.ts';
import type { Exact } from './exact.ts';
import type { Day, Id } from './ids.ts';

/**
 * Bands of a card by its own rhythm. A visit is a day of the calendar on which the customer did something; the usual interval is the mean
 * number of days from one visit to the next. Away for: up to one usual interval; up to `multiplier` of them; up to twice as many; longer.
 * A card with a single visit has no rhythm.
 */
export const bandNames = ['within-rhythm', 'slipping', 'overdue', 'lost', 'single-visit'] as const;
export type BandName = (typeof bandNames)[number];

export interface BandsParams extends StoreParams {
  /** Of how many usual intervals `slipping` is; `overdue` is of twice as many. Below 1 it counts as 1. Default `defaults.multiplier`. */
  multiplier?: number | undefined;
}

export interface ChurnBand {
  band: BandName;
  cards: number;
  /** How many of the same cards, those of all bands, were in it 30 days before `asOf`. */
  before: number;
  /** On cards with a balance above 0; null where not every balance is known. */
  points: Exact | null;
  /** Purchase amounts of earning transactions in cents, of the 365 days until `asOf`; null where no card has any. */
  revenueCents: Exact | null;
  /** Of the same 365 days. */
  visits: number;
}

/**
 * Cards that were used, by band. A card that is closed today counts as open where `asOf` is before the last instant of the export: when it
 * was closed is not known. Of a store: the cards last seen there.
 */
export interface ChurnBands {
  /** In use. */
  multiplier: number;
  /** In the order of `bandNames`. */
  bands: ChurnBand[];
  /**
   * Where the same cards were 30 days before `asOf`, those that stayed included. `from` null: not seen, or not enrolled by then. Only what
   * has cards; to a band they add up to its `cards`, from it to its `before`.
   */
  moves: { from: BandName | null; to: BandName; cards: number }[];
}

/** Columns that the call list can be sorted by; cards without a value come last, equal ones by what is at stake, then by id. */
export const callColumns = [
  'atStake',
  'visits',
  'daysAway',
  'times',
  'spend',
  'home',
  'expected',
  'cardNumber',
  'customerName',
] as const;
export type CallOrder = `${'' | '-'}${(typeof callColumns)[number]}`;

/** Bands whose cards are called. */
export const calledBands = ['slipping', 'overdue'] as const;
export type CalledBand = (typeof calledBands)[number];

export interface CallParams extends BandsParams {
  /** Only cards of this band. Default: of both. */
  band?: CalledBand | undefined;
  /** How many cards to list, 0 or more. Default `defaults.limit`. */
  limit?: number | undefined;
  /** What the list is sorted by, before it is cut at `limit`; descending with a leading `-`. Default: what is at stake, most first. */
  sort?: CallOrder | undefined;
  /** As of `ChurnParams`. */
  search?: string | undefined;
  /** As of `ChurnParams`. */
  pseudonyms?: string | undefined;
}

/** A card that has slipped out of its rhythm, and may come back. */
export interface CalledCard {
  cardId: Id;
  cardNumber: string | null;
  customerName: string | null;
  band: CalledBand;
  /** Three or more. */
  visits: number;
  /** The day of the last of them. */
  lastVisit: Day;
  daysAway: number;
  /** Days, the mean from one visit to the next. */
  usualInterval: number;
  /** The day on which the next visit would have come. */
  expected: Day;
  /** Cents a visit, the mean of all purchase amounts of earning transactions over all visits; null where the merchant has no amounts. */
  spendCents: number | null;
  /** The store with most of its transactions, of several the one used last; null where none has a store. */
  homeStore: { id: Id; name: string | null } | null;
  /**
   * What 90 days in its rhythm would bring, in cents (visits where there is no money), times the share of cards such as these that did not
   * come back (`stayedAway`; 1 where none was one): `90 / usualInterval × spendCents × share`.
   */
  atStake: number;
}

/** Slipping and overdue cards with three visits or more. */
export interface CallList {
  /** In use. */
  multiplier: number;
  /** All of them, not just the listed ones. */
  count: number;
  /** How many of them `search` and `band` leave; absent without both. */
  found?: number;
  /** Whether `atStake` is money. */
  hasMoney: boolean;
  /** Of the same cards those that were in the band 90 days before `asOf`, and how many of them made no visit since. */
  stayedAway: Record<CalledBand, { cards: number; away: number }>;
  cards: CalledCard[];
}
