import type { Exact } from '../contract/exact.ts';
import type { Instant } from '../contract/ids.ts';
import type { NoteKind } from '../contract/report.ts';
import type { ExportSummary } from '../contract/summary.ts';
import type { LaterMessages } from '../text/messages.ts';
import { notesIn } from './needs-check.ts';

/** What a sentence of the check is about; its words are in `text`. */
export type SentenceKind = keyof LaterMessages['checkText']['sentences'];

/** A sentence of the check. */
export interface Sentence {
  is: SentenceKind;
  /** Of how many rows; 0 where it is of none in particular. */
  rows: number;
}

/** What the files hold, in one breath. */
export interface Held {
  transactions: number;
  /** They are receipts, of which the files have the lines. */
  areReceipts: boolean;
  cards: number;
  /** The cards are customers, who follow from the transactions. */
  areCustomers: boolean;
  earliest: Instant | null;
  latest: Instant | null;
  files: number;
}

export function heldBy(summary: ExportSummary): Held {
  const { check, earliest, latest, merchants, files } = summary;
  return {
    transactions: check.transactions,
    areReceipts: (['lines-joined', 'totals-repeated'] as const).some((kind) => notesIn(summary).has(kind)),
    cards: merchants.reduce((sum, { cards }) => sum + cards, 0),
    areCustomers: check.found === null,
    earliest,
    latest,
    files: new Set(files.map(({ fileName }) => fileName)).size,
  };
}

/** What is to be said of a load, in the order in which it is said: what follows from what, what is not known, what counts apart. */
export function sentencesOf(summary: ExportSummary): Sentence[] {
  const { check, hasPurchaseAmounts } = summary;
  const notes = notesIn(summary);
  const said = (kind: NoteKind & SentenceKind): Sentence[] =>
    notes.has(kind) ? [{ is: kind, rows: notes.get(kind)! }] : [];
  const plainly = (is: SentenceKind, when: boolean): Sentence[] => (when ? [{ is, rows: 0 }] : []);
  const hasSigns = check.points || hasPurchaseAmounts;
  return [
    ...said('derived-card'),
    ...said('repeated-card'),
    ...said('derived-enrolment'),
    ...(hasSigns ? said('derived-type') : plainly('every-visit', notes.has('derived-type'))),
    ...said('lines-joined'),
    ...said('totals-repeated'),
    ...plainly('no-points', !check.points),
    ...plainly('no-amounts', !hasPurchaseAmounts),
    ...plainly('one-shop', storesIn(summary) === 0),
    ...said('non-member'),
    ...said('refund'),
    ...said('other-currency'),
  ];
}

/** How many stores the transactions name. */
export function storesIn({ merchants }: ExportSummary): number {
  return merchants.reduce((sum, { storeCount }) => sum + storeCount, 0);
}

/** A number of the check beside its whole. */
export interface Part {
  part: number;
  whole: number;
}

/** What would be wrong if a column had been taken for another; null is not known. */
export interface CheckFigures {
  rows: Part;
  /** Transactions that find their card; null where the cards follow from them. */
  found: Part | null;
  revenue: Exact | null;
  largest: Exact | null;
}

export function figuresOf({ check, hasPurchaseAmounts }: ExportSummary): CheckFigures {
  const { rowsRead, rowsUsed, found, transactions, revenue, largest } = check;
  return {
    rows: { part: rowsUsed, whole: rowsRead },
    found: found === null ? null : { part: found, whole: transactions },
    revenue: hasPurchaseAmounts ? revenue : null,
    largest: hasPurchaseAmounts ? largest : null,
  };
}
