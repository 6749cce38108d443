import type { FileKind } from '../contract/files.ts';

/** Without a file of each of these there is no export: cards follow from the transactions where there are none. */
export const requiredKinds: readonly FileKind[] = ['transactions'];

/** Whether a column of the export, by the export's own name, holds amounts: they may have decimals, points may not. */
export function isAmount(column: string): boolean {
  return column === 'purchase_amount_cents';
}

/** Words that files have for yes and no, in lower case. */
export const booleanWords = {
  true: ['true', 't', '1', 'yes', 'y', 'ja', 'j', 'oui', 'o', 'wahr', 'vrai'],
  false: ['false', 'f', '0', 'no', 'n', 'nein', 'non', 'falsch', 'faux'],
} as const;

/** Text that can be read as a date, or as yes or no. */
export const valuePatterns = {
  instant: /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/,
  boolean: new RegExp(`^(${[...booleanWords.true, ...booleanWords.false].join('|')})$`, 'i'),
};
