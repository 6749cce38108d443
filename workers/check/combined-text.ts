import type { CombinedColumn } from '../../src/contract/matching.ts';
import { stagedName, type FileColumn } from '../decode/decoder.ts';
import { cancelledWord, isCancelledSql, mayCancel } from '../recognise/cancelled.ts';
import { isCombination } from '../recognise/combine.ts';
import type { RecognisedFile } from '../recognise/recognise.ts';
import { columnSql } from './column-sql.ts';

/**
 * The statement that puts the texts of combined columns behind the staged rows, as columns of their own: each is computed once, however often it
 * is looked at. Null for a file that has none.
 */
export function combineTextsSql({ matched, dialect }: RecognisedFile): string | null {
  const texts = matched.flatMap(({ found }) => {
    if (!isCombination(found) || found.form !== 'text') return [];
    const { by, parts } = found.combines;
    const textOf = (part: FileColumn): string => columnSql(part, 'text', dialect).value;
    const text = by === 'status' ? statusText(parts, textOf) : combinedText(by, parts.map(textOf));
    return [`${text} AS ${stagedName(found.place)}`];
  });
  if (texts.length === 0) return null;
  return `CREATE OR REPLACE TABLE staging.runs AS SELECT run.*, ${texts.join(', ')} FROM staging.runs AS run`;
}

/** What a row is: cancelled where a column says so, else what the file says. SQL. */
function statusText(parts: readonly FileColumn[], textOf: (part: FileColumn) => string): string {
  const isStatus = ({ name }: FileColumn): boolean => mayCancel(name);
  const cancelled = parts.filter(isStatus).map((part) => isCancelledSql(part.name, textOf(part)));
  const type = parts.find((part) => !isStatus(part));
  return `(CASE WHEN ${cancelled.join(' OR ')} THEN '${cancelledWord}' ELSE ${type ? textOf(type) : 'NULL'} END)`;
}

/**
 * How several columns of a file become the text of one: a day and its time, a first and a last name. SQL; NULL where the row does not have what
 * it takes.
 *
 * @param texts the parts as text, NULL where the row has none
 */
function combinedText(by: CombinedColumn['by'], texts: readonly string[]): string {
  const [first, ...others] = texts;
  if (by === 'year-month') {
    // A month may have its name.
    const digits = texts
      .map((text) => `regexp_replace(${text}, '[.]0$', '')`)
      .map((text) => `lpad(${text}, greatest(2, length(${text}))::INTEGER, '0')`);
    // A month is as good as its first day.
    return `(${[...digits, ...(texts.length < 3 ? ["'01'"] : [])].join(" || '-' || ")})`;
  }
  if (by === 'beginning') return `nullif(regexp_extract(${first}, '^\\s*(\\pL+)', 1), '')`;
  if (by === 'words') return `nullif(concat_ws(' ', ${texts.join(', ')}), '')`;
  // A day from a column of instants says midnight, which its time contradicts.
  const day = `regexp_replace(${first}, '[T ]0?0:00(:00([.]0+)?)?$', '')`;
  return `(CASE WHEN ${first} IS NOT NULL THEN concat_ws(' ', ${[day, ...others].join(', ')}) END)`;
}
