import { integer } from '../format.ts';

/** `1 card`, `2 cards`: a number with its noun. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${integer(n)} ${n === 1 ? one : many}`;
}

/** The first of a list that may be long. */
export function some(names: readonly string[], most = 12): string {
  const rest = names.length - most;
  return rest > 0 ? `${names.slice(0, most).join(', ')} and ${integer(rest)} more` : names.join(', ');
}
