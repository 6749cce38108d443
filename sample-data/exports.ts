import { enrol, type Card } from './cards.ts';
import { transactionTypes } from '../workers/recognise/transaction-types.ts';
import { live, type Account } from './ledger.ts';
import type { Merchant } from './merchants.ts';
import { parquetOf, type Column } from './parquet.ts';
import { Random } from './random.ts';
import { Transactions } from './transactions.ts';

export interface Size {
  cards: number;
  transactions: number;
}

/** By a merchant's id, the mean of visits a day that makes about as many transactions as are wanted. */
export type Rates = Readonly<Record<number, number>>;

/** An export, of which the files are yet to be written. */
export interface Export extends Size {
  stores: number;
  rates: Rates;
  files: { name: string; parquet: () => Promise<ReadableStream<Uint8Array>> }[];
}

/** A row of the cards to be. Instants are seconds since 1970. */
interface CardRow extends Account {
  id: number;
  merchant: Merchant;
  createdAt: number;
}

/** Transactions of a merchant: row numbers in order of time. */
interface Section {
  merchant: Merchant;
  rows: Uint32Array;
}

/**
 * Makes `cards.parquet`, `transactions.parquet` and `stores.parquet` of the merchants, one after the other; parquet-wasm must have been
 * initialised. A size grows or shrinks all merchants alike; where only one of its numbers is given, the other follows.
 *
 * @param known rates that were found before for this size and seed: most of the time goes into finding them
 */
export function makeExport(merchants: Merchant[], size: Partial<Size>, seed: number, known: Rates = {}): Export {
  const scale = scaleOf(merchants, size);
  const several = merchants.length > 1;
  const transactions = new Transactions();
  const cards: CardRow[] = [];
  const sections: Section[] = [];
  const rates: Record<number, number> = {};
  for (const merchant of merchants) {
    const enrolled = enrol(merchant, Math.max(1, Math.round(merchant.cards * scale.cards)), seed);
    const rate = known[merchant.id] ?? rateFor(merchant, enrolled, merchant.transactions * scale.transactions, seed);
    rates[merchant.id] = rate;
    const from = transactions.length;
    for (const card of enrolled) {
      const id = merchant.cardBase + 1 + card.index;
      const account = live(merchant, card, rate, randomOf(merchant, card, seed), transactions.poster(id));
      cards.push({ ...account, id, merchant, createdAt: card.createdAt });
    }
    sections.push({ merchant, rows: transactions.inTimeOrder(from) });
  }
  return {
    cards: cards.length,
    transactions: transactions.length,
    stores: merchants.reduce((sum, { stores }) => sum + stores.length, 0),
    rates,
    files: [
      { name: 'cards.parquet', parquet: () => parquetOfCards(cards, several) },
      { name: 'transactions.parquet', parquet: () => parquetOfTransactions(transactions, sections) },
      { name: 'stores.parquet', parquet: () => parquetOfStores(merchants) },
    ],
  };
}

function scaleOf(merchants: Merchant[], size: Partial<Size>): Size {
  const scale = (key: keyof Size) => {
    const wanted = size[key];
    return wanted === undefined ? undefined : wanted / merchants.reduce((sum, merchant) => sum + merchant[key], 0);
  };
  const cards = scale('cards');
  const transactions = scale('transactions');
  return { cards: cards ?? transactions ?? 1, transactions: transactions ?? cards ?? 1 };
}

/** Every card has a stream of its own: its life does not depend on how many others there are. */
function randomOf(merchant: Merchant, card: Card, seed: number): Random {
  return new Random(seed, merchant.id, 2, card.index);
}

/** The mean of visits a day that makes about `wanted` transactions: found by halving on a sample of the cards, then corrected once on all. */
function rateFor(merchant: Merchant, cards: Card[], wanted: number, seed: number): number {
  const count = (some: Card[], rate: number) => {
    let transactions = 0;
    for (const card of some) live(merchant, card, rate, randomOf(merchant, card, seed), () => transactions++);
    return transactions;
  };
  const step = Math.max(1, Math.floor(cards.length / 6000));
  const sample = cards.filter((_, i) => i % step === 0);
  const target = (wanted * sample.length) / cards.length;
  let [low, high] = [Math.log(0.001), Math.log(5)];
  let best = { rate: 0, miss: Infinity };
  for (let round = 0; round < 13; round++) {
    const rate = Math.exp((low + high) / 2);
    const transactions = count(sample, rate);
    const miss = Math.abs(transactions - target);
    if (miss < best.miss) best = { rate, miss };
    if (transactions < target) low = Math.log(rate);
    else high = Math.log(rate);
  }
  return step === 1 ? best.rate : (best.rate * wanted) / count(cards, best.rate);
}

function parquetOfCards(cards: CardRow[], several: boolean) {
  return parquetOf(cards.length, [
    { name: 'id', type: 'int32', encoding: 'DELTA_BINARY_PACKED', value: (row) => cards[row]!.id },
    ...merchantColumn(several, (row) => cards[row]!.merchant.id),
    {
      name: 'card_number',
      type: 'text',
      encoding: 'DELTA_BYTE_ARRAY',
      value: (row) => `${cards[row]!.merchant.cardPrefix}${100_000 + (cards[row]!.id - cards[row]!.merchant.cardBase)}`,
    },
    {
      name: 'customer_name',
      type: 'text',
      nullable: true,
      encoding: 'DELTA_LENGTH_BYTE_ARRAY',
      value: (row) => cards[row]!.name,
    },
    { name: 'created_at', type: 'timestamp', encoding: 'DELTA_BINARY_PACKED', value: (row) => cards[row]!.createdAt },
    {
      name: 'last_activity_at',
      type: 'timestamp',
      nullable: true,
      encoding: 'DELTA_BINARY_PACKED',
      value: (row) => cards[row]!.lastActivityAt,
    },
    { name: 'is_active', type: 'boolean', encoding: 'PLAIN', value: (row) => cards[row]!.active },
    { name: 'points_balance', type: 'int32', encoding: 'DICTIONARY', value: (row) => cards[row]!.balance },
  ]);
}

/** Merchant by merchant, each in order of time: that compresses better than one order of time. */
function parquetOfTransactions(data: Transactions, sections: Section[]) {
  const rows = new Uint32Array(data.length);
  const merchants = new Uint8Array(data.length);
  let end = 0;
  for (const section of sections) {
    rows.set(section.rows, end);
    merchants.fill(section.merchant.id, end, (end += section.rows.length));
  }
  const at = (row: number) => rows[row]!;
  const optional = (value: number, none: number) => (value === none ? null : value);
  return parquetOf(data.length, [
    ...merchantColumn(sections.length > 1, (row) => merchants[row]!),
    { name: 'card_id', type: 'int32', encoding: 'DELTA_BINARY_PACKED', value: (row) => data.card[at(row)]! },
    {
      name: 'store_id',
      type: 'int32',
      nullable: true,
      encoding: 'DICTIONARY',
      value: (row) => optional(data.store[at(row)]!, 0),
    },
    {
      name: 'transaction_type',
      type: 'text',
      encoding: 'DICTIONARY',
      value: (row) => transactionTypes[data.type[at(row)]!]!,
    },
    { name: 'points_delta', type: 'int32', encoding: 'DICTIONARY', value: (row) => data.delta[at(row)]! },
    { name: 'transaction_at', type: 'timestamp', encoding: 'DELTA_BINARY_PACKED', value: (row) => data.at[at(row)]! },
    ...(sections.some(({ merchant }) => merchant.basket)
      ? [
          {
            name: 'purchase_amount_cents',
            type: 'int32',
            nullable: true,
            encoding: 'DICTIONARY',
            value: (row: number) => optional(data.amount[at(row)]!, -1),
          } as const,
        ]
      : []),
  ]);
}

function parquetOfStores(merchants: Merchant[]) {
  const stores = merchants.flatMap((merchant) => merchant.stores.map((store) => ({ ...store, merchant: merchant.id })));
  return parquetOf(stores.length, [
    { name: 'id', type: 'int32', encoding: 'PLAIN', value: (row) => stores[row]!.id },
    ...merchantColumn(merchants.length > 1, (row) => stores[row]!.merchant),
    { name: 'name', type: 'text', encoding: 'PLAIN', value: (row) => stores[row]!.name },
  ]);
}

function merchantColumn(several: boolean, value: (row: number) => number): Column[] {
  return several ? [{ name: 'merchant_id', type: 'int32', encoding: 'DICTIONARY', value }] : [];
}
