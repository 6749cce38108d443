import type { RunSql } from './run-sql.ts';

/** How files that are read alike are taken. What is found out of one batch holds for those behind it. */
export class Statements {
  readonly #sqlFor: (judged: ReadonlySet<string>) => RunSql;
  #judged: ReadonlySet<string> = new Set();
  #sql: RunSql;

  /** @param sqlFor answers the statements with these columns judged */
  constructor(sqlFor: (judged: ReadonlySet<string>) => RunSql) {
    this.#sqlFor = sqlFor;
    this.#sql = sqlFor(this.#judged);
  }

  get sql(): RunSql {
    return this.#sql;
  }

  /** Has the values of more columns judged one by one. */
  judge(columns: readonly string[]): void {
    // Rows without a card are orders where instant and amount are sound.
    const ofOrders = columns.includes('card_id') ? ['transaction_at', 'purchase_amount_cents'] : [];
    this.#judged = new Set([...this.#judged, ...columns, ...ofOrders]);
    this.#sql = this.#sqlFor(this.#judged);
  }
}
