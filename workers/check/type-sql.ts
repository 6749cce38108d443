import { codeOfType, serviceTypes, transactionTypes, type TransactionType } from '../recognise/transaction-types.ts';

/**
 * The code of a transaction's type (`transactionTypes`). SQL.
 *
 * @param type the service's, or what a plan took the file's word for
 * @param isPlanned whether a plan has said what words mean: the service itself has no purchases
 * @param unknown that of a type that is not known
 */
export function typeCode(type: string, isPlanned = false, unknown = '0'): string {
  const known = isPlanned ? transactionTypes : serviceTypes;
  return `CASE ${type} ${known.map((name) => `WHEN '${name}' THEN ${codeOfType(name)}`).join(' ')} ELSE ${unknown} END`;
}

/**
 * The code of a type where the file, or the row, has none: by the sign of the points, else by that of the amount; else nothing says. SQL.
 *
 * @param points and `cents`: `NULL` for a column that the file does not have
 */
export function typeCodeBySigns(points: string, cents: string): string {
  return `CASE WHEN ${points} > 0 THEN ${codeOfType('points_earned')} WHEN ${points} < 0 THEN ${codeOfType('points_redeemed')}
    WHEN ${cents} > 0 THEN ${codeOfType('purchase')} WHEN ${cents} < 0 THEN ${codeOfType('refund')}
    ELSE ${codeOfType('visit')} END`;
}

/**
 * A value that a row's type takes away, whatever its sign: points that are redeemed or expire, the amount of a refund. SQL.
 *
 * @param column of the export
 * @param code of the type
 */
export function signedByType(column: string, value: string, code: string): string {
  const taking = takenAway[column];
  if (!taking) return value;
  return `CASE WHEN ${code} IN (${taking.map(codeOfType).join(', ')}) THEN -abs(${value}) ELSE ${value} END`;
}

const takenAway: Readonly<Record<string, readonly TransactionType[]>> = {
  points_delta: ['points_redeemed', 'stamp_redeemed', 'points_expired'],
  purchase_amount_cents: ['refund'],
};
