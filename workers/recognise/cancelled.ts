import { plainName } from './plain-name.ts';
import { voidWords } from './type-synonyms.ts';

const voids: ReadonlySet<string> = new Set(voidWords);

/** Columns that are yes, a date or a reason where a row was cancelled. */
const flag =
  /^(is|was)?(void|voided|cancel|cancelled|canceled|deleted|storno|storniert|annule|annulee|reversed|test|istest|testorder|geloscht|supprime)(at|on|date|time|flag|reason|by)?$/;
const status = /status|^state$|zustand|statut|estado|stato/;

/** Words for no, in a column that says whether something was cancelled. */
const noWords: ReadonlySet<string> = new Set([
  '',
  'false',
  'f',
  '0',
  'no',
  'n',
  'nein',
  'non',
  'faux',
  'none',
  'null',
  'nan',
  'nat',
]);

/** Whether a column by its name says of each row whether it was cancelled. */
export function isFlag(name: string): boolean {
  return flag.test(plainName(name));
}

/** Whether a column, by its name, may say of rows that they were cancelled. */
export function mayCancel(name: string): boolean {
  return isFlag(name) || status.test(plainName(name));
}

/** Whether a value of such a column says that its row was cancelled. */
export function isCancelled(name: string, value: string): boolean {
  const word = plainName(value);
  return isFlag(name) ? !noWords.has(word) : voids.has(word);
}

/** Whether it does. SQL over the column's text. */
export function isCancelledSql(name: string, text: string): string {
  const word = `regexp_replace(strip_accents(lower(${text})), '[^a-z0-9]', '', 'g')`;
  const list = (words: Iterable<string>): string => [...words].map((one) => `'${one}'`).join(', ');
  return isFlag(name)
    ? `coalesce(${word} NOT IN (${list(noWords)}), false)`
    : `coalesce(${word} IN (${list(voids)}), false)`;
}

/** What a cancelled row is, as a word for its type. */
export const cancelledWord = 'void';
