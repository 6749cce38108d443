import type { CombinedColumn } from '../../src/contract/matching.ts';

/**
 * How several columns of a file become the text of one: a day and its time, a first and a last name. SQL; NULL where the row does not have what
 * it takes.
 *
 * @param texts the parts as text, NULL where the row has none
 */
export function combinedText(by: CombinedColumn['by'], texts: readonly string[]): string {
  const [first, ...others] = texts;
  if (by === 'year-month') {
    const digits = texts.map((text) => `lpad(regexp_replace(${text}, '[.]0$', ''), 2, '0')`);
    // A month is as good as its first day.
    return `(${[...digits, ...(texts.length < 3 ? ["'01'"] : [])].join(" || '-' || ")})`;
  }
  if (by === 'words') return `nullif(concat_ws(' ', ${texts.join(', ')}), '')`;
  // A day from a column of instants says midnight, which its time contradicts.
  const day = `regexp_replace(${first}, '[T ]0?0:00(:00([.]0+)?)?$', '')`;
  return `(CASE WHEN ${first} IS NOT NULL THEN concat_ws(' ', ${[day, ...others].join(', ')}) END)`;
}
