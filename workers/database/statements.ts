/** Statements that are kept: more than all questions together have. */
const mostKept = 64;

/** Prepared statements by their text: preparing one takes longer than running it on a small table. */
export class PreparedStatements<S> {
  readonly #prepare: (sql: string) => Promise<S>;
  readonly #close: (statement: S) => Promise<unknown>;
  /** Used last at the end. */
  readonly #kept = new Map<string, Promise<S>>();

  constructor(prepare: (sql: string) => Promise<S>, close: (statement: S) => Promise<unknown>) {
    this.#prepare = prepare;
    this.#close = close;
  }

  async of(sql: string): Promise<S> {
    const statement = this.#kept.get(sql) ?? this.#prepare(sql);
    this.#kept.delete(sql);
    this.#kept.set(sql, statement);
    try {
      await statement;
    } catch (thrown) {
      this.#kept.delete(sql);
      throw thrown;
    }
    if (this.#kept.size > mostKept) {
      const [oldest, unused] = [...this.#kept][0]!;
      this.#kept.delete(oldest);
      await this.#close(await unused);
    }
    return statement;
  }

  /** The connection that they were prepared on is closed. */
  forget(): void {
    this.#kept.clear();
  }
}
