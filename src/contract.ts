/**
 * Everything that crosses the wall between the page (`src/`) and the engine (`workers/`): parameters, answers,
 * progress, reports and errors. Types only, so that neither side pulls in the other's world.
 *
 * Answers keep the field names of the Orion service's JSON (snake case); everything of our own is camel case.
 */

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

export interface CohortParams extends AnswerParams {
  /** How many months of 31 days to look back, 1 to 60. Default 6. */
  monthsBack?: number | undefined;
}

export interface ChurnParams extends AnswerParams {
  /** A card is at risk when it is inactive for longer than this many of its usual intervals. Above 0. Default 2. */
  multiplier?: number | undefined;
  /** How many cards to list, 0 or more. Default 50. */
  limit?: number | undefined;
}

export interface RevenueParams extends AnswerParams {
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
  points_balance: number;
}

export interface AtRiskCards {
  /** All cards at risk, not just the listed ones. */
  at_risk_count: number;
  total_cards_checked: number;
  /** The first `limit` by days inactive descending, then card id ascending. */
  cards: AtRiskCard[];
}

export interface MonthlyRevenue {
  month: Month;
  transactions_count: number;
  total_points_earned: number;
  unique_customers: number;
  /** Cents. Purchase amounts where the export has them, else an estimate from points, else null. */
  estimated_revenue_cents: number | null;
}

export interface StoreRevenue {
  store_id: Id;
  store_name: string;
  transactions_count: number;
  total_points_earned: number;
  estimated_revenue_cents: number | null;
}

export interface RevenueAttribution {
  monthly: MonthlyRevenue[];
  by_store: StoreRevenue[];
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
export interface Change {
  current: number;
  previous: number | null;
}

export interface StoreTrend {
  storeId: Id;
  storeName: string;
  /** Distinct cards with a transaction in the store, last 91 days against the 91 days before. */
  activeCards: Change;
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
  pointsEarned: Change;
  /** Purchase amounts of earning transactions in cents, by 30 days; null when the export has none. */
  revenueCents: Change | null;
  /** Sum of the points balances of active cards at `asOf`: what the programme owes its members. */
  pointsOutstanding: number;
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

export interface FileProgress {
  name: string;
  /** What the file was recognised as; null while it is being looked at. */
  kind: FileKind | null;
  rowsRead: number;
  /** Rows in the file; null until its footer is read. */
  rowsTotal: number | null;
}

export interface LoadProgress {
  /** `starting`: the engine itself is being started. `finishing`: all rows are read, the tables are being completed. */
  stage: 'starting' | 'recognising' | 'reading' | 'finishing';
  files: FileProgress[];
}

/** Why a row cannot be used. */
export type SetAsideReason =
  'missing' | 'not-a-number' | 'not-a-date' | 'not-a-boolean' | 'out-of-range' | 'duplicate-id';

export interface SetAside {
  column: string;
  reason: SetAsideReason;
  rows: number;
  /** Up to three of them: row number in the file, counted from 1, and the value as text. */
  examples: { row: number; value: string | null }[];
}

/** Something true of used rows that a reader of the answers should know. */
export type NoteKind =
  'unknown-card' | 'before-enrolment' | 'unknown-type' | 'no-card-number' | 'inactive-card' | 'store-without-name';

export interface DataNote {
  kind: NoteKind;
  rows: number;
}

export interface FileReport {
  kind: FileKind;
  fileName: string;
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
  /** First and latest instant in the data; null when it has no rows. */
  earliest: Instant | null;
  latest: Instant | null;
  /** Whether transactions carry purchase amounts. */
  hasPurchaseAmounts: boolean;
  files: FileReport[];
}

// ── Errors ──────────────────────────────────────────────────────────────────────────────────────────────────────

/** One entry per cause; the page turns it into words (`src/text/errors.ts`), so `details` carries what the words need. */
export interface ErrorDetails {
  'not-parquet': { file: string };
  'file-empty': { file: string };
  'file-damaged': { file: string; cause: string };
  'file-unreadable': { file: string; cause: string };
  'file-encrypted': { file: string };
  'kind-unknown': { file: string; columns: string[]; closest: FileKind | null; missing: string[] };
  'column-missing': { file: string; kind: FileKind; missing: string[]; columns: string[] };
  'column-ambiguous': { file: string; column: string; columns: string[] };
  'column-type': { file: string; column: string; found: string; wanted: string };
  'kind-twice': { kind: FileKind; files: string[] };
  'kind-absent': { kind: FileKind; files: string[] };
  'no-usable-rows': { file: string; rows: number; column: string; reason: SetAsideReason; example: string | null };
  'rows-lost': { file: string; expected: number; got: number };
  'out-of-memory': { file: string };
  'load-cancelled': Record<string, never>;
  'load-in-progress': Record<string, never>;
  'nothing-loaded': Record<string, never>;
  'parameter-invalid': { parameter: string; value: string; wanted: string };
  'merchant-needed': { merchants: Id[] };
  'engine-start': { cause: string };
  'engine-crashed': { cause: string };
  internal: { cause: string };
}

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
  /** Loads an export of one file a kind. What was loaded before stays until the new one is complete, and stays for good when loading fails. */
  load(files: File[], onProgress: (progress: LoadProgress) => void): Promise<ExportSummary>;
  /** Ends a load in progress; it throws `load-cancelled`. */
  cancelLoad(): Promise<void>;
  cohortRetention(params: CohortParams): Promise<CohortRetention>;
  atRiskCards(params: ChurnParams): Promise<AtRiskCards>;
  inactivitySpread(params: AnswerParams): Promise<InactivitySpread>;
  revenueAttribution(params: RevenueParams): Promise<RevenueAttribution>;
  overview(params: AnswerParams): Promise<Overview>;
  /** Bytes that the export and what was derived from it take in memory. */
  memory(): Promise<number>;
}
