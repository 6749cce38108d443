import type { LoadCheck } from '../contract/summary.ts';

/** Something of a load that changes numbers, and may be a misunderstanding. */
export type LoadWarning =
  | { is: 'rows-unused'; used: number; read: number }
  | { is: 'cards-unfound'; found: number; transactions: number }
  | { is: 'in-the-future'; transactions: number };

/** Below this share, more is wrong than the odd row. */
const usual = 0.98;

/** What of a load changes numbers: rows that were not used, transactions that find no card where there are cards, dates to come. */
export function warningsOf({ rowsRead, rowsUsed, transactions, found, future }: LoadCheck): LoadWarning[] {
  const warnings: LoadWarning[] = [];
  if (rowsUsed < usual * rowsRead) warnings.push({ is: 'rows-unused', used: rowsUsed, read: rowsRead });
  if (found !== null && found < usual * transactions) warnings.push({ is: 'cards-unfound', found, transactions });
  if (future > 0) warnings.push({ is: 'in-the-future', transactions: future });
  return warnings;
}
