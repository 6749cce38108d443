import type { FileKind } from '../contract/files.ts';

/** What stands for a value that says who somebody is. */
export const masked = '•••••';

/** Columns of the export that say it, and rows whose values have no column. */
const ofPersons: ReadonlySet<string> = new Set(['', 'id', 'card_id', 'card_number', 'customer_name']);

/** Whether a column of the export, by its own name, says who somebody is. */
export function saysWho(column: string, kind?: FileKind): boolean {
  return kind !== 'stores' && ofPersons.has(column);
}
