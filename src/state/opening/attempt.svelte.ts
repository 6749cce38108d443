import { EngineError } from '../../contract/errors.ts';
import type { LoadProgress } from '../../contract/progress.ts';
import type { EngineClient } from '../../platform/engine-client.ts';
import type { Matching } from './matching.svelte.ts';
import { openFiles, type Opened, type Opening } from './opening.ts';
import type { RememberedPlans } from './remembered-plans.ts';
import type { Source } from './source.ts';

type Calendars = Pick<Opening, 'calendarFor' | 'isAnythingRemembered'>;

/** One attempt to open something, from its start to what comes of it. */
export class Attempt {
  readonly source: Source;
  progress: LoadProgress = $state.raw({ stage: 'starting', files: [] });
  readonly #controller = new AbortController();

  constructor(source: Source) {
    this.source = source;
  }

  get isCancelled(): boolean {
    return this.#controller.signal.aborted;
  }

  /** Ends it with the same failure, wherever it is. */
  cancel(): void {
    this.#controller.abort(new EngineError('load-cancelled', {}));
  }

  /**
   * @param before what has to end before the engine is asked
   * @returns what the engine holds now, even where a cancellation came too late; the columns for a person to match; null where that is
   *   cancelled.
   * @throws EngineError that a person cannot solve by an answer. After a cancellation it may throw anything.
   */
  async run(
    engine: EngineClient,
    remembered: RememberedPlans,
    calendars: Calendars,
    before?: Promise<void>,
  ): Promise<Opened | Matching | null> {
    const { source } = this;
    const { signal } = this.#controller;
    const files = await source.files(signal);
    signal.throwIfAborted();
    await Promise.race([before, aborted(signal)]);
    signal.throwIfAborted();
    const onProgress = (progress: LoadProgress): void => {
      this.progress = progress;
    };
    const outcome = await openFiles({ files, source, engine, remembered, ...calendars, signal, onProgress });
    return 'summary' in outcome || !this.isCancelled ? outcome : null;
  }
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
