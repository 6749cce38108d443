/** What can go wrong. `text/errors.ts` turns it into words. */

import type { LeftOut } from './left-out.ts';
import type { KnownCause } from './causes.ts';
import type { FileKind, FileNature } from './files.ts';
import type { Id } from './ids.ts';
import type { EncodingReading } from './layout.ts';
import type { SetAsideReason } from './report.ts';

/** What a parameter takes. */
export type WantedValue =
  | { is: 'whole'; from: number; to?: number }
  | { is: 'above-zero' }
  | { is: 'instant' }
  | { is: 'time-zone' }
  | { is: 'week-start' }
  | { is: 'one-of'; values: readonly string[] }
  | { is: 'sort'; columns: readonly string[] };

/** What of a workbook is limited. `unpacked`: bytes of all its parts. */
export type WorkbookLimit =
  'file' | 'parts' | 'sheet' | 'strings' | 'unpacked' | 'texts' | 'cells' | 'cellCharacters' | 'characters';

/** One entry per cause; the page turns it into words (`src/text/errors.ts`), so `details` carries what the words need. */
export interface ErrorDetails {
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
  /** Dates that could be read either way: a person is asked. */
  'dates-ambiguous': { file: string; column: string; example: string };
  /** The same for numbers. */
  'numbers-ambiguous': { file: string; column: string; example: string };
  /** One value contradicts the order of day and month, or the decimal sign, of all others: a person is asked. */
  'dates-contradicted': { file: string; column: string; example: string };
  'numbers-contradicted': { file: string; column: string; example: string };
  /** No transaction earns anything, and words of the file plainly stand for what does: a person is asked. */
  'types-unexplained': { file: string; column: string; words: string[] };
  /** A column of another name may be one that the file seems not to have: a person is asked. */
  'columns-unconfirmed': { file: string; columns: string[] };
  /** The bytes of a text may be written in several encodings: a person is asked. */
  'encoding-ambiguous': { file: string; readings: EncodingReading[] };
  /** Few transactions name a card of the files of cards: a person is asked how they meet. */
  'ids-unmet': { file: string; transactions: number; found: number };
  'kind-absent': { kind: FileKind; files: string[]; leftOut: LeftOut[] };
  'delta-unreadable': { file: string; why: 'checkpoint' | 'deletions' };
  'no-usable-rows': { file: string; rows: number; column: string; reason: SetAsideReason; example: string | null };
  'rows-lost': { file: string; expected: number; got: number };
  /** `file`: what was being read, null where that was done. */
  'out-of-memory': { file: string | null };
  /** More than the engine can hold, known before the work of loading starts: rows of the export, bytes that they need, bytes that there are. */
  'too-large': { rows: number; bytes: number; limit: number };
  'load-cancelled': Record<string, never>;
  'load-in-progress': Record<string, never>;
  'nothing-loaded': Record<string, never>;
  'parameter-invalid': { parameter: string; value: string; wanted: WantedValue };
  'merchant-needed': { merchants: Id[] };
  'engine-start': { cause: string };
  'engine-crashed': { cause: string };
  /** A part of the engine did not come from the page's host. */
  'engine-not-fetched': Record<string, never>;
  /** Neither Parquet, nor a workbook, nor text with columns. */
  'format-unknown': { file: string; looksLike: FileNature };
  /** A text file has no rows, or a single column of values without a name; the others as in `FoundLayout`. */
  'header-missing': { file: string; firstRow: string[]; rows: string[][]; delimiter: string | null };
  'archive-too-large': { file: string; bytes: number };
  /** A workbook holds more of something than is read (`workers/decode/excel/limits.ts`): bytes, parts, texts, cells or characters. */
  'workbook-too-large': { file: string; what: WorkbookLimit; found: number; limit: number };
  /** No visible sheet of a workbook has a value; `hidden` are the names of the others. */
  'workbook-empty': { file: string; hidden: string[] };
  /** More files than an export has; `archive` is what they are in, null where they were chosen one by one. */
  'too-many-files': { archive: string | null; count: number; limit: number };
  'too-many-columns': { file: string; count: number; limit: number };
  /** No file of an archive may be one of an export; `found` are the names of the first of those there are. */
  'archive-empty': { file: string; found: string[] };
  /** A part of the page could not be fetched. `isReachable`: whether the page's server still answers. */
  'page-part-missing': { part: 'view' | 'charts' | 'sample'; isReachable: boolean };
  /** Saving the tables was cancelled by whoever asked for it. */
  'saving-cancelled': Record<string, never>;
  /** Another export took the place of the one whose tables were being saved. */
  'saving-interrupted': Record<string, never>;
  'saving-failed': { cause: string };
  internal: { cause: string };
}

export type ErrorCode = keyof ErrorDetails;

/** An error as it crosses the wall. */
export interface EngineFailure<C extends ErrorCode = ErrorCode> {
  code: C;
  details: ErrorDetails[C];
}

/**
 * An error of the engine: a code for the cause and the details that its words need. The page and the command turn it
 * into words (`src/text/errors.ts`); the message here is for developers.
 */
export class EngineError<C extends ErrorCode = ErrorCode> extends Error implements EngineFailure<C> {
  override readonly name = 'EngineError';
  readonly code: C;
  readonly details: ErrorDetails[C];

  constructor(code: C, details: ErrorDetails[C], options?: ErrorOptions) {
    super(`${code} ${JSON.stringify(details)}`, options);
    this.code = code;
    this.details = details;
  }
}

/** What a person can settle by saying which column is which, or how dates and numbers are written. */
export const settledByPerson: readonly ErrorCode[] = [
  'kind-unknown',
  'column-missing',
  'column-ambiguous',
  'column-type',
  'dates-ambiguous',
  'numbers-ambiguous',
  'types-unexplained',
  'columns-unconfirmed',
  'encoding-ambiguous',
  'ids-unmet',
];

const ofDeadEngine: readonly ErrorCode[] = ['engine-crashed', 'engine-start', 'engine-not-fetched'];

/** Whether the engine is gone, and what was loaded in it. */
export function isOfDeadEngine(failure: EngineFailure | null): boolean {
  return failure !== null && ofDeadEngine.includes(failure.code);
}

/** The error of an engine that died of what was thrown, or did not start for it. */
export function engineDied(code: 'engine-crashed' | 'engine-start', thrown: unknown): EngineError {
  const cause = causeOf(thrown);
  if (cause === ('not-fetched' satisfies KnownCause))
    return new EngineError('engine-not-fetched', {}, { cause: thrown });
  return new EngineError(code, { cause }, { cause: thrown });
}

/** Any thrown value as an {@link EngineError}; what is not one already becomes `internal`. */
export function toEngineError(thrown: unknown): EngineError {
  return thrown instanceof EngineError
    ? thrown
    : new EngineError('internal', { cause: causeOf(thrown) }, { cause: thrown });
}

/** The message of any thrown value (WebAssembly libraries throw plain strings too); of one that has crossed the wall, as it began. */
export function causeOf(thrown: unknown): string {
  if (thrown instanceof EngineError && 'cause' in thrown.details) return thrown.details.cause;
  return thrown instanceof Error ? thrown.message : String(thrown);
}
