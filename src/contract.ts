/**
 * Everything that crosses the wall between the page (`src/`) and the engine (`workers/`): parameters, answers,
 * progress, reports and errors. Types and lists of names only, so that neither side pulls in the other's world.
 *
 * Answers keep the field names of the Orion service's JSON (snake case); everything of our own is camel case.
 */

import type { Exact } from './exact';

export type { Exact } from './exact';

/** A merchant, card or store id as the export has it: a number where it is a whole number that JSON can hold exactly, else text. */
export type Id = number | string;

/** An instant in UTC as ISO-8601 text with microseconds, `2026-04-11T20:57:23.123456Z`. Never a `Date`: that would lose the microseconds. */
export type Instant = string;

/** A calendar month in UTC, `2026-04`. */
export type Month = string;

// ── Parameters ──────────────────────────────────────────────────────────────────────────────────────────────────

export interface AnswerParams {
  /** Whose cards and transactions. Default: the only merchant in the export; an error where there are several. */
  merchantId?: Id | undefined;
  /** The instant the report is made for. Default: the latest instant in the export. */
  asOf?: Instant | undefined;
}

export interface StoreParams extends AnswerParams {
  /**
   * Only one store: revenue of its transactions; cohorts of the cards that it won (their first transaction in a store was there);
   * churn of the cards last seen there (their latest transaction in a store was there). Default: all of the programme.
   */
  storeId?: Id | undefined;
}

export interface CohortParams extends StoreParams {
  /** How many months of 31 days to look back, 1 to 60. Default 6. */
  monthsBack?: number | undefined;
}

export interface ChurnParams extends StoreParams {
  /** A card is at risk when it is inactive for longer than this many of its usual intervals. Above 0. Default 2. */
  multiplier?: number | undefined;
  /** How many cards to list, 0 or more. Default 50. */
  limit?: number | undefined;
  /** What the list is sorted by, before it is cut at `limit`; descending with a leading `-`. Default: as the service does, see `cards`. */
  sort?: AtRiskOrder | undefined;
  /** Only cards with each of these words in their number (their id where they have none) or name, whatever the case and accents. */
  search?: string | undefined;
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
  /** How many months of 31 days to look back, 1 to 60. Default 6. */
  monthsBack?: number | undefined;
  /** Points given for one unit of currency; estimates revenue where the export has no purchase amounts. Above 0. */
  pointsPerCurrencyUnit?: number | undefined;
}

// ── Answers of the service ──────────────────────────────────────────────────────────────────────────────────────

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
  points_balance: Exact;
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

export interface MonthlyRevenue {
  month: Month;
  transactions_count: number;
  total_points_earned: Exact;
  unique_customers: number;
  /** Cents. Purchase amounts where the export has them, else an estimate from points, else null. */
  estimated_revenue_cents: Exact | null;
}

export interface StoreRevenue {
  store_id: Id;
  store_name: string;
  transactions_count: number;
  total_points_earned: Exact;
  estimated_revenue_cents: Exact | null;
}

export interface RevenueAttribution {
  monthly: MonthlyRevenue[];
  by_store: StoreRevenue[];
  /** What `by_store` leaves out of `monthly`: transactions without a store; null where there are none. Our own field. */
  without_store: Omit<StoreRevenue, 'store_id' | 'store_name'> | null;
  months_back: number;
}

// ── Answers of our own ──────────────────────────────────────────────────────────────────────────────────────────

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
  storeName: string;
  /** Distinct cards with a transaction in the store, last 91 days against the 91 days before. */
  activeCards: Change;
}

/** A store that answers can be asked for (`storeId`). */
export interface StoreSummary {
  id: Id;
  name: string;
  /** Of any type, in all of the export. */
  transactions: number;
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
  /** Points of earning transactions, by 30 days. */
  pointsEarned: Change<Exact>;
  /** Purchase amounts of earning transactions in cents, by 30 days; null when the export has none. */
  revenueCents: Change<Exact> | null;
  /** Sum of the points balances of active cards at `asOf`: what the programme owes its members. */
  pointsOutstanding: Exact;
  /** Of the cards enrolled 60 to 150 days before `asOf` (and 150 to 240 days before, as the previous period): how many came back on a later UTC day within 60 days. */
  secondVisit: { enrolled: Change; returned: Change };
  /** Stores of the merchant's transactions, by id. */
  stores: StoreTrend[];
  /** Transactions of the last 364 days by UTC weekday, Monday first: 7 counts. */
  weekdays: number[];
  /** Cards enrolled by UTC month, every month from the first card to `asOf`, zeros included, the latest 36 at most. */
  enrolment: { month: Month; cards: number }[];
  /** Distinct cards with a transaction by UTC month, every month from the first to `asOf`, zeros included, the latest 36 at most. */
  monthlyActive: { month: Month; cards: number }[];
}

// ── Loading ─────────────────────────────────────────────────────────────────────────────────────────────────────

export type FileKind = 'cards' | 'transactions' | 'stores';

export type FileFormat = 'parquet' | 'csv';

export interface FileProgress {
  name: string;
  /** What the file was recognised as; null while it is being looked at. */
  kind: FileKind | null;
  rowsRead: number;
  /** Rows in the file; null until its footer is read, and for a text file, which says so only at its end. */
  rowsTotal: number | null;
  /** How much of the file is read, 0 to 1, by rows where their number is known, else by bytes. */
  share: number;
  /** Its size: what its share weighs among files. */
  bytes: number;
}

export interface LoadProgress {
  /** `starting`: the engine itself is being started. `finishing`: all rows are read, the tables are being completed. */
  stage: 'starting' | 'recognising' | 'reading' | 'finishing';
  files: FileProgress[];
}

/** What changed of a load's progress: a report of every file with each step would grow with the square of their number. */
export interface ProgressUpdate {
  stage: LoadProgress['stage'];
  /** The files of the load where their list is new, else null. */
  files: FileProgress[] | null;
  /** Files that are further on, by their place in the list. */
  changed: readonly [place: number, file: FileProgress][];
}

/** The progress after an update. */
export function withUpdate(before: LoadProgress, { stage, files, changed }: ProgressUpdate): LoadProgress {
  const after = [...(files ?? before.files)];
  for (const [place, file] of changed) after[place] = file;
  return { stage, files: after };
}

/** Why a row cannot be used. */
export type SetAsideReason =
  | 'missing'
  | 'not-a-number'
  | 'not-a-date'
  | 'not-a-boolean'
  | 'out-of-range'
  | 'duplicate-id'
  /** Rows of a text file that do not have as many values as its header. The column is empty then. */
  | 'too-few-fields'
  | 'too-many-fields'
  | 'broken-quotes'
  /** Bytes that are not text in the file's encoding. */
  | 'broken-text';

export interface SetAside {
  column: string;
  reason: SetAsideReason;
  rows: number;
  /** Up to three of them: row number in the file, counted from 1, and the value as text. */
  examples: { row: number; value: string | null }[];
}

/** Something true of used rows that a reader of the answers should know. */
export type NoteKind =
  /** Transactions of a card that is not among the cards. */
  | 'unknown-card'
  /** Transactions from before their card was enrolled. */
  | 'before-enrolment'
  /** Cards or transactions dated after the moment of loading: they move the default report date. */
  | 'in-the-future'
  /** Transactions of a type that the service does not know. */
  | 'unknown-type'
  /** Transactions without a store. */
  | 'no-store'
  /** Transactions of a store that has no name in the export. */
  | 'unnamed-store'
  | 'no-card-number'
  | 'inactive-card'
  /** Cards without any transaction in the export. */
  | 'unused-card'
  | 'store-without-name';

export interface DataNote {
  kind: NoteKind;
  rows: number;
  /** Up to three of the cards, types or stores that it is about, or of the dates. */
  examples: string[];
}

export interface FileReport {
  kind: FileKind;
  fileName: string;
  format: FileFormat;
  bytes: number;
  rowsRead: number;
  /** `rowsRead` = `rowsUsed` + the rows set aside. */
  rowsUsed: number;
  setAside: SetAside[];
  notes: DataNote[];
  /** Columns used, by the name the contract gives them, and what the file calls and types them. */
  columns: { name: string; found: string; type: string }[];
  /** Optional columns of the contract that the file does not have. */
  absent: string[];
  /** Columns of the file that are not used. */
  ignored: string[];
}

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
  files: FileReport[];
  /** Names of the files that were not read: their plan says so, or they are plainly no part of an export, such as pictures. */
  leftOut: string[];
}

// ── Matching columns ────────────────────────────────────────────────────────────────────────────────────────────

/** How a text file writes dates such as 03/04/2026, and numbers such as 1.234,5. */
export interface TextDialect {
  dates: 'iso' | 'day-first' | 'month-first';
  /** Null where nothing in the file says and nobody has: a number that can be read two ways, such as 1.000, is not read then. */
  decimal: '.' | ',' | null;
}

/** What values of text say of the order of day and month, with one that says so. */
export interface WrittenDates {
  order: 'day-first' | 'month-first' | 'either';
  example: string;
}

/** What values of text say of their decimal sign, with one that says so. */
export interface WrittenNumbers {
  decimal: '.' | ',' | 'either';
  example: string;
}

/** How a file is to be read: what it is, and which of its columns is which of the contract's. */
export interface FilePlan {
  kind: FileKind;
  /** The file's column by the contract's name; a column of the contract that is left out is not there. */
  columns: Record<string, string>;
  dialect: TextDialect;
  /** A person has said so of this very file: rows that say otherwise are set aside, where else they would be asked about. */
  settled?: boolean | undefined;
  /** The contract's transaction type by the file's word for it, as it spells it; other words, and the contract's own, stay as they are. */
  types?: Record<string, string> | undefined;
  /** What purchase amounts are written in: cents, or units of the currency with up to two decimals. Default `cents`. */
  amounts?: 'cents' | 'units' | undefined;
}

/** Plans by the name of the file, as `inspect` gives it; null leaves the file out, unread. A map: a file may be called `constructor`. */
export type FilePlans = ReadonlyMap<string, FilePlan | null>;

/** A column that the contract knows. */
export interface WantedColumn {
  name: string;
  want: 'id' | 'text' | 'integer' | 'instant' | 'boolean';
  needed: boolean;
  /** The words that the service knows, for the transaction type alone. */
  words?: readonly string[];
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
  type: string;
  /**
   * The different values in the first rows where they are few, none where they are many; each with the transaction type that it plainly
   * means, null where it means none. The contract's own types are not among them.
   */
  words: Record<string, string | null>;
  /** Some of its numbers in the first rows have decimals. */
  fractional: boolean;
  /** What most of its values in the first rows can be. */
  fits: WantedColumn['want'][];
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
  columns: InspectedColumn[];
  /** The first ten rows as text, a value a column. */
  preview: (string | null)[][];
  /** What it may be, once for every kind, the likeliest first. To be confirmed unless it is `certain`. */
  proposals: Proposal[];
  /** The first proposal is what the names of the columns say alone, with nothing left to ask. */
  certain: boolean;
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
  /** Names of files that are plainly no part of an export: a load leaves them out. */
  leftOut: string[];
}

// ── Errors ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** One entry per cause; the page turns it into words (`src/text/errors.ts`), so `details` carries what the words need. */
export interface ErrorDetails {
  'not-parquet': { file: string };
  'file-empty': { file: string };
  'file-damaged': { file: string; cause: string };
  /** The decoder gave no sign of life for this long. */
  'file-too-slow': { file: string; seconds: number };
  'file-unreadable': { file: string; cause: string };
  'file-encrypted': { file: string };
  'kind-unknown': { file: string; columns: string[]; closest: FileKind | null; missing: string[] };
  'column-missing': { file: string; kind: FileKind; missing: string[]; columns: string[] };
  'column-ambiguous': { file: string; column: string; columns: string[] };
  'column-type': { file: string; column: string; found: string; wanted: string };
  'kind-twice': { kind: FileKind; files: string[]; rows: number };
  /** Dates that could be read either way: to be asked. */
  'dates-ambiguous': { file: string; column: string; example: string };
  /** The same of numbers. */
  'numbers-ambiguous': { file: string; column: string; example: string };
  /** A value that cannot be read in the order of day and month, or with the decimal sign, by which all others were: to be asked. */
  'dates-contradicted': { file: string; column: string; example: string };
  'numbers-contradicted': { file: string; column: string; example: string };
  'kind-absent': { kind: FileKind; files: string[]; leftOut: string[] };
  'no-usable-rows': { file: string; rows: number; column: string; reason: SetAsideReason; example: string | null };
  'rows-lost': { file: string; expected: number; got: number };
  /** `file`: what was being read, null where that was done. */
  'out-of-memory': { file: string | null };
  /** More than the engine can hold, known before the work of loading starts: rows of the export, bytes that they need, bytes that there are. */
  'too-large': { rows: number; bytes: number; limit: number };
  'load-cancelled': Record<string, never>;
  'load-in-progress': Record<string, never>;
  'nothing-loaded': Record<string, never>;
  'parameter-invalid': { parameter: string; value: string; wanted: string };
  'merchant-needed': { merchants: Id[] };
  'engine-start': { cause: string };
  'engine-crashed': { cause: string };
  /** Neither Parquet nor text with columns. */
  'file-kind-unknown': { file: string; looksLike: FileLook };
  /** The first row of a text file is not one of names. */
  'header-missing': { file: string; firstRow: string[] };
  'archive-too-large': { file: string; bytes: number };
  /** More files than an export has; `archive` is what they are in, null where they were chosen one by one. */
  'too-many-files': { archive: string | null; count: number; limit: number };
  'too-many-columns': { file: string; count: number; limit: number };
  /** No file of an archive may be one of an export; `found` are the names of the first of those there are. */
  'archive-empty': { file: string; found: string[] };
  /** What a part of the page needs did not come; `isReachable`: the place that the page is from answers. */
  'page-part-missing': { part: 'view' | 'charts' | 'sample'; isReachable: boolean };
  internal: { cause: string };
}

/** What a file is that cannot be read. `compressed`: by another way than gzip or zip; `data`: tables for other programs. */
export type FileLook =
  | 'excel'
  | 'spreadsheet'
  | 'document'
  | 'pdf'
  | 'html'
  | 'xml'
  | 'json'
  | 'zip'
  | 'compressed'
  | 'database'
  | 'data'
  | 'image'
  | 'binary';

export type ErrorCode = keyof ErrorDetails;

/** An error as it crosses the wall. */
export interface EngineFailure<C extends ErrorCode = ErrorCode> {
  code: C;
  details: ErrorDetails[C];
}

// ── The engine ──────────────────────────────────────────────────────────────────────────────────────────────────

/** What the engine worker exposes. Every call may throw an {@link EngineFailure}. */
export interface Engine {
  /** Opens the database. Called once; later calls do nothing. */
  start(): Promise<void>;
  /**
   * Loads an export; several files of one kind are one table. What was loaded before stays until the new one is complete, and stays
   * for good when loading fails.
   * @param plans how to read each file, by its name as `inspect` gives it; files without one are recognised by their columns
   */
  load(files: File[], onProgress: (update: ProgressUpdate) => void, plans?: FilePlans): Promise<ExportSummary>;
  /**
   * Loads files and asks questions on them, for nobody: what comes after is faster. Does nothing once an export is loaded; a load ends
   * it. Never throws for the files.
   */
  rehearse(files: File[]): Promise<void>;
  /** Looks at files without loading them. Archives are unpacked; a file that cannot be read does not keep the others from being looked at. */
  inspect(files: File[]): Promise<Inspection>;
  /** The columns of the contract by kind of file. */
  wantedColumns(): Promise<Record<FileKind, WantedColumn[]>>;
  /** Ends a load in progress; it throws `load-cancelled`. */
  cancelLoad(): Promise<void>;
  cohortRetention(params: CohortParams): Promise<CohortRetention>;
  atRiskCards(params: ChurnParams): Promise<AtRiskCards>;
  inactivitySpread(params: StoreParams): Promise<InactivitySpread>;
  revenueAttribution(params: RevenueParams): Promise<RevenueAttribution>;
  overview(params: AnswerParams): Promise<Overview>;
  /** The stores of a merchant's transactions, by id. */
  stores(params: AnswerParams): Promise<StoreSummary[]>;
  /** Bytes that the export and what was derived from it take in memory. */
  memory(): Promise<number>;
}

/**
 * The engine as its worker serves it. Many files are handed over in portions: to copy the reference to one takes a browser a quarter of a
 * millisecond, in which the page does nothing else.
 */
export interface EngineWorker extends Omit<Engine, 'load' | 'inspect'> {
  /** @param isFirst the portions before it were for another call */
  hand(files: File[], isFirst: boolean): Promise<void>;
  load(files: File[] | 'handed', ...more: Tail<Parameters<Engine['load']>>): Promise<ExportSummary>;
  inspect(files: File[] | 'handed'): Promise<Inspection>;
  /** Whether the browser holds the worker's own workers to the page's policy, found by trying. */
  areWorkersGuarded(): Promise<boolean>;
}

type Tail<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;
