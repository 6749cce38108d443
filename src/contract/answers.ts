/**
 * Questions and their answers. Those of the service keep the field names of its JSON (snake case); everything of our own is camel case.
 */

import type { Calendar } from './calendar.ts';
import type { Exact } from './exact.ts';
import type { Day, Id, Instant, Month } from './ids.ts';

export interface AnswerParams {
  /** Whose cards and transactions. Default: the only merchant in the export; an error where there are several. */
  merchantId?: Id | undefined;
  /** The instant the report is made for. Default: the latest instant in the export. */
  asOf?: Instant | undefined;
  /** Whose months and days are counted by. Default: `utcCalendar`. */
  calendar?: Calendar | undefined;
}

export interface StoreParams extends AnswerParams {
  /**
   * Only one store: revenue of its transactions; cohorts of the cards that it won (their first transaction in a store was there);
   * churn of the cards last seen there (their latest transaction in a store was there). Default: all of the programme.
   */
  storeId?: Id | undefined;
}

export interface CohortParams extends StoreParams {
  /** How many months of 31 days to look back, 1 to `mostMonthsBack`. Default `defaults.monthsBack`. */
  monthsBack?: number | undefined;
}

export interface ChurnParams extends StoreParams {
  /** A card is at risk when it is inactive for longer than this many of its usual intervals. Above 0. Default `defaults.multiplier`. */
  multiplier?: number | undefined;
  /** How many cards to list, 0 or more. Default `defaults.limit`. */
  limit?: number | undefined;
  /** What the list is sorted by, before it is cut at `limit`; descending with a leading `-`. Default: as the service does, see `cards`. */
  sort?: AtRiskOrder | undefined;
  /** Only cards with each of these words in their number (their id where they have none) or name, whatever the case and accents. */
  search?: string | undefined;
  /** A key of pseudonyms: cards are called by them, and found by them, rather than by their numbers, ids and names. Default: as they are. */
  pseudonyms?: string | undefined;
}

/** Columns that the list of cards at risk can be sorted by; cards without a value come last, equal ones in the service's order. */
export const atRiskColumns = [
  'days_inactive',
  'avg_interval_days',
  'points_balance',
  'card_number',
  'customer_name',
] as const;
export type AtRiskOrder = `${'' | '-'}${(typeof atRiskColumns)[number]}`;

export interface RevenueParams extends StoreParams {
  /** How many months of 31 days to look back, 1 to `mostMonthsBack`. Default `defaults.monthsBack`. */
  monthsBack?: number | undefined;
  /** Points given for one unit of currency; estimates revenue where the export has no purchase amounts. Above 0. */
  pointsPerCurrencyUnit?: number | undefined;
}

export interface Cohort {
  month: Month;
  enrolled: number;
  /** Per offset the percentage of enrolled cards with activity in that 30-day window, 0 to 100. */
  retention: number[];
  /** Per offset how many cards that percentage is of: what less than all or more than none is called goes by them. Our own field. */
  active: number[];
}

export interface CohortRetention {
  cohorts: Cohort[];
  months_back: number;
}

export interface AtRiskCard {
  card_id: Id;
  card_number: string | null;
  customer_name: string | null;
  days_inactive: number;
  avg_interval_days: number;
  /** Null where the export has no balances. */
  points_balance: Exact | null;
  /** What the interval rests on. Our own field. */
  interval_basis: IntervalBasis;
}

/**
 * What a card's usual interval rests on: gaps between transactions; several transactions that are all of less than a day apart (an
 * interval of 0 days); a single transaction or none, where 60 days are taken.
 */
export type IntervalBasis = 'gaps' | 'same-day' | 'one-transaction' | 'no-transaction';

export interface AtRiskCards {
  /** All cards at risk, not just the listed ones. */
  at_risk_count: number;
  total_cards_checked: number;
  /** How many of them `search` finds; absent without one. Our own field. */
  found_count?: number;
  /** The first `limit` by days inactive descending, then card id ascending; or as `sort` says. */
  cards: AtRiskCard[];
}

/** What the cards at risk are, added up. */
export interface AtRiskHoldings {
  count: number;
  checked: number;
  /** Whether the cards have balances. */
  haveBalances: boolean;
  /** Points on cards with a balance above 0; null where not every balance is known. */
  points: Exact | null;
  /** Of the ten cards with most; 0 where not every balance is known. */
  largest: Exact;
}

export interface MonthlyRevenue {
  month: Month;
  transactions_count: number;
  /** Null where the export has no points. */
  total_points_earned: Exact | null;
  unique_customers: number;
  /** Cents. Purchase amounts where the export has them, else an estimate from points, else null. */
  estimated_revenue_cents: Exact | null;
}

export interface StoreRevenue {
  store_id: Id;
  /** Null where the export has none: whoever shows the store calls it by its id, in the reader's language. The service says `Store <id>`. */
  store_name: string | null;
  transactions_count: number;
  total_points_earned: Exact | null;
  estimated_revenue_cents: Exact | null;
}

export interface RevenueAttribution {
  monthly: MonthlyRevenue[];
  by_store: StoreRevenue[];
  /** What `by_store` leaves out of `monthly`: transactions without a store; null where there are none. Our own field. */
  without_store: Omit<StoreRevenue, 'store_id' | 'store_name'> | null;
  months_back: number;
}

/**
 * How the checked cards spread over `days_inactive / avg_interval`. Bin i counts the cards with a ratio in
 * `(i × binWidth, (i + 1) × binWidth]` (the first bin includes 0), so the bins to the right of a multiplier that is a
 * multiple of `binWidth` hold exactly the cards at risk. `beyond` counts the cards above the last bin,
 * those with a usual interval of 0 days included.
 */
export interface InactivitySpread {
  binWidth: number;
  bins: number[];
  beyond: number;
  total: number;
}

/** A figure of the latest period and of the period of the same length just before it. `previous` is null where the data does not reach back that far. */
export interface Change<N extends Exact = number> {
  current: N;
  previous: N | null;
}

export interface StoreTrend {
  storeId: Id;
  /** Null where the export has none. */
  storeName: string | null;
  /** Distinct cards with a transaction in the store, last 91 days against the 91 days before. */
  activeCards: Change;
}

/** A store that answers can be asked for (`storeId`). */
export interface StoreSummary {
  id: Id;
  /** Null where the export has none. */
  name: string | null;
  /** Of any type, in all of the export. */
  transactions: number;
}

/** When a merchant's cards were used, of all of the export: it has no report date. */
export interface Activity {
  /** The first day with a transaction, null where there is none. */
  first: Day | null;
  /** Transactions of any type by day, every day from the first to the last, zeros included. */
  transactions: number[];
}

/** Key figures at `asOf`. Periods end at `asOf` and are half open: `(asOf − n days, asOf]`. */
export interface Overview {
  asOf: Instant;
  /** First instant of the merchant's data, null when there is none. */
  firstInstant: Instant | null;
  /** Cards enrolled up to `asOf`. */
  cards: number;
  /** Distinct cards with a transaction of any type, by 30 days. */
  activeCards: Change;
  /** Cards enrolled, by 30 days. */
  newCards: Change;
  /** Transactions of any type, by 30 days. */
  transactions: Change;
  /** Points of earning transactions, by 30 days; null when the export has none. */
  pointsEarned: Change<Exact> | null;
  /** Purchase amounts of earning transactions in cents, by 30 days; null when the export has none. */
  revenueCents: Change<Exact> | null;
  /** Sum of the points balances of active cards at `asOf`: what the programme owes its members; null when the export has none. */
  pointsOutstanding: Exact | null;
  /** Of the cards enrolled 60 to 150 days before `asOf` (and 150 to 240 days before, as the previous period): how many came back on a later day within 60 days. */
  secondVisit: { enrolled: Change; returned: Change };
  /** Stores of the merchant's transactions, by id. */
  stores: StoreTrend[];
  /** Transactions of the last 364 days by weekday, Monday first: 7 counts. */
  weekdays: number[];
  /** Cards enrolled by month, every month from the first card to `asOf`, zeros included, the latest 36 at most. */
  enrolment: { month: Month; cards: number }[];
  /** Distinct cards with a transaction by month, every month from the first to `asOf`, zeros included, the latest 36 at most. */
  monthlyActive: { month: Month; cards: number }[];
}
