/** A loaded export, in a few words. */

import type { LeftOut } from './left-out.ts';
import type { Exact } from './exact.ts';
import type { Id, Instant } from './ids.ts';
import type { FileReport } from './report.ts';

export interface MerchantSummary {
  id: Id;
  cards: number;
  transactions: number;
  storeCount: number;
  /** Names of up to three of its stores, busiest first. */
  storeNames: string[];
  /** Whether its transactions carry purchase amounts. */
  hasPurchaseAmounts: boolean;
}

/** A transaction as it was understood. */
export interface UnderstoodRow {
  card: string;
  at: Instant;
  /** The contract's type, or one of those that tills have; null for another word of the file. */
  type: string | null;
  /** Whether revenue counts it. */
  earning: boolean;
  points: Exact | null;
  cents: Exact | null;
  /** Its name, else its id. */
  store: string | null;
}

/** What would be wrong if a column had been taken for another: for a person to see after a load. */
export interface LoadCheck {
  rowsRead: number;
  rowsUsed: number;
  transactions: number;
  /** How many of them name a card of the files of cards; null where the cards follow from the transactions. */
  found: number | null;
  /** How many of them revenue counts. */
  earning: number;
  /** Of transactions that revenue counts, in cents; null without amounts. */
  revenue: Exact | null;
  /** The amount of the largest of them. */
  largest: Exact | null;
  /** Whether there are points. */
  points: boolean;
  /** Orders that name no card. */
  orders: number;
  /** Transactions after the moment of loading. */
  future: number;
  /** Those of the card that has most. */
  busiest: number;
  /** Those that name another merchant than their card has. */
  ofOtherMerchants: number;
  /** Those with an amount below 0, and those with one above it. */
  refunds: number;
  amountsAbove: number;
  /** Those with the number, card and instant of another, but not its amount. */
  numberedAgain: number;
  /** Values of columns that a row can do without, which could not be read. */
  unreadValues: number;
  /** The latest three. */
  rows: UnderstoodRow[];
}

export interface ExportSummary {
  merchants: MerchantSummary[];
  /** Whether the export itself names merchants; where it does not, whatever merchant is asked for is the only one. */
  namesMerchants: boolean;
  /** First and latest instant in the data; null when it has no rows. */
  earliest: Instant | null;
  latest: Instant | null;
  /** Whether transactions carry purchase amounts. */
  hasPurchaseAmounts: boolean;
  /**
   * What purchase amounts are in, as far as the files say: a code of ISO 4217, or a sign that several currencies share, such as `$`. Where
   * they say several, the one whose amounts count (`other-currency` has the rest).
   */
  currency: string | null;
  files: FileReport[];
  check: LoadCheck;
  /** The files that were not read. */
  leftOut: LeftOut[];
}
