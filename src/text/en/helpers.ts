import type { Format } from '../format.ts';
import { named } from '../shown.ts';

/** What several files of words need. */
export function helpers(format: Format) {
  return {
    /** `1 card`, `2 cards`: a number with its noun. */
    count: (n: number, one: string, many = `${one}s`): string =>
      format.plural(n, { one: `# ${one}`, other: `# ${many}` }),
    /** The first names of a list that may be long. */
    some: (names: readonly string[], most = 12): string => {
      const rest = names.length - most;
      const first = names.slice(0, most).map(named).join(', ');
      return rest > 0 ? `${first} and ${format.integer(rest)} more` : first;
    },
  };
}
