import type { Judging } from './run-columns.ts';
import type { RunSql } from './run-sql.ts';

/** How files that are read alike are taken. What is found out of one batch holds for those behind it. */
export class Statements {
  readonly #sqlFor: (judging: Judging) => RunSql;
  #judging: Judging;
  #sql: RunSql;

  /**
   * @param sqlFor answers the statements for what is judged
   * @param hasFractions whether files before them had fractions of points
   */
  constructor(sqlFor: (judging: Judging) => RunSql, hasFractions: boolean) {
    this.#sqlFor = sqlFor;
    this.#judging = { judged: new Set(), hasFractions };
    this.#sql = sqlFor(this.#judging);
  }

  get sql(): RunSql {
    return this.#sql;
  }

  get hasFractions(): boolean {
    return this.#judging.hasFractions;
  }

  /** Has the values of more columns judged one by one. */
  judge(columns: readonly string[]): void {
    // Rows without a card are orders where instant and amount are sound.
    const ofOrders = columns.includes('card_id') ? ['transaction_at', 'purchase_amount_cents'] : [];
    this.#set({ ...this.#judging, judged: new Set([...this.#judging.judged, ...columns, ...ofOrders]) });
  }

  /** Has points read with their decimals. The tables are to hold them before (`holdFractionsSql`). */
  readFractions(): void {
    this.#set({ ...this.#judging, hasFractions: true });
  }

  #set(judging: Judging): void {
    this.#judging = judging;
    this.#sql = this.#sqlFor(judging);
  }
}
