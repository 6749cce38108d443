import { Int64, Utf8 } from 'apache-arrow';
import { cardsFile, transactionsFile, type CardRow, type TransactionRow } from '../support/exports.ts';
import { parquetFile } from '../support/parquet.ts';

export function storesFile(stores: readonly (readonly [id: number, name: string])[]): File {
  return parquetFile('stores.parquet', {
    id: [stores.map(([id]) => BigInt(id)), new Int64()],
    name: [stores.map(([, name]) => name), new Utf8()],
  });
}

const at = (day: string): string => `2026-${day}T10:00:00Z`;
const card = (id: number, createdAt: string, lastActivityAt: string): CardRow => ({
  id,
  createdAt: at(createdAt),
  lastActivityAt: at(lastActivityAt),
});
const visit = (card: number, day: string, store: number): TransactionRow => ({ card, at: at(day), store });

/** Four cards in four stores, two of them of one name: few enough to count by hand. */
export const fourStores = (): File[] => [
  cardsFile([
    card(1, '01-05', '02-10'),
    card(2, '01-07', '03-30'),
    card(3, '01-09', '01-10'),
    card(4, '02-02', '03-31'),
  ]),
  transactionsFile([
    visit(1, '01-06', 1),
    visit(1, '02-10', 2),
    visit(2, '01-08', 2),
    visit(2, '03-30', 1),
    visit(3, '01-10', 1),
    visit(4, '02-03', 3),
    visit(4, '03-31', 4),
  ]),
  storesFile([
    [1, 'Gare'],
    [2, 'Gare'],
    [3, 'Shop 10'],
    [4, 'Shop 9'],
  ]),
];

/** A card that was in every store once. */
export function manyStores(count: number): File[] {
  const ids = Array.from({ length: count }, (_, i) => i + 1);
  return [
    cardsFile([card(1, '01-05', '03-31')]),
    transactionsFile(ids.map((id) => visit(1, '03-31', id))),
    storesFile(ids.map((id) => [id, `Shop ${id}`])),
  ];
}
