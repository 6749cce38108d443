import { codeOfType, serviceTypes, transactionTypes } from '../recognise/transaction-types.ts';

/**
 * The code of a transaction's type (`transactionTypes`). SQL.
 *
 * @param type the service's, or what a plan took the file's word for
 * @param isPlanned whether a plan has said what words mean: the service itself has no purchases
 */
export function typeCode(type: string, isPlanned = false): string {
  const known = isPlanned ? transactionTypes : serviceTypes;
  return `CASE ${type} ${known.map((name) => `WHEN '${name}' THEN ${codeOfType(name)}`).join(' ')} ELSE 0 END`;
}

/**
 * The code of a type where the file has none: by the sign of the points, else by that of the amount; else nothing says. SQL.
 *
 * @param points and `cents`: `NULL` for a column that the file does not have
 */
export function typeCodeBySigns(points: string, cents: string): string {
  return `CASE WHEN ${points} > 0 THEN ${codeOfType('points_earned')} WHEN ${points} < 0 THEN ${codeOfType('points_redeemed')}
    WHEN ${cents} > 0 THEN ${codeOfType('purchase')} WHEN ${cents} < 0 THEN ${codeOfType('refund')}
    ELSE ${codeOfType('visit')} END`;
}
