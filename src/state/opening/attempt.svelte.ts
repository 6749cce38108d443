import type { LoadProgress } from '../../contract/progress.ts';
import type { EngineClient } from '../../platform/engine-client.ts';
import { openFiles, type Loaded } from './opening.ts';
import { Matching } from './matching.svelte.ts';
import type { RememberedPlans } from './remembered-plans.ts';
import type { Source } from './source.ts';

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

  cancel(): void {
    this.#controller.abort();
  }

  /**
   * @returns what the engine holds now, even where a cancellation came too late; the screen on which a person has to say what the
   *   columns are; null where that is cancelled.
   * @throws EngineError that no answer of a person would put right; whatever comes of a cancellation.
   */
  async run(engine: EngineClient, remembered: RememberedPlans): Promise<Loaded | Matching | null> {
    const { source } = this;
    const { signal } = this.#controller;
    const files = await source.files(signal);
    signal.throwIfAborted();
    const { decided, out, ask } = source;
    const onProgress = (progress: LoadProgress): void => {
      this.progress = progress;
    };
    const opened = await openFiles(files, { engine, remembered, decided, out, ask, signal, onProgress });
    if ('summary' in opened) return opened;
    return this.isCancelled ? null : new Matching(source.name, opened, source.beside);
  }
}
