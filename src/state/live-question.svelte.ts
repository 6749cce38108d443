import { toEngineError, type EngineError } from '../contract/errors.ts';

/**
 * A question that is asked again and again, with the latest answer to it. It is put once at a time: of the parameters that come while it
 * is under way only the latest are put, once that one has ended, and only the answer to the latest counts, unless one that is overtaken is
 * a frame of the same film. The old answer stays until the new one is there, and when that fails.
 */
export class LiveQuestion<P, T> {
  answer: T | null = $state.raw(null);
  failure: EngineError | null = $state.raw(null);
  pending = $state(false);
  readonly #question: (params: P) => Promise<T>;
  readonly #isFrame: (params: P, next: P) => boolean;
  readonly #together: () => Promise<unknown>;
  #isAsking = false;
  /** The parameters to ask with next. */
  #next: { params: P } | null = null;

  /**
   * @param isFrame whether an answer is shown although others are asked for already; no unless said
   * @param together resolves when the next is put after one that was overtaken: with those of the same picture
   */
  constructor(
    question: (params: P) => Promise<T>,
    {
      isFrame = () => false,
      together = () => Promise.resolve(),
    }: { isFrame?: (params: P, next: P) => boolean; together?: () => Promise<unknown> } = {},
  ) {
    this.#question = question;
    this.#isFrame = isFrame;
    this.#together = together;
  }

  ask(params: P): void {
    // It says why the question asked last has no answer, and that is another now.
    this.failure = null;
    this.#next = { params };
    if (!this.#isAsking) void this.#run();
  }

  async #run(): Promise<void> {
    this.#isAsking = true;
    this.pending = true;
    while (this.#next) {
      const { params } = this.#next;
      this.#next = null;
      await this.#put(params);
      if (this.#next) await this.#together();
    }
    this.#isAsking = false;
    this.pending = false;
  }

  async #put(params: P): Promise<void> {
    try {
      const answer = await this.#question(params);
      if (this.#next && !this.#isFrame(params, this.#next.params)) return;
      this.answer = answer;
    } catch (cause) {
      if (!this.#next) this.failure = toEngineError(cause);
    }
  }
}
