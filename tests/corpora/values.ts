import type { Database } from '../../workers/database/database.ts';
import { columnSql } from '../../workers/check/column-sql.ts';
import type { Want } from '../../src/contract/matching.ts';
import type { FileColumn, Form } from '../../workers/decode/decoder.ts';
import { plainDialect } from '../../workers/recognise/dialect.ts';

/** As what a column of each form is read; text stands for what the contract has no exact form for. */
const wants: Readonly<Partial<Record<Form, Want>>> = {
  integer: 'integer',
  decimal: 'text',
  float: 'text',
  text: 'text',
  bytes: 'text',
  uuid: 'text',
  boolean: 'boolean',
  timestamp: 'instant',
  date: 'instant',
};

export interface Compared {
  /** Columns whose values are hyparquet's. */
  same: number;
  /** What differs, a line a column. */
  differing: string[];
}

/**
 * Compares the table `file` (see `read.ts`) with the rows that hyparquet read, through the expressions by which the engine takes
 * values. Columns that hyparquet gives in a form of its own (bytes, JSON, geometry) are left out.
 */
export async function compareValues(
  database: Database,
  columns: readonly FileColumn[],
  golden: readonly (readonly unknown[])[],
): Promise<Compared> {
  const compared: Compared = { same: 0, differing: [] };
  for (const [index, column] of columns.entries()) {
    const want = wants[column.form];
    const theirs = golden.map((row) => row[index]);
    if (!want || theirs.some((value) => typeof value === 'object' && value !== null)) continue;
    const { value } = columnSql(column, want, plainDialect);
    const rows = await database.query<{ value: string | null }>(
      `SELECT (${value})::VARCHAR AS value FROM "file" AS run ORDER BY run.row`,
    );
    const different = rows.flatMap((row, at) => (isSame(row.value, theirs[at], column) ? [] : [at]));
    const [at] = different;
    if (at === undefined) compared.same++;
    else {
      const example = `row ${at + 1} is ${shown(rows[at]!.value)}, hyparquet ${shown(theirs[at])}`;
      compared.differing.push(
        `${column.name} ${column.type}: ${different.length} of ${rows.length} differ (${example})`,
      );
    }
  }
  return compared;
}

/** Instants that the engine would set aside as out of range, a line a column. */
export async function unbelievableInstants(database: Database, columns: readonly FileColumn[]): Promise<string[]> {
  const lines: string[] = [];
  for (const column of columns.filter(({ form }) => wants[form] === 'instant')) {
    const { unbelievable } = columnSql(column, 'instant', plainDialect);
    const [count] = await database.query<{ rows: number }>(
      `SELECT count(*)::INTEGER AS rows FROM "file" AS run WHERE ${unbelievable}`,
    );
    if (count!.rows > 0) lines.push(`${column.name}: ${count!.rows} out of range`);
  }
  return lines;
}

function isSame(ours: string | null, theirs: unknown, { form }: FileColumn): boolean {
  switch (form) {
    case 'text':
    case 'bytes':
    case 'uuid':
      return ours === (typeof theirs === 'string' ? theirs.trim() || null : theirs);
    case 'boolean':
      return ours === (theirs === null ? null : String(theirs));
    case 'timestamp':
    case 'date':
      return theirs === null || ours === null ? ours === theirs : millisecond(ours) === Date.parse(String(theirs));
    default:
      return isSameNumber(ours, theirs as number | null);
  }
}

/** JSON has neither NaN nor infinities nor more than 53 bits, and some columns have 32 bits only. */
function isSameNumber(ours: string | null, theirs: number | null): boolean {
  const number = ours === null ? null : Number(ours);
  if (theirs === null || number === null) return (number === null || !Number.isFinite(number)) && theirs === null;
  return Math.abs(number - theirs) <= Math.abs(theirs) * 2 ** -23;
}

function millisecond(timestamp: string): number {
  return Math.floor(Date.parse(`${timestamp.replace(' ', 'T').replace(/(\.\d{3})\d+$/, '$1')}Z`));
}

function shown(value: unknown): string {
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
