import type { LoadCheck } from '../contract/summary.ts';

/** Something of a load that changes numbers, and may be a misunderstanding. */
export type LoadWarning =
  | { is: 'rows-unused'; used: number; read: number }
  | { is: 'cards-unfound'; found: number; transactions: number }
  | { is: 'in-the-future'; transactions: number }
  | { is: 'busy-card'; transactions: number; of: number }
  | { is: 'other-merchant'; transactions: number }
  | { is: 'refunds-alone'; transactions: number }
  | { is: 'number-again'; transactions: number }
  | { is: 'values-unread'; values: number };

/** Below this share, more is wrong than the odd row. */
const usual = 0.98;

/** From this share of all transactions on, of so many, a card is more than one customer. */
const tooBusy = { share: 0.2, of: 50 };

/**
 * What of a load changes numbers: rows that were not used, transactions that find no card where there are cards, dates to come, a card that
 * stands for many, ids that begin again at each merchant, amounts that are
 * all below 0, transactions that may be corrections of others, values that were not read.
 */
export function warningsOf(check: LoadCheck): LoadWarning[] {
  const { rowsRead, rowsUsed, transactions, found, future, busiest, ofOtherMerchants, unreadValues } = check;
  const { refunds, amountsAbove, numberedAgain, revenue } = check;
  const warnings: LoadWarning[] = [];
  if (rowsUsed < usual * rowsRead) warnings.push({ is: 'rows-unused', used: rowsUsed, read: rowsRead });
  if (found !== null && found < usual * transactions) warnings.push({ is: 'cards-unfound', found, transactions });
  if (future > 0) warnings.push({ is: 'in-the-future', transactions: future });
  if (transactions >= tooBusy.of && busiest > tooBusy.share * transactions)
    warnings.push({ is: 'busy-card', transactions: busiest, of: transactions });
  if (ofOtherMerchants > (1 - usual) * transactions)
    warnings.push({ is: 'other-merchant', transactions: ofOtherMerchants });
  if (refunds > 0 && amountsAbove === 0 && (revenue === null || revenue === 0))
    warnings.push({ is: 'refunds-alone', transactions: refunds });
  if (numberedAgain > 0) warnings.push({ is: 'number-again', transactions: numberedAgain });
  if (unreadValues > (1 - usual) * rowsUsed) warnings.push({ is: 'values-unread', values: unreadValues });
  return warnings;
}
