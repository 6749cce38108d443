/** How many questions of the views are under way: what can wait lets them go first. */
export class Questions {
  #underWay = 0;
  #ended: (() => void)[] = [];

  get areUnderWay(): boolean {
    return this.#underWay > 0;
  }

  /** Counts one until it has ended, however it does. */
  async count<T>(question: Promise<T>): Promise<T> {
    this.#underWay += 1;
    try {
      return await question;
    } finally {
      this.#underWay -= 1;
      if (this.#underWay === 0) for (const tell of this.#ended.splice(0)) tell();
    }
  }

  /** Resolves once none is under way, in a task of its own: all that wait go on before any of them asks anew. */
  async ended(): Promise<void> {
    if (this.areUnderWay) await new Promise<void>((resolve) => this.#ended.push(resolve));
    await new Promise((resolve) => setTimeout(resolve));
  }
}
