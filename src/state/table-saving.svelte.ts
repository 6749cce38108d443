import type { Calendar } from '../contract/calendar.ts';
import { toEngineError, type EngineError } from '../contract/errors.ts';
import type { SaveProgress } from '../contract/progress.ts';
import type { Session } from './session.svelte.ts';

/** The saving of the checked tables, wherever it is asked for: it goes on while views come and go. */
export class TableSaving {
  /** Null while nothing is being saved. */
  progress: SaveProgress | null = $state.raw(null);
  failure: EngineError | null = $state.raw(null);
  readonly #session: Pick<Session, 'engine' | 'ready'>;

  constructor(session: Pick<Session, 'engine' | 'ready'>) {
    this.#session = session;
  }

  /** The tables as a file, with the months and days of a calendar, its cards called by pseudonyms where there is a key of them; null where that is cancelled, or fails: then `failure` says why. */
  async save(calendar: Calendar, pseudonyms: string | undefined): Promise<Blob | null> {
    if (this.progress) return null;
    this.progress = { rows: 0, of: 0 };
    this.failure = null;
    try {
      await this.#session.ready;
      return await this.#session.engine.saveTables((progress) => (this.progress = progress), calendar, pseudonyms);
    } catch (thrown) {
      const failure = toEngineError(thrown);
      if (failure.code !== 'saving-cancelled') this.failure = failure;
      return null;
    } finally {
      this.progress = null;
    }
  }

  cancel(): void {
    void this.#session.engine.cancelSaving();
  }
}
