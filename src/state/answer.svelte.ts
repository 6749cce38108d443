import { toEngineError, type EngineError } from '../failure.ts';

/**
 * The answer to a question that is asked again and again. Only the latest asking counts: an answer that comes after a
 * newer question is dropped. The old value stays while a new one is pending, and when the new question fails.
 */
export class Answer<P, T> {
  value: T | null = $state.raw(null);
  failure: EngineError | null = $state.raw(null);
  pending = $state(false);
  #question: (params: P) => Promise<T>;
  #asked = 0;

  constructor(question: (params: P) => Promise<T>) {
    this.#question = question;
  }

  ask(params: P): void {
    void this.#settle(params, ++this.#asked);
  }

  async #settle(params: P, number: number): Promise<void> {
    this.pending = true;
    try {
      const value = await this.#question(params);
      if (number !== this.#asked) return;
      this.value = value;
      this.failure = null;
    } catch (cause) {
      if (number !== this.#asked) return;
      this.failure = toEngineError(cause);
    }
    this.pending = false;
  }
}
