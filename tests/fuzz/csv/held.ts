import { isDeepStrictEqual } from 'node:util';
import type { Engine } from '../../../src/contract/engine.ts';
import type { Id } from '../../../src/contract/ids.ts';
import type { ExportSummary } from '../../../src/contract/summary.ts';
import type { Database } from '../../../workers/database/database.ts';
import { loadedIn, type Loaded } from './loaded.ts';

/** The export that an engine holds: it must stay as it is while others are refused. */
export class Held {
  readonly #engine: Engine;
  readonly #database: Database;
  #merchant: Id | undefined;
  #loaded: Loaded | undefined;
  /** What it answers; not asked before another export is refused, which would cost more than the load itself. */
  #answers: unknown;

  constructor(engine: Engine, database: Database) {
    this.#engine = engine;
    this.#database = database;
  }

  /** Another export has taken its place. */
  async replaced(summary: ExportSummary): Promise<Loaded> {
    this.#merchant = summary.merchants[0]?.id;
    this.#answers = undefined;
    return (this.#loaded = await loadedIn(this.#database));
  }

  /** Why it is not what it was, after another was refused; null where it is. */
  async lost(): Promise<string | null> {
    try {
      const loaded = await loadedIn(this.#database);
      if (!isDeepStrictEqual(loaded, this.#loaded)) return 'other rows than before';
      const answers = await this.#ask();
      this.#answers ??= answers;
      return isDeepStrictEqual(answers, this.#answers) ? null : 'other answers than before';
    } catch (thrown) {
      return String(thrown);
    }
  }

  async #ask(): Promise<unknown> {
    const of = { merchantId: this.#merchant };
    return [await this.#engine.revenueAttribution(of), await this.#engine.atRiskCards({ ...of, limit: 20 })];
  }
}
