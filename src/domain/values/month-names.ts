/** The months in English, French and German, as they are written out and shortened, in small letters without accents. */
const names: readonly (readonly string[])[] = [
  ['january', 'jan', 'janvier', 'janv', 'januar', 'janner', 'jaenner'],
  ['february', 'feb', 'febr', 'fevrier', 'fevr', 'fev', 'februar', 'feber'],
  ['march', 'mar', 'mars', 'marz', 'maerz', 'mrz'],
  ['april', 'apr', 'avril', 'avr'],
  ['may', 'mai'],
  ['june', 'jun', 'juin', 'juni'],
  ['july', 'jul', 'juillet', 'juil', 'juli'],
  ['august', 'aug', 'aout', 'aou'],
  ['september', 'sep', 'sept', 'septembre'],
  ['october', 'oct', 'octobre', 'oktober', 'okt'],
  ['november', 'nov', 'novembre'],
  ['december', 'dec', 'decembre', 'dezember', 'dez'],
];

const months = new Map(
  names.flatMap((spellings, index) => spellings.map((name): [string, number] => [name, index + 1])),
);

/** Any of them in a text without accents, for a regular expression. */
export const monthName = [...months.keys()].toSorted((a, b) => b.length - a.length).join('|');

/** The number of a month by its name, from 1; undefined for what is none. */
export function monthNamed(name: string): number | undefined {
  return months.get(name);
}
