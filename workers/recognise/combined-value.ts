import type { CombinedColumn } from '../../src/contract/matching.ts';
import { cancelledWord, isCancelled, mayCancel } from './cancelled.ts';

/**
 * The value of a combination in a row, as the file would write it in one column: for people and for guesses. What is loaded is computed by
 * `check/combined-sql.ts`.
 *
 * @param parts the row's values, empty where it has none
 * @param names of the columns
 */
export function combinedValue(
  by: CombinedColumn['by'],
  parts: readonly string[],
  names: readonly string[],
): string | null {
  const [first = '', second = ''] = parts;
  switch (by) {
    case 'date-time':
      return first === '' ? null : [withoutMidnight(first), ...parts.slice(1)].filter((part) => part !== '').join(' ');
    case 'year-month':
      return parts.includes('') ? null : parts.map((part) => part.replace(/\.0$/, '').padStart(2, '0')).join('-');
    case 'words':
      return parts.filter((part) => part !== '').join(' ') || null;
    case 'beginning':
      return beginningOf(first) || null;
    case 'status':
      return parts.some((part, index) => mayCancel(names[index]!) && isCancelled(names[index]!, part))
        ? cancelledWord
        : mayCancel(names[0]!)
          ? null
          : first || null;
    case 'difference': {
      if (second === '' || isZero(second)) return first || second || null;
      return first === '' || isZero(first) ? negative(second) : calculated(first, second, (a, b) => a - Math.abs(b));
    }
    case 'product':
      return first === '' || second === '' ? null : calculated(first, second, (a, b) => a * b);
  }
}

/** The word that a text begins with; empty for one that begins with none. `beginningSql` says the same. */
export const beginningOf = (text: string): string => /^\s*(\p{L}+)/u.exec(text)?.[1] ?? '';

/** A day from a column of instants says midnight, which its time contradicts. */
const withoutMidnight = (day: string): string => day.replace(/[T ]0?0:00(:00(\.0+)?)?$/, '');
const isZero = (number: string): boolean => /^[+-]?0+([.,]0+)?$/.test(number);
const negative = (number: string): string => (number.startsWith('-') ? number : `-${number}`);

/** The result as its second number is written; nothing where one is no plain number. */
function calculated(first: string, second: string, result: (first: number, second: number) => number): string | null {
  const comma = [first, second].some((number) => /,\d{1,2}$/.test(number));
  const numberOf = (text: string): number =>
    Number(text.replace(comma ? /[^\d,-]/g : /[^\d.-]/g, '').replace(',', '.') || 'none');
  const number = result(numberOf(first), numberOf(second));
  if (Number.isNaN(number)) return null;
  const decimals = /[.,]\d/.test(first + second) ? 2 : 0;
  return comma ? number.toFixed(decimals).replace('.', ',') : number.toFixed(decimals);
}
