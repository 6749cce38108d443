import { exportColumns } from './export-columns.ts';
import type { MatchedColumn } from './recognise.ts';
import type { Sample } from './sample.ts';

/** From this share of rows on that stand beside others of their purchase, the rows of a file are lines. */
const linesShare = 0.1;

/**
 * Whether the rows of transactions are lines of purchases: several of them, that are not the same, have one number, card, day and direction.
 * Then that number is the reference of their order, whatever it was taken for; else no column is, since each row is a purchase of its own.
 */
export function withLines(matched: MatchedColumn[], sample: Sample): MatchedColumn[] {
  const columnOf = (name: string): MatchedColumn | undefined => matched.find(({ wanted }) => wanted.name === name);
  const others = matched.filter(({ wanted }) => wanted.name !== 'order_reference');
  const named = columnOf('order_reference');
  const id = columnOf('id');
  const isOfLines = ({ found }: MatchedColumn): boolean =>
    areLines(sample, (name) => columnOf(name)?.found.place, found.place);
  const reference = [named, id].find((column) => column !== undefined && isOfLines(column));
  if (!reference) return others;
  const wanted = exportColumns.transactions.find(({ name }) => name === 'order_reference')!;
  return [...others.filter((column) => column !== reference), { wanted, found: reference.found }];
}

/** @param placeOf where the sample has a column of the export; undefined where it has none */
function areLines(sample: Sample, placeOf: (name: string) => number | undefined, reference: number): boolean {
  const purchases = new Map<string, { rows: number; different: Set<string> }>();
  // Some programs write the customer on the first line of a purchase alone.
  const cards = new Map<string, string>();
  let rows = 0;
  for (const row of sample) {
    const textOf = (place: number | undefined): string => (place === undefined ? '' : (row[place]?.trim() ?? ''));
    const number = textOf(reference);
    if (number === '') continue;
    rows++;
    const amount = textOf(placeOf('purchase_amount_cents')) || textOf(placeOf('points_delta'));
    const day = textOf(placeOf('transaction_at')).split(/[T ]/)[0];
    const isTaken = /^[-\u2212(]|-$/.test(amount);
    const receipt = JSON.stringify([number, day]);
    const card = textOf(placeOf('card_id')) || cards.get(receipt) || '';
    cards.set(receipt, card);
    const key = JSON.stringify([receipt, card, isTaken]);
    const purchase = purchases.get(key) ?? { rows: 0, different: new Set() };
    purchase.rows++;
    purchase.different.add(JSON.stringify(row));
    purchases.set(key, purchase);
  }
  const lines = [...purchases.values()].filter(({ different }) => different.size > 1);
  return lines.reduce((sum, purchase) => sum + purchase.rows, 0) > linesShare * rows;
}
