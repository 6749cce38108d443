import type { FilePlan } from '../../src/contract/matching.ts';
import { exportColumns } from '../recognise/export-columns.ts';
import type { RecognisedFile } from '../recognise/recognise.ts';
import { isNothingSql } from './column-sql.ts';
import { signedByType, typeCode, typeCodeBySigns } from './type-sql.ts';

/** The values by the names of the table's columns (`load/tables/create.sql`). */
export function insertedColumns({ kind, types }: RecognisedFile, values: ReadonlyMap<string, string>): string[] {
  // A row's currency decides what its amount counts for; it is no value of the tables.
  const names = exportColumns[kind]
    .filter(({ ofCard }) => !ofCard)
    .map(({ name }) => name)
    .filter((name) => name !== 'currency' && (name !== 'order_reference' || values.has(name)));
  const valueOf = (name: string): string => values.get(name) ?? 'NULL';
  const type = values.get('transaction_type');
  const bySigns = typeCodeBySigns(valueOf('points_delta'), valueOf('purchase_amount_cents'));
  const code =
    type === undefined
      ? bySigns
      : typeCode(type, types !== undefined, `CASE WHEN ${isNoType(type)} THEN ${bySigns} ELSE 0 END`);
  return names.map((name) => {
    if (name === 'transaction_type') return `${code} AS type`;
    // The service signs what it writes; of other files the words may say what is taken away.
    const isSigned = type === undefined || types === undefined;
    return `${isSigned ? valueOf(name) : signedByType(name, valueOf(name), code)} AS ${name}`;
  });
}

/** What is kept of an order. */
export function orderColumns(values: ReadonlyMap<string, string>): string[] {
  const kept = {
    order_reference: 'reference',
    transaction_at: 'placed_at',
    purchase_amount_cents: 'total_cents',
    store_id: 'store_id',
    merchant_id: 'merchant_id',
  };
  return Object.entries(kept).map(([name, column]) => `${values.get(name) ?? 'NULL'} AS ${column}`);
}

const isNoType = (type: string): string => `((${type}) IS NULL OR ${isNothingSql(type)})`;

/** Notes the types of the staged rows that the service does not know. */
export function otherTypesSql(type: string, types: FilePlan['types']): string {
  return `
    INSERT INTO read_other_types BY NAME
    SELECT DISTINCT ${type} AS name FROM staging.runs AS run
    WHERE ${typeCode(type, types !== undefined)} = 0 AND NOT ${isNoType(type)}
      AND ${type} NOT IN (SELECT name FROM read_other_types)
    LIMIT 100`;
}
