import { integer } from './format.ts';
import { named } from './shown.ts';

/** `1 card`, `2 cards`: a number with its noun. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${integer(n)} ${n === 1 ? one : many}`;
}

/** The first names of a list that may be long. */
export function some(names: readonly string[], most = 12): string {
  const rest = names.length - most;
  const first = names.slice(0, most).map(named).join(', ');
  return rest > 0 ? `${first} and ${integer(rest)} more` : first;
}
