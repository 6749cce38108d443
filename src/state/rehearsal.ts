import type { EngineClient } from '../platform/engine-client.ts';
import { fetchSample, rehearsed } from './samples.ts';

/** A load after two takes a tenth less than after one. */
const times = 2;

/** A sample that the engine loads for nobody, while a person still chooses: the load that they wait for is faster after that. */
export class Rehearsal {
  readonly #engine: Pick<EngineClient, 'start' | 'rehearse'>;
  /** Null before it has begun. */
  #controller: AbortController | null = null;

  constructor(engine: Pick<EngineClient, 'start' | 'rehearse'>) {
    this.#engine = engine;
  }

  /**
   * Rehearses, once.
   *
   * @param isNeeded whether nothing is open, or being opened
   */
  async run(isNeeded: () => boolean): Promise<void> {
    if (this.#controller) return;
    this.#controller = new AbortController();
    try {
      await this.#engine.start();
      if (!isNeeded()) return;
      const files = await fetchSample(rehearsed, this.#controller.signal);
      for (let time = 0; time < times && isNeeded(); time++) await this.#engine.rehearse(files);
    } catch {
      // Whatever is wrong, the load that matters will say.
    }
  }

  /** Ends fetching the sample; the engine ends the rest when it is asked to load. */
  end(): void {
    this.#controller?.abort();
  }
}
