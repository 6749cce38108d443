import { transferHandlers } from 'comlink';
import type { EngineFailure, ErrorCode, ErrorDetails } from './contract';

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
];

/** Any thrown value as an {@link EngineError}; what is not one already becomes `internal`. */
export function toEngineError(thrown: unknown): EngineError {
  return thrown instanceof EngineError
    ? thrown
    : new EngineError('internal', { cause: causeOf(thrown) }, { cause: thrown });
}

/** The message of any thrown value (WebAssembly libraries throw plain strings too). */
export function causeOf(thrown: unknown): string {
  return thrown instanceof Error ? thrown.message : String(thrown);
}

interface Thrown {
  value: unknown;
}

/** Comlink passes only an error's name and message; with this, on both sides, code and details pass as well. */
export function passFailuresThroughComlink(): void {
  const plain = transferHandlers.get('throw')!;
  transferHandlers.set('throw', {
    canHandle: (value): value is Thrown => plain.canHandle(value),
    serialize: (thrown) => {
      const { code, details } = toEngineError((thrown as Thrown).value);
      return [{ code, details }, []];
    },
    deserialize: (failure) => {
      const { code, details } = failure as EngineFailure;
      throw new EngineError(code, details);
    },
  });
}
