import type { FileKind } from '../contract/files.ts';

/** Without a file of each of these there is no export: cards follow from the transactions where there are none. */
export const requiredKinds: readonly FileKind[] = ['transactions'];

/** Whether a column of the export, by the export's own name, holds amounts: of a currency, in cents or in its units. */
export function isAmount(column: string): boolean {
  return Object.values(amountColumn).includes(column);
}

/** The column of amounts by kind of file. */
export const amountColumn: Partial<Record<FileKind, string>> = {
  transactions: 'purchase_amount_cents',
  orders: 'total_cents',
};
