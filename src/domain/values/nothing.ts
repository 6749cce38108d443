/** Words that programs write where there is nothing, in lower case. */
export const nothingWords: readonly string[] = [
  ...[
    'null',
    '(null)',
    '<null>',
    '[null]',
    '\\n',
    '#null!',
    'nil',
    'none',
    '(none)',
    'undefined',
    '(blank)',
    '(empty)',
  ],
  ...['n/a', '#n/a', '<na>', 'na', 'n.a.', 'nan', '#nan', 'nat', 'k.a.', 'n.d.', 'n/d', 's.o.', '#value!', '#ref!'],
  ...['-', '--', '---', '–', '—', '.', '?', '/'],
];

const nothing = new Set(nothingWords);

/** A day that is none: databases write it for a date that was never set. */
const zeroDay = /^0{2,4}[-./]?00[-./]?0{2,4}([T ]0{1,2}:00(:00([.,]0+)?)?)?Z?$/;

/** Whether a text stands for nothing: it is empty, or one of the words that programs write for that. */
export function isNothing(text: string): boolean {
  const bare = text.trim();
  return bare === '' || nothing.has(bare.toLowerCase());
}

/** Whether a text in the place of a day or an instant is none that anybody meant: `0000-00-00`. */
export function isNoDay(text: string): boolean {
  return zeroDay.test(text.trim());
}
