/** A loaded export, in a few words. */

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
  /** Names of the files that were not read: their plan says so, or they are plainly no part of an export, such as pictures. */
  leftOut: string[];
}
