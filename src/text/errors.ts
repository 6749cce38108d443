import type { EngineFailure, ErrorCode, ErrorDetails } from '../contract/errors.ts';
import { isKnownCause, type KnownCause } from '../contract/causes.ts';
import type { EncodingReading } from '../contract/layout.ts';
import { masked, readingsWithoutPersons, saysWho } from '../domain/persons.ts';
import { cut, visible } from './shown.ts';

/** An error in a merchant's words: what is wrong with what, why, and what to do about it. */
export interface ErrorWords {
  title: string;
  explanation: string;
  next: string;
}

/** The words of each error. */
export type ErrorText = { [C in ErrorCode]: (details: ErrorDetails[C]) => ErrorWords };

/** Those of what a person can settle, where nothing in a file does. */
export type QuestionText = Pick<
  ErrorText,
  | 'dates-ambiguous'
  | 'numbers-ambiguous'
  | 'types-unexplained'
  | 'columns-unconfirmed'
  | 'encoding-ambiguous'
  | 'ids-unmet'
  | 'dates-contradicted'
  | 'numbers-contradicted'
>;

/** Those of the engine, of saving, and of parts of the page that are missing. */
export type EngineErrorText = Pick<
  ErrorText,
  Extract<ErrorCode, `engine-${string}` | `saving-${string}` | 'page-part-missing'>
>;

/** The words of each cause that is known. */
export type CauseText = Record<KnownCause, string>;

/** Causes that a decoder leaves when it stops in the middle of a file: they tell a reader nothing. */
const trap = /unreachable|RuntimeError|out of bounds/;

/**
 * Turns an error of the engine into words for the page and for the command line.
 *
 * @param hidesPersons whether values of files that may say who somebody is are left out
 */
export function describeFailure<C extends ErrorCode>(
  { code, details }: EngineFailure<C>,
  { errorText, causeText }: { errorText: ErrorText; causeText: CauseText },
  hidesPersons = false,
): ErrorWords {
  const shown = shownDetails(hidesPersons ? withoutPersons(details) : details) as { cause?: string };
  if (shown.cause !== undefined) shown.cause = causeIn(causeText, shown.cause);
  return errorText[code](shown as ErrorDetails[C]);
}

/** First rows and words may be anybody's; an example is that where its column is. */
function withoutPersons(details: object): object {
  const { firstRow, readings, column, example } = details as {
    firstRow?: string[];
    readings?: EncodingReading[];
    column?: string;
    example?: string | null;
  };
  return {
    ...details,
    ...(readings && { readings: readingsWithoutPersons(readings) }),
    ...(firstRow && { firstRow: firstRow.map(() => masked) }),
    ...(typeof example === 'string' && saysWho(column ?? '') && { example: masked }),
  };
}

function causeIn(causeText: CauseText, cause: string): string {
  if (trap.test(cause)) return causeText.contradiction;
  return isKnownCause(cause) ? causeText[cause] : cause;
}

/** Names and values come from files: none may be so long, or hold such signs, that the sentence around it cannot be read. */
function shownDetails(details: unknown): unknown {
  if (typeof details === 'string') return cut(visible(details), 200);
  if (Array.isArray(details)) return details.map(shownDetails);
  if (typeof details !== 'object' || details === null) return details;
  return Object.fromEntries(Object.entries(details).map(([key, value]) => [key, shownDetails(value)]));
}
