import type {
  Activity,
  AnswerParams,
  AtRiskCards,
  AtRiskHoldings,
  ChurnParams,
  CohortParams,
  CohortRetention,
  InactivitySpread,
  Overview,
  RevenueAttribution,
  RevenueParams,
  StoreParams,
  StoreSummary,
} from './answers.ts';
import type { BackTest, BackTestParams, TestedCards, TestedParams } from './back-test.ts';
import type { BandsParams, CallList, CallParams, ChurnBands } from './bands.ts';
import type { Calendar } from './calendar.ts';
import type { DefinitionName, DefinitionParams } from './definitions.ts';
import type { FileKind } from './files.ts';
import type { SaidLayouts } from './layout.ts';
import type { FilePlans, Inspection, WantedColumn } from './matching.ts';
import type { ProgressUpdate, SaveProgress } from './progress.ts';
import type { Requests } from './requests.ts';
import type { ExportSummary } from './summary.ts';

/** What the engine can do, in whatever it runs; its worker serves it as `EngineWorker`. Every call may throw an `EngineFailure` (`errors.ts`). */
export interface Engine {
  /** Opens the database. Called once; later calls do nothing. */
  start(): Promise<void>;
  /**
   * Loads an export; several files of one kind are one table. What was loaded before stays until the new one is complete, and stays
   * for good when loading fails.
   * @param plans how to read each file, by its name as `inspect` gives it; files without one are recognised by their columns
   * @param calendar whose wall-clock time instants without a time zone are; default `utcCalendar`
   * @param asks whether a load fails where a person could say more (`columns-unconfirmed`); default no
   */
  load(
    files: File[],
    onProgress: (update: ProgressUpdate) => void,
    plans?: FilePlans,
    calendar?: Calendar,
    asks?: boolean,
  ): Promise<ExportSummary>;
  /**
   * Says what would come of a load with these plans, and leaves everything as it is.
   *
   * @throws what `load` throws
   */
  tryLoad(files: File[], plans: FilePlans, calendar?: Calendar): Promise<ExportSummary>;
  /**
   * Loads files and asks questions on them, for nobody: what comes after is faster. Does nothing once an export is loaded; a load ends
   * it. Never throws for the files.
   */
  rehearse(files: File[]): Promise<void>;
  /**
   * Looks at files without loading them. Archives are unpacked; a file that cannot be read does not keep the others from being looked at.
   *
   * @param layouts what a person says of how the tables lie in some of them
   */
  inspect(files: File[], layouts?: SaidLayouts): Promise<Inspection>;
  /** The columns of the export by kind of file. */
  wantedColumns(): Promise<Record<FileKind, WantedColumn[]>>;
  /** Ends a load, a trial, an inspection or a rehearsal in progress; a load and an inspection throw `load-cancelled`. */
  cancelLoad(): Promise<void>;
  cohortRetention(params: CohortParams): Promise<CohortRetention>;
  atRiskCards(params: ChurnParams): Promise<AtRiskCards>;
  /** What the cards at risk are, added up: of all of them, with the default multiplier. */
  atRiskHoldings(params: AnswerParams): Promise<AtRiskHoldings>;
  inactivitySpread(params: StoreParams): Promise<InactivitySpread>;
  churnBands(params: BandsParams): Promise<ChurnBands>;
  callList(params: CallParams): Promise<CallList>;
  backTest(params: BackTestParams): Promise<BackTest>;
  /** The cards of one of its cells. */
  testedCards(params: TestedParams): Promise<TestedCards>;
  revenueAttribution(params: RevenueParams): Promise<RevenueAttribution>;
  overview(params: AnswerParams): Promise<Overview>;
  /** Transactions by day, of all of the export. */
  activity(params: AnswerParams): Promise<Activity>;
  /** The stores of a merchant's transactions, by id. */
  stores(params: AnswerParams): Promise<StoreSummary[]>;
  /**
   * Builds at once what answers for other report instants come from in milliseconds, for a merchant and a calendar. A worker builds it by
   * itself, while nobody asks anything; until then such answers take longer, and are the same.
   */
  prepare(params: AnswerParams): Promise<void>;
  /**
   * The definition of an answer, or of a part of one, as it is asked for: one SQL text over the checked tables, with its parameters
   * written into it. It runs in DuckDB beside the tables that `saveTables` gives.
   */
  explain(name: DefinitionName, params: DefinitionParams): Promise<string>;
  /**
   * The tables that the definitions read, as the export was checked, with the months and days of `calendar` (default `utcCalendar`): a zip
   * archive of Parquet files; with a key of pseudonyms, cards are called by those, and their ids are their places in the order of ids. One
   * at a time: a second call cancels the first. Throws `saving-cancelled`, `saving-interrupted`, `saving-failed`, `out-of-memory`.
   */
  saveTables(onProgress: (progress: SaveProgress) => void, calendar?: Calendar, pseudonyms?: string): Promise<Blob>;
  /** Ends saving in progress. */
  cancelSaving(): Promise<void>;
  /** Bytes that the export and what was derived from it take in memory. */
  memory(): Promise<number>;
}

/** The files of a call: in the call itself, or those that were handed over before it (`EngineWorker.hand`). */
export type HandedFiles = File[] | 'handed';

/**
 * The engine as its worker serves it. Many files are handed over in portions: to copy the reference to one takes a browser a quarter of a
 * millisecond, in which the page does nothing else.
 */
export interface EngineWorker extends Omit<Engine, 'load' | 'tryLoad' | 'inspect'> {
  /**
   * Hands over a portion of the files of the next call.
   *
   * @param isFirst whether the portions before it were for another call
   */
  hand(files: File[], isFirst: boolean): Promise<void>;
  load(files: HandedFiles, ...more: Tail<Parameters<Engine['load']>>): Promise<ExportSummary>;
  tryLoad(files: HandedFiles, ...more: Tail<Parameters<Engine['tryLoad']>>): Promise<ExportSummary>;
  inspect(files: HandedFiles, ...more: Tail<Parameters<Engine['inspect']>>): Promise<Inspection>;
  /** Whether the browser holds the worker's own workers to the page's policy, found by trying. */
  areWorkersGuarded(): Promise<boolean>;
  /** What the worker's own workers have asked for by network. */
  requestsOfWorkers(): Promise<Requests>;
  /** Has each of the worker's own workers ask for an address elsewhere; whether the browser refused. */
  attemptInWorkers(): Promise<boolean[]>;
}

type Tail<T extends unknown[]> = T extends [unknown, ...infer Rest] ? Rest : never;
