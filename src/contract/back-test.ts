/** Whether a rule for churn knew who would stay away. */

import type { StoreParams } from './answers.ts';
import type { Exact } from './exact.ts';
import type { Day, Id } from './ids.ts';

/** The rules that can be tested: a card's own rhythm of visits, as bands have it (`bands.ts`), and that of the service's list of cards at risk. */
export const churnRules = ['rhythm', 'service'] as const;
export type ChurnRule = (typeof churnRules)[number];

/** Days that a back-test may wait for cards to come back. */
export const horizons = { least: 30, most: 366, usual: 90 };

export interface BackTestParams extends StoreParams {
  /** Default `rhythm`. */
  rule?: ChurnRule | undefined;
  /** Of how many usual intervals a card is flagged when it has been away for longer. Of `rhythm` at least 1. Default `defaults.multiplier`. */
  multiplier?: number | undefined;
  /** Whole days from the test's date to `asOf`. Default `horizons.usual`. */
  horizonDays?: number | undefined;
  /** Whether cards that had been away for longer than twice `multiplier` on the test's date are left out: anybody knows that those are gone. */
  withoutLost?: boolean | undefined;
}

/** Who a rule would have flagged at one multiplier, and as many by the days since the last visit alone. */
export interface FlaggedAt {
  multiplier: number;
  flagged: number;
  /** How many of them made no visit until `asOf`. */
  stayedAway: number;
  /** Cards whose last visit is `days` back or more, which are about as many; `days` is null where no card was tested. */
  naive: { days: number | null; flagged: number; stayedAway: number };
}

/**
 * What a rule said `horizonDays` before `asOf`, held against the visits until `asOf`. Tested are the cards that the rule says something of on
 * that date: of `rhythm` those with two visits or more, of `service` those that it checks. A card that is closed today counts as open
 * where the test's date is before the last instant of the export (of `rhythm`). Of a store: the cards last seen there by then.
 */
export interface BackTest {
  rule: ChurnRule;
  /** In use. */
  multiplier: number;
  horizonDays: number;
  withoutLost: boolean;
  /** The day on which the rule is asked: of an `asOf` that ends a day the one `horizonDays` before it, else that of as many times 24 hours before. */
  testedOn: Day;
  /** Whether transactions go on until the day of `asOf`: otherwise the export says nothing of visits in the last days. */
  isOver: boolean;
  /** Tested. */
  cards: number;
  /** How many of them made no visit until `asOf`. */
  stayedAway: number;
  /** By multiplier, ascending, that in use among them; with `withoutLost` those below twice that, beyond which nobody is left. */
  byMultiplier: FlaggedAt[];
  /**
   * Purchase amounts of earning transactions in cents, of the 365 days before the test's date, of the cards that were flagged at the
   * multiplier in use and stayed away; null where the tested cards have none.
   */
  spentCents: Exact | null;
  /**
   * Of all pairs of a card that stayed away and one that came back, the share in which the one that stayed away had been away for more
   * usual intervals (`rule`), and for more days (`days`), ties being halves: the area under the receiver operating characteristic.
   * `difference`: the 95 % interval of `rule - days` for scores of the same cards (DeLong, DeLong, Clarke-Pearson 1988). Null where one of
   * the two is missing, the interval where one of them has a single card.
   */
  ranking: { rule: number; days: number; difference: { from: number; to: number } | null } | null;
  /** The median of the usual intervals of the flagged cards at the multiplier in use, in days, of those that have one of their own; null without any. */
  usualInterval: number | null;
  /** How many of the tested cards have a usual interval of their own, and of how many of these that is longer than `horizonDays`. */
  regular: number;
  seldom: number;
}

/** Columns that tested cards can be sorted by; cards without a value come last, equal ones by id. */
export const testedColumns = ['spent', 'times', 'daysAway', 'visits', 'since', 'cardNumber', 'customerName'] as const;
export type TestedOrder = `${'' | '-'}${(typeof testedColumns)[number]}`;

/** One of the four cells of a back-test: flagged or not, back or not. */
export interface Cell {
  flagged: boolean;
  stayedAway: boolean;
}

export interface TestedParams extends BackTestParams, Cell {
  /** How many cards to list, 0 or more. Default `defaults.limit`. */
  limit?: number | undefined;
  /** What the list is sorted by, before it is cut at `limit`; descending with a leading `-`. Default: what was spent, most first. */
  sort?: TestedOrder | undefined;
  /** As of `ChurnParams`. */
  search?: string | undefined;
  /** As of `ChurnParams`. */
  pseudonyms?: string | undefined;
}

/** A card that was tested, as it was on the test's date. */
export interface TestedCard {
  cardId: Id;
  cardNumber: string | null;
  customerName: string | null;
  visits: number;
  /** As the rule counts them. */
  daysAway: number;
  /** Of its usual intervals; null where it was away and its usual interval is 0. */
  times: number | null;
  /** Purchase amounts of earning transactions in cents, of the 365 days before; null where the tested cards have none. */
  spentCents: Exact | null;
  /** Visits from then until `asOf`. */
  since: number;
}

/** The cards of one cell. */
export interface TestedCards {
  /** All of them, not just the listed ones. */
  count: number;
  /** How many of them `search` finds; absent without one. */
  found?: number;
  cards: TestedCard[];
}
