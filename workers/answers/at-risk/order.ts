import { balanceSql } from './inactivity-table.ts';
import type { CardNames } from '../../database/pseudonyms.ts';
import type { atRiskColumns, AtRiskOrder } from '../../../src/contract/answers.ts';

/** What is compared, by column; null comes last either way. An interval that no gap stands behind is none. */
const keysOf = (names: CardNames): Record<(typeof atRiskColumns)[number], readonly string[]> => ({
  days_inactive: ['days_inactive'],
  avg_interval_days: ['CASE WHEN at_risk.transactions > 1 THEN avg_interval END'],
  points_balance: [balanceSql],
  card_number: numberKeys(names),
  customer_name: nameKeys(names),
});

/** What is compared of card numbers: what is no digit, then the length, so that LC-9 is before LC-10. SQL. */
export const numberKeys = ({ number, isPseudonym }: CardNames): readonly string[] =>
  isPseudonym ? [number] : [`regexp_replace(${folded(number)}, '[0-9]+', '', 'g')`, `length(${number})`, number];

/** What is compared of names. SQL. */
export const nameKeys = ({ name }: CardNames): readonly string[] => [folded(name), name];

/** Without case and accents: `muller` finds `Müller`. SQL. */
function folded(text: string): string {
  return `strip_accents(lower(${text}))`;
}

/** The keys of an ORDER BY, each with a comma behind it. SQL. */
export function orderSql(order: AtRiskOrder, names: CardNames): string {
  const isDescending = order.startsWith('-');
  const column = order.replace(/^-/, '') as (typeof atRiskColumns)[number];
  return inOrder(keysOf(names)[column], isDescending);
}

/** Keys of an ORDER BY in one direction, nulls last, each with a comma behind it. SQL. */
export const inOrder = (keys: readonly string[], isDescending: boolean): string =>
  keys.map((key) => `${key} ${isDescending ? 'DESC' : 'ASC'} NULLS LAST, `).join('');

/**
 * The order of the service: the longest inactive first, then by id. Over `at_risk`, `cards` and `ids`. SQL.
 *
 * @param areNamed whether some id of a card is in `ids`
 */
export const placeSql = (areNamed: boolean): string =>
  areNamed
    ? 'days_inactive DESC, CASE WHEN ids.id IS NULL THEN cards.id ELSE ids.whole END NULLS LAST, ids.id'
    : 'days_inactive DESC, cards.id';

/** The words of a search. */
export function searchWords(search: string): string[] {
  return search.split(/\s+/u).filter(Boolean);
}

/**
 * Whether a card has every one of the words, bound to `$first` and on: `AND …`, nothing for no words. Over `cards` and `ids`. SQL.
 */
export function foundSql(words: readonly string[], first: number, { id, number, name }: CardNames): string {
  const text = `(coalesce(${number}, ${id}) || ' ' || coalesce(${name}, ''))`;
  return words.map((_, index) => `AND contains(${folded(text)}, ${folded(`$${first + index}::VARCHAR`)})`).join(' ');
}
