import type { Format } from '../format.ts';
import { named } from '../shown.ts';

/** What several files of words need. */
interface Helpers {
  /** `1 card`, `2 cards`: a number with its noun. */
  count: (n: number, one: string, many?: string) => string;
  /** The first names of a list that may be long: `a, b and 3 more`. */
  some: (names: readonly string[], most?: number) => string;
}

export function helpers(format: Format): Helpers {
  return {
    count: (n, one, many = `${one}s`) => format.plural(n, { one: `# ${one}`, other: `# ${many}` }),
    some: (names, most = 12) => {
      const rest = names.length - most;
      const first = names.slice(0, most).map(named).join(', ');
      return rest > 0 ? `${first} and ${format.integer(rest)} more` : first;
    },
  };
}
