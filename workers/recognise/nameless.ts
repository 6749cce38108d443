import type { FileColumn } from '../decode/decoder.ts';
import { exportColumns } from './export-columns.ts';
import { canHold, type MatchedColumn } from './recognise.ts';
import { isFractional } from './written.ts';

interface Looked {
  column: FileColumn;
  values: readonly string[];
}

/** Whether a file has no names of columns: they are called by their numbers (`decode/csv/layout.ts`). */
export function isNameless(columns: readonly FileColumn[]): boolean {
  return columns.every(({ name }) => /^column \d+$/.test(name));
}

/**
 * What the columns of transactions may be that have no names: with a date beside it, the column with the most different values of which some come
 * again says who, and the only one with decimals for how much.
 */
export function withNameless(matched: MatchedColumn[], looked: readonly Looked[]): MatchedColumn[] {
  const isDated = matched.some(({ wanted }) => wanted.name === 'transaction_at');
  if (!isDated || !isNameless(looked.map(({ column }) => column))) return matched;
  const free = looked.filter(({ column }) => !matched.some(({ found }) => found === column));
  const whose = free
    .filter(({ column, values }) => canHold(column, 'id') && !values.some(isFractional))
    .map(({ column, values }) => ({ column, different: new Set(values).size, rows: values.length }))
    .filter(({ different, rows }) => different < rows)
    .toSorted((a, b) => b.different - a.different)[0]?.column;
  const [amount, ...more] = free.filter(({ values }) => values.some(isFractional));
  const named = (name: string): boolean => matched.some(({ wanted }) => wanted.name === name);
  const guess = (name: string, found: FileColumn | undefined): MatchedColumn[] => {
    const wanted = exportColumns.transactions.find((column) => column.name === name)!;
    return found && !named(name) ? [{ wanted, found }] : [];
  };
  return [
    ...matched,
    ...guess('card_id', whose),
    ...guess('purchase_amount_cents', more.length > 0 ? undefined : amount?.column),
  ];
}
