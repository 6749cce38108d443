import type { Exact } from '../../contract/exact.ts';
import { named } from '../shown.ts';
import type { Format, PluralForms } from '../format.ts';

/** `« a »` */
export const quoted = (text: string): string => `«\u00a0${text}\u00a0»`;

/** What is counted where the number itself stands apart, before it; whole millions take `de`. */
export const cardsAtRisk: PluralForms = {
  one: 'carte à risque',
  many: 'de cartes à risque',
  other: 'cartes à risque',
};

/** Words that take `d’`. */
const vowel = /^[aeéèêiouy]/i;

/** `de mars`, `d’avril` */
export const from = (name: string): string => (vowel.test(name) ? `d’${name}` : `de ${name}`);

/** What several files of words need. */
interface Helpers {
  /** `0 carte`, `2 cartes`, `1 000 000 de cartes`: a number with its noun, and what agrees with it. */
  count: (n: number, one: string, other?: string) => string;
  /** The same of points, to the last digit; more digits than a number holds are never one. */
  points: (n: Exact) => string;
  /** The first names of a list that may be long: `a, b et 3 autres`. */
  some: (names: readonly string[], most?: number) => string;
}

export function helpers(format: Format): Helpers {
  const forms = (one: string, other: string): PluralForms => ({
    one: `# ${one}`,
    many: vowel.test(other) ? `# d’${other}` : `# de ${other}`,
    other: `# ${other}`,
  });

  const count: Helpers['count'] = (n, one, other = `${one}s`) => format.plural(n, forms(one, other));

  return {
    count,
    points: (n) => (typeof n === 'number' ? count(n, 'point') : `${format.integer(n)} points`),
    some: (names, most = 12) => {
      const rest = names.length - most;
      const first = names.slice(0, most).map(named).join(', ');
      return rest > 0 ? `${first} et ${count(rest, 'autre')}` : first;
    },
  };
}
