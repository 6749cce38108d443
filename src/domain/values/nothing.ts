/**
 * What programs write where there is nothing, spelt as they spell it: there are people whose name is Null, and shops with the id `NA` or `na`.
 */
export const nothingWords: readonly string[] = [
  ...['null', 'NULL', '(null)', '(NULL)', '<null>', '<NULL>', '[null]', '[NULL]', '\\N', '#NULL!'],
  ...['nil', 'none', 'None', 'NONE', '(none)', '(None)', 'undefined', '(blank)', '(empty)', '(leer)', '(vide)'],
  ...['n/a', 'N/A', '#N/A', '<NA>', 'n.a.', 'nan', 'NaN', 'NAN', '#NaN', 'NaT', 'k.A.', 'n.d.', 'n/d', 'N/D', 's.o.'],
  ...['#VALUE!', '#REF!', '-', '--', '---', '–', '—', '.', '?', '/'],
];

const nothing = new Set(nothingWords);

/** A day that is none: databases write it for a date that was never set. */
const zeroDay = /^0{2,4}[-./]?00[-./]?0{2,4}([T ]0{1,2}:00(:00([.,]0+)?)?)?Z?$/;

/** Whether a text stands for nothing: it is empty, or one of the words that programs write for that. */
export function isNothing(text: string): boolean {
  const bare = text.trim();
  return bare === '' || nothing.has(bare);
}

/** Whether a text in the place of a day or an instant is none that anybody meant: `0000-00-00`. */
export function isNoDay(text: string): boolean {
  return zeroDay.test(text.trim());
}
