import { transactionTypes } from '../workers/recognise/transaction-types.ts';
import type { Post } from './ledger.ts';

const typeCodes = new Map(transactionTypes.map((type, code) => [type, code]));

/** Transactions by column, in arrays that grow: ten million of them take some 300 MB. */
export class Transactions {
  length = 0;
  /** Seconds since 1970. */
  at = new Uint32Array(1024);
  card = new Uint32Array(1024);
  /** Index into {@link transactionTypes}. */
  type = new Uint8Array(1024);
  delta = new Int32Array(1024);
  /** 0 for none. */
  store = new Uint16Array(1024);
  /** Cents; -1 for none. */
  amount = new Int32Array(1024);

  /** A function that adds transactions of a card. */
  poster(card: number): Post {
    return (at, type, delta, store, amount) => {
      if (this.length === this.at.length) this.#grow();
      const i = this.length++;
      this.at[i] = at;
      this.card[i] = card;
      this.type[i] = typeCodes.get(type)!;
      this.delta[i] = delta;
      this.store[i] = store;
      this.amount[i] = amount;
    };
  }

  /** Row numbers from `from` on in order of time; rows of the same second keep their order. */
  inTimeOrder(from = 0): Uint32Array {
    const count = this.length - from;
    let rows = Uint32Array.from({ length: count }, (_, i) => from + i);
    let sorted = new Uint32Array(count);
    for (const shift of [0, 16]) {
      const starts = new Uint32Array(65_537);
      for (const row of rows) starts[((this.at[row]! >>> shift) & 0xffff) + 1]!++;
      for (let i = 0; i < 65_536; i++) starts[i + 1]! += starts[i]!;
      for (const row of rows) sorted[starts[(this.at[row]! >>> shift) & 0xffff]!++] = row;
      [rows, sorted] = [sorted, rows];
    }
    return rows;
  }

  #grow(): void {
    const capacity = Math.ceil(this.length * 1.6);
    const grown = <A extends Uint8Array | Uint16Array | Uint32Array | Int32Array>(array: A): A => {
      const copy = new (array.constructor as new (length: number) => A)(capacity);
      copy.set(array);
      return copy;
    };
    this.at = grown(this.at);
    this.card = grown(this.card);
    this.type = grown(this.type);
    this.delta = grown(this.delta);
    this.store = grown(this.store);
    this.amount = grown(this.amount);
  }
}
