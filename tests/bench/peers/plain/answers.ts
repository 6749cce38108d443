import type { Ask } from '../../questions.ts';
import type { PlainExport } from '../hyparquet.ts';
import { atRisk } from './at-risk.ts';
import { cohorts } from './cohorts.ts';
import { revenue } from './revenue.ts';

/** The answers in plain JavaScript over typed arrays: one or two passes over the transactions for each question. */
export class PlainAnswers {
  readonly #export: PlainExport;
  readonly #latest: number;

  constructor(loaded: PlainExport) {
    this.#export = loaded;
    const { cards, transactions } = loaded;
    this.#latest = transactions.at.at(-1) ?? 0;
    for (const at of cards.createdAt) this.#latest = Math.max(this.#latest, at);
    for (const at of cards.lastActivityAt) if (at > this.#latest) this.#latest = at;
  }

  answer({ call, params }: Ask): unknown {
    const asOf = params.asOf === undefined ? this.#latest : Date.parse(params.asOf);
    const { monthsBack = 6, multiplier = 2, limit = 50, storeId } = params;
    const store = storeId === undefined ? null : Number(storeId);
    switch (call) {
      case 'cohortRetention':
        return cohorts(this.#export, asOf, monthsBack, store);
      case 'atRiskCards':
        return atRisk(this.#export, asOf, multiplier, limit, store);
      case 'revenueAttribution':
        return revenue(this.#export, asOf, monthsBack, store);
      default:
        throw new Error(`plain JavaScript does not answer ${call}`);
    }
  }
}
