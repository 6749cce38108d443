/** How long nobody has asked anything, in milliseconds, before something is built for what they may ask next. */
const restMs = 100;

/** Builds what later questions need while nobody asks anything, a slice at a time. */
export class Ahead {
  readonly #isBusy: () => boolean;
  readonly #buildNext: () => Promise<boolean>;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param isBusy whether a question or a load is under way: its end begins the rest anew (`rest`)
   * @param buildNext builds a slice; false where nothing is left to be built
   */
  constructor(isBusy: () => boolean, buildNext: () => Promise<boolean>) {
    this.#isBusy = isBusy;
    this.#buildNext = buildNext;
  }

  /** What was under way has ended. */
  rest(): void {
    this.#next(restMs);
  }

  #next(milliseconds: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#step(), milliseconds);
  }

  async #step(): Promise<void> {
    const before = this.#timer;
    // What cannot be built is not needed for any answer.
    if (this.#isBusy() || !(await this.#buildNext().catch(() => false))) return;
    // Whoever asked meanwhile has begun the rest anew.
    if (this.#timer === before) this.#next(0);
  }
}
