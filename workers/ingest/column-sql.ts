import type { SetAsideReason } from '../../src/contract';
import { identifier } from '../database/database';
import type { Want } from './contract-columns';
import type { FileColumn } from './decoder';

/**
 * How one column of a batch becomes a value of the contract: SQL expressions over the batch table, alias `b`.
 */
export interface ColumnSql {
  /** True where the file has no value. */
  missing: string;
  /** The value in the contract's type; NULL where it is missing or cannot be one. For an id of text: the text (see `isTextId`). */
  value: string;
  /** What a value that is there and yet NULL is called. */
  reason: SetAsideReason;
  /** True where the value is one that cannot be believed. */
  unbelievable: string | null;
  /** The file's value as text, for examples. */
  shown: string;
  /** The id is text, to be given a number by the ids table. */
  isTextId: boolean;
}

/** No loyalty programme has rows outside these years: such instants are overflows (INT96 wraps 9999 to 1816) or placeholders. */
const believableYears = { from: '1970-01-01', to: '2200-01-01' };

/** Text that is a whole number in its plain spelling. It is taken as that number wherever an id has it. */
export const plainInteger = `'0|-?[1-9][0-9]{0,17}'`;

/** The expressions for `column`, to be read as `want`. The form was accepted for it before (`recognise.ts`). */
export function columnSql(column: FileColumn, want: Want): ColumnSql {
  const raw = `b.${identifier(column.name)}`;
  const text = textOf(raw, column);
  const isText = column.form === 'text' || column.form === 'bytes';
  const missing = isText
    ? `(${text} IS NULL)`
    : column.form === 'float'
      ? `(${raw} IS NULL OR isnan(${raw}))`
      : `(${raw} IS NULL)`;
  const base = { missing, shown: isText ? text : `${raw}::VARCHAR`, unbelievable: null, isTextId: false };
  switch (want) {
    case 'text':
      return { ...base, value: isText || column.form === 'uuid' ? text : `${raw}::VARCHAR`, reason: 'missing' };
    case 'integer':
      return { ...base, value: integerOf(raw, text, column), reason: 'not-a-number' };
    case 'boolean':
      return { ...base, value: booleanOf(raw, text, column), reason: 'not-a-boolean' };
    case 'instant': {
      const value = instantOf(raw, text, column);
      const { from, to } = believableYears;
      return { ...base, value, reason: 'not-a-date', unbelievable: `(${value} < '${from}' OR ${value} >= '${to}')` };
    }
    case 'id':
      return isTextLikeId(column)
        ? { ...base, value: text, reason: 'not-a-number', isTextId: true }
        : { ...base, value: integerOf(raw, text, column), reason: 'not-a-number' };
  }
}

/** Ids that may not fit a BIGINT go through text, like UUIDs. */
function isTextLikeId({ form, type }: FileColumn): boolean {
  return form === 'text' || form === 'bytes' || form === 'uuid' || form === 'decimal' || type === 'Uint64';
}

function textOf(raw: string, { form }: FileColumn): string {
  if (form === 'bytes') return `nullif(trim(try(decode(${raw}))), '')`;
  if (form === 'uuid') {
    const hex = `lower(hex(${raw}))`;
    return `(${hex}[1:8] || '-' || ${hex}[9:12] || '-' || ${hex}[13:16] || '-' || ${hex}[17:20] || '-' || ${hex}[21:32])`;
  }
  if (form === 'decimal') return `CASE WHEN ${raw} = trunc(${raw}) THEN trunc(${raw})::DECIMAL(38, 0)::VARCHAR END`;
  return `nullif(trim(${raw}::VARCHAR), '')`;
}

function integerOf(raw: string, text: string, { form }: FileColumn): string {
  if (form === 'integer') return `try_cast(${raw} AS BIGINT)`;
  if (form === 'decimal' || form === 'float')
    return `CASE WHEN ${raw} = trunc(${raw}) THEN try_cast(${raw} AS BIGINT) END`;
  return `CASE WHEN regexp_full_match(${text}, '[+-]?[0-9]+([.]0*)?') THEN try_cast(${text} AS BIGINT) END`;
}

function booleanOf(raw: string, text: string, { form }: FileColumn): string {
  if (form === 'boolean') return raw;
  if (form === 'text' || form === 'bytes') {
    return `CASE WHEN lower(${text}) IN ('true', 't', '1', 'yes', 'y') THEN true WHEN lower(${text}) IN ('false', 'f', '0', 'no', 'n') THEN false END`;
  }
  return `CASE WHEN ${raw} = 1 THEN true WHEN ${raw} = 0 THEN false END`;
}

function instantOf(raw: string, text: string, { form }: FileColumn): string {
  if (form === 'timestamp' || form === 'date') return `CASE WHEN isfinite(${raw}) THEN ${raw}::TIMESTAMP END`;
  // A cast to TIMESTAMP would ignore the text's offset; without one, text is UTC either way. DuckDB wants seconds before an offset.
  const withSeconds = `regexp_replace(${text}, '([T ][0-9]{2}:[0-9]{2})(Z|[+-].*)$', '\\1:00\\2')`;
  return `CASE WHEN regexp_matches(${text}, '^[0-9]{4}-[0-9]{2}-[0-9]{2}') THEN try_cast(${withSeconds} AS TIMESTAMPTZ)::TIMESTAMP END`;
}
