import { EngineError } from '../../src/contract/errors.ts';

/** Cancels work that is under way. After `passReturn` it can no longer be cancelled: the last step is done as a whole. */
export class Cancellation {
  /** Rejects with `load-cancelled` once it is cancelled. */
  readonly cancelled: Promise<never>;
  readonly #controller = new AbortController();
  #isPastReturn = false;

  constructor() {
    const { signal } = this.#controller;
    this.cancelled = new Promise((_, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason as EngineError));
    });
    // It is only ever raced: its rejection must not count as unhandled.
    this.cancelled.catch(() => undefined);
  }

  cancel(): void {
    if (!this.#isPastReturn) this.#controller.abort(new EngineError('load-cancelled', {}));
  }

  /** @throws EngineError `load-cancelled` once it is cancelled */
  throwIfCancelled(): void {
    this.#controller.signal.throwIfAborted();
  }

  /** From here on it cannot be cancelled any more; throws where it has been. */
  passReturn(): void {
    this.throwIfCancelled();
    this.#isPastReturn = true;
  }
}
