import type { CardNames } from '../database/pseudonyms.ts';

/** How lists of cards are searched and sorted: SQL over `cards`, and `ids` with those of cards where an export has such. */

/** The ids of cards that are no numbers; of an export that has none they would only be planned. */
export const idsSql = (areNamed: boolean): string =>
  areNamed ? "LEFT JOIN ids ON ids.space = 'card' AND ids.number = cards.id" : '';

/** The keys of an ORDER BY by id. */
export const idKeys = (areNamed: boolean): string =>
  areNamed ? 'CASE WHEN ids.id IS NULL THEN cards.id ELSE ids.whole END NULLS LAST, ids.id' : 'cards.id';

/** What is compared of card numbers: what is no digit, then the length, so that LC-9 is before LC-10. */
export const numberKeys = ({ number, isPseudonym }: CardNames): readonly string[] =>
  isPseudonym ? [number] : [`regexp_replace(${folded(number)}, '[0-9]+', '', 'g')`, `length(${number})`, number];

/** What is compared of names. */
export const nameKeys = ({ name }: CardNames): readonly string[] => [folded(name), name];

/**
 * The keys of an ORDER BY for an order, nulls last either way, each with a comma behind it.
 *
 * @param keys what is compared, by column
 */
export function orderedBy<Column extends string>(
  keys: Record<Column, readonly string[]>,
  order: `${'' | '-'}${Column}`,
): string {
  const direction = order.startsWith('-') ? 'DESC' : 'ASC';
  const column = order.replace(/^-/, '') as Column;
  return keys[column].map((key) => `${key} ${direction} NULLS LAST, `).join('');
}

/** The words of a search. */
export function searchWords(search: string): string[] {
  return search.split(/\s+/u).filter(Boolean);
}

/** Whether a card has every one of the words, bound to `$first` and on: `AND …`, nothing for no words. */
export function foundSql(words: readonly string[], first: number, { id, number, name }: CardNames): string {
  const text = `(coalesce(${number}, ${id}) || ' ' || coalesce(${name}, ''))`;
  return words.map((_, index) => `AND contains(${folded(text)}, ${folded(`$${first + index}::VARCHAR`)})`).join(' ');
}

/** Without case and accents: `muller` finds `Müller`. */
function folded(text: string): string {
  return `strip_accents(lower(${text}))`;
}
