import { spellingsOf } from '../../src/domain/currency.ts';
import { isAmount } from '../../src/domain/export-format.ts';
import { literal } from '../database/literals.ts';
import type { ExportColumn } from '../recognise/export-columns.ts';
import type { RecognisedFile } from '../recognise/recognise.ts';
import type { ColumnSql } from './column-sql.ts';

/** The amounts of a file, of which only those in one currency count: two are never summed. SQL. */
export interface AmountsCounted {
  column: string;
  /** The amount; NULL where it is in another currency. */
  counted: string;
  /** Whether there is an amount in another currency: true or false, never NULL. */
  isOther: string;
  /** What a row says that its amount is in, in capitals. */
  currency: string;
}

/** Null for a file all of whose amounts are in the currency that counts, as far as it says. */
export function amountsCounted(
  file: RecognisedFile,
  columns: readonly { wanted: ExportColumn; sql: ColumnSql }[],
  currency: string | null,
): AmountsCounted | null {
  const amount = columns.find(({ wanted }) => isAmount(wanted.name));
  if (!amount) return null;
  const column = columns.find(({ wanted }) => wanted.name === 'currency')?.sql;
  const said = [
    ...(column ? [`upper(${column.value})`] : []),
    ...(amount.sql.writtenWith === null ? [] : [amount.sql.writtenWith]),
    // What the name of the column says of all of them.
    ...(file.currency !== null && file.currency !== currency ? [literal(file.currency)] : []),
  ];
  if (said.length === 0) return null;
  const ofRow = `coalesce(${said.map((one) => `nullif(${one}, '')`).join(', ')})`;
  const ofExport = currency === null ? [] : spellingsOf(currency).map(literal);
  const { value } = amount.sql;
  const isOther = `coalesce((${value}) IS NOT NULL AND ${ofRow} NOT IN (${[...ofExport, "''"].join(', ')}), false)`;
  return {
    column: amount.wanted.name,
    counted: `CASE WHEN NOT ${isOther} THEN ${value} END`,
    isOther,
    currency: ofRow,
  };
}
