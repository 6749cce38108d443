import type { Scope } from '../scope.ts';

/** What slices of a table are made for, as SQL puts it (`moments.ts` has the instants). */
export interface StandingTable {
  name: string;
  /** Its columns, as SQL, with `{moment}` for the type of an instant, `{points}` and `{cents}` for that of a sum of those. */
  columns: string;
  /**
   * Inserts what a range of cards has into `{table}`: the cards with an index above $1, up to $2. Where it is of a merchant and a calendar
   * it may have `{merchant}`, the calendar's tables, and with them joined `{day of:x}`, the day of an instant, and `{part of:x}`, its part of
   * one (`rollup/day-parts.ts`). `{there}` is the same for the same card in the same store.
   */
  slice: string;
  /** Whether it is of a merchant and a calendar, rather than of all of the export. */
  isOfScope: boolean;
  /** As of `Sums`. */
  together?: string;
  /** Tables that add it up. */
  sums?: readonly Sums[];
}

/** What adds up a standing table. */
export interface Sums extends Pick<StandingTable, 'name' | 'columns'> {
  /** Inserts into `{table}` what a range of cards, as above, has in the table itself, `{of}`. */
  slice: string;
  /** Where cards of all ranges have the same rows: inserts into `{table}` those of `{of}`, a table like it, added up. */
  together?: string;
}

/** Of which merchant and calendar a table is; the same text for the same. */
export const scopeKey = ({ merchant, calendar }: Scope): string =>
  JSON.stringify([merchant, calendar.timeZone, calendar.dayStart]);
