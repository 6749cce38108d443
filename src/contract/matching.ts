/** Which column of a file is which, and how its values are written: what is guessed, and what a person says. */

import type { FoundLayout, SaidLayout } from './layout.ts';
import type { LeftOut } from './left-out.ts';
import type { EngineFailure } from './errors.ts';
import type { FileFormat, FileKind } from './files.ts';

/** How a text file writes dates such as 03/04/2026 and 26-04-03 (the year first, in two digits), and numbers such as 1.234,5. */
export interface TextDialect {
  dates: 'iso' | 'day-first' | 'month-first' | 'year-first';
  /** Null where nothing in the file says and nobody has: a number that can be read two ways, such as 1.000, is not read then. */
  decimal: '.' | ',' | null;
  /** How a person says that dates are written, such as `DDMMYYYY` (`dateFormat`); what is written otherwise is read as any. */
  format?: string | undefined;
}

/** What values of text say of the order of day and month, with one that says so. */
export interface WrittenDates {
  order: 'day-first' | 'month-first' | 'year-first' | 'either';
  example: string;
}

/** What values of text say of their decimal sign, with one that says so. */
export interface WrittenNumbers {
  decimal: '.' | ',' | 'either';
  example: string;
}

/** Who says how dates and numbers of a file are written. It decides what becomes of a row that says otherwise. */
export type ReadingFrom =
  /** A person, of this very file: the row is set aside. */
  | 'person'
  /** A plan that no person has changed for this file, such as one of an earlier file: the person is asked. */
  | 'plan'
  /** The file's own values: the person is asked, unless they gave the decimal sign, which proves it. Then a number is set aside. */
  | 'values';

/** Columns of a file that are one of the export's together. */
export interface CombinedColumn {
  /** What a plan calls them; no column of the file is called so. */
  name: string;
  by:
    /** A day, its time of day and perhaps the zone of both. */
    | 'date-time'
    /** The year, the month and perhaps the day. */
    | 'year-month'
    /** What came in less what went out, however that is signed. */
    | 'difference'
    /** A quantity and the price of one. */
    | 'product'
    /** First name and last name. */
    | 'words'
    /** What a row is, if the file says, and columns that say that it was cancelled: those decide. */
    | 'status'
    /** The word that a text begins with, of texts too many to be types. */
    | 'beginning';
  /** The file's columns, in that order. */
  columns: string[];
}

/** Whether a card is active, as far as its file says. */
export type CardState = 'active' | 'closed' | 'unknown';

/** How a file is to be read: what it is, and which of its columns is which of the export's. */
export interface FilePlan {
  kind: FileKind;
  /**
   * The file's column by the export's name for it; a column of the export that is left out is not there. Where `order_reference` is, rows are
   * lines of purchases: those of a card with one reference, at one store on one day, are one transaction.
   */
  columns: Record<string, string>;
  /** What of `columns` is made of several columns of the file. */
  combined?: CombinedColumn[] | undefined;
  dialect: TextDialect;
  /** Default `values`. */
  readingFrom?: ReadingFrom | undefined;
  /** The service's transaction type by the file's word for it, as it spells it; other words, and the service's own, stay as they are. */
  types?: Record<string, string> | undefined;
  /** What the file's words for whether a card is active mean; unknown counts as active. Other words are read as they are. */
  states?: Record<string, CardState> | undefined;
  /** What purchase amounts are written in: cents, or units of the currency with up to two decimals. Default `cents`. */
  amounts?: 'cents' | 'units' | undefined;
  /** Whether purchases are above 0 (default), or below it, as credits of a book of account: then every amount has the other sign. */
  signs?: 'written' | 'turned' | undefined;
  /**
   * How ids of cards meet those of other files: as they are written (default), or alike but for leading zeros, decimals that are zero, quotes,
   * spaces and case.
   */
  ids?: 'written' | 'alike' | undefined;
  /** What a person says of how its table lies in it. */
  layout?: SaidLayout | undefined;
}

/** Plans by the name of the file, as `inspect` gives it; null leaves the file out, unread. A map: a file may be called `constructor`. */
export type FilePlans = ReadonlyMap<string, FilePlan | null>;

/** What a column of the export holds. */
export type Want = 'id' | 'text' | 'integer' | 'instant' | 'boolean';

/** A column of the export, as the page needs to know it. */
export interface WantedColumn {
  name: string;
  want: Want;
  needed: boolean;
  /** The service's own exports have it. */
  usual: boolean;
  /** Of transactions: it is their card's, which a file without cards may repeat on each row. */
  ofCard?: true;
  /** What a word may stand for, for the transaction type alone; and which of that revenue counts. */
  words?: readonly string[];
  earning?: readonly string[];
}

/** How a file would be read as one of a kind: a guess by names and values. */
export interface Proposal extends FilePlan {
  /** Dates of this column could be day first as well as month first: a person has to say. */
  ambiguousDates: string | null;
  /** Numbers of this column could have decimals or thousands: likewise. */
  ambiguousNumbers: string | null;
}

export interface InspectedColumn {
  name: string;
  /** Of what it is made; null for a column that the file itself has. */
  combines: Omit<CombinedColumn, 'name'> | null;
  type: string;
  /**
   * The different values in the first rows where they are few, none where they are many; each with the transaction type that it plainly
   * means, null where it means none. The service's own types are not among them.
   */
  words: Record<string, string | null>;
  /** The same words as states of a card, null where they mean none; there are none where no value means one. */
  states: Record<string, CardState | null>;
  /** The service's types among its values in the first rows. */
  serviceTypes: string[];
  /** Some of its numbers in the first rows have decimals. */
  fractional: boolean;
  /** All of its numbers in the first rows are below 0, and there are several: as amounts they may be refunds, or purchases of a ledger. */
  negative: boolean;
  /** What its numbers are in, taken as amounts: null where neither its name nor its values say. */
  amounts: NonNullable<FilePlan['amounts']> | null;
  /** What most of its values in the first rows can be. */
  fits: Want[];
  /** How its values are written, null where they do not say: as dates, as whole numbers, as amounts. */
  written: { dates: WrittenDates | null; numbers: WrittenNumbers | null; amounts: WrittenNumbers | null };
}

/** A file as it is before it is loaded: for a person to say, or to confirm, which column is which. */
export interface FileInspection {
  /** Its name; for a file of an archive `archive.zip/cards.csv`. */
  name: string;
  format: FileFormat;
  bytes: number;
  rows: number | null;
  /** Equal for files with the same columns: what was decided for one holds for the other. */
  shape: string;
  /** Those of the file, and behind them what some of them may be together. */
  columns: InspectedColumn[];
  /** The first ten rows as text, a value a column. */
  preview: (string | null)[][];
  /** What it may be, once for every kind, the likeliest first. To be confirmed unless it is `certain`. */
  proposals: Proposal[];
  /** The first proposal is what the names of the columns say alone, with nothing left to ask. */
  certain: boolean;
  /** Its ids of cards are those of another file. */
  meets: boolean;
  /** A sheet that its workbook does not show: it is left out unless somebody says what it is. */
  isHidden: boolean;
  /** How its table lies in it; null for a format that says. */
  layout: FoundLayout | null;
}

/** A file that cannot be read: an export with it can be loaded only when it is left out. */
export interface UnreadableFile {
  name: string;
  bytes: number;
  failure: EngineFailure;
}

/** Files before they are loaded. */
export interface Inspection {
  files: FileInspection[];
  unreadable: UnreadableFile[];
  /** Files that a load leaves out. */
  leftOut: LeftOut[];
}
