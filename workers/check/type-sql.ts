import { codeOfType, serviceTypes, transactionTypes, type TransactionType } from '../recognise/transaction-types.ts';

/**
 * The code of a transaction's type (`transactionTypes`). SQL.
 *
 * @param type the service's, or what a plan took the file's word for
 * @param known those that a word is taken for: the service knows no others
 */
export function typeCode(type: string, known: readonly TransactionType[] = serviceTypes): string {
  return `CASE ${type} ${known.map((name) => `WHEN '${name}' THEN ${codeOfType(name)}`).join(' ')} ELSE 0 END`;
}

/** The same where a plan has said what words mean. */
export const plannedTypeCode = (type: string): string => typeCode(type, transactionTypes);

/**
 * The code of a type where the file has none: by the sign of the points, else by that of the amount; else nothing says. SQL.
 *
 * @param points and `cents`: `NULL` for a column that the file does not have
 */
export function typeCodeBySigns(points: string, cents: string): string {
  const code = (type: TransactionType): number => codeOfType(type);
  return `CASE WHEN ${points} > 0 THEN ${code('points_earned')} WHEN ${points} < 0 THEN ${code('points_redeemed')}
    WHEN ${cents} > 0 THEN ${code('purchase')} WHEN ${cents} < 0 THEN ${code('refund')} ELSE ${code('visit')} END`;
}
