import type { EngineError } from '../contract/errors.ts';
import { fetchPart } from '../platform/page-part.ts';
import type * as Registry from './registry.ts';

/** The chart library: fetched at the latest when the first chart is shown, apart from the page, so that the page shows before it. */
class ChartLibrary {
  /** Why it could not be fetched, until it is. */
  failure: EngineError | null = $state.raw(null);
  /** Settles once the library is here, however many attempts that takes. */
  readonly registry: Promise<typeof Registry>;
  #arrive!: (registry: typeof Registry) => void;
  #fetching: Promise<void> | null = null;

  constructor() {
    this.registry = new Promise((resolve) => (this.#arrive = resolve));
  }

  /** Never throws; does nothing once the library is here. */
  fetch(): Promise<void> {
    this.#fetching ??= fetchPart('charts', () => import('./registry.ts')).then(
      (registry) => {
        this.#arrive(registry);
        this.failure = null;
      },
      (failure: EngineError) => {
        this.failure = failure;
        this.#fetching = null;
      },
    );
    return this.#fetching;
  }
}

export const chartLibrary = new ChartLibrary();
