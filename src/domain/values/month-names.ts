/** The months in English, French, German, Spanish, Italian, Portuguese and Polish, as they are written out and shortened, in small letters without accents. */
const names: readonly (readonly string[])[] = [
  [
    'january',
    'jan',
    'janvier',
    'janv',
    'januar',
    'janner',
    'jaenner',
    'enero',
    'ene',
    'gennaio',
    'gen',
    'janeiro',
    'stycznia',
    'styczen',
    'sty',
  ],
  [
    'february',
    'feb',
    'febr',
    'fevrier',
    'fevr',
    'fev',
    'februar',
    'feber',
    'febrero',
    'febbraio',
    'fevereiro',
    'lutego',
    'luty',
    'lut',
  ],
  ['march', 'mar', 'mars', 'marz', 'maerz', 'mrz', 'marzo', 'marco', 'marca', 'marzec'],
  ['april', 'apr', 'avril', 'avr', 'abril', 'abr', 'aprile', 'kwietnia', 'kwiecien', 'kwi'],
  ['may', 'mai', 'mayo', 'maggio', 'mag', 'maio', 'maja', 'maj'],
  ['june', 'jun', 'juin', 'juni', 'junio', 'giugno', 'giu', 'junho', 'czerwca', 'czerwiec', 'cze'],
  ['july', 'jul', 'juillet', 'juil', 'juli', 'julio', 'luglio', 'lug', 'julho', 'lipca', 'lipiec', 'lip'],
  ['august', 'aug', 'aout', 'aou', 'agosto', 'ago', 'sierpnia', 'sierpien', 'sie'],
  [
    'september',
    'sep',
    'sept',
    'septembre',
    'septiembre',
    'setiembre',
    'set',
    'settembre',
    'setembro',
    'wrzesnia',
    'wrzesien',
    'wrz',
  ],
  [
    'october',
    'oct',
    'octobre',
    'oktober',
    'okt',
    'octubre',
    'ottobre',
    'ott',
    'outubro',
    'out',
    'pazdziernika',
    'pazdziernik',
    'paz',
  ],
  ['november', 'nov', 'novembre', 'noviembre', 'novembro', 'listopada', 'listopad', 'lis'],
  [
    'december',
    'dec',
    'decembre',
    'dezember',
    'dez',
    'diciembre',
    'dic',
    'dicembre',
    'dezembro',
    'grudnia',
    'grudzien',
    'gru',
  ],
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
