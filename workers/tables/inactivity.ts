import type { Scope } from '../analytics/question';
import type { Database } from '../database/database';
import inactivitySql from './inactivity.sql?raw';

/** Keeps the table `inactivity` for the merchant and report instant that were asked for last. */
export class InactivityTable {
  readonly #database: Database;
  #holds: string | null = null;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Makes the table hold the cards of `scope`. */
  async prepare({ merchant, asOf }: Scope): Promise<void> {
    const wanted = JSON.stringify([merchant, asOf]);
    if (this.#holds === wanted) return;
    this.#holds = null;
    await this.#database.run(
      'CREATE OR REPLACE TABLE inactivity (card_id BIGINT, days_inactive BIGINT, avg_interval DOUBLE, points_balance BIGINT)',
    );
    await this.#database.run(inactivitySql, [merchant, asOf]);
    this.#holds = wanted;
  }

  /** Another export was loaded. */
  forget(): void {
    this.#holds = null;
  }
}
