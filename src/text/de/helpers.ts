import type { Format } from '../format.ts';
import { named } from '../shown.ts';

/** What several files of words need. The nouns are the same in every case of German. */
interface Helpers {
  cards: (n: number) => string;
  transactions: (n: number) => string;
  stores: (n: number) => string;
  files: (n: number) => string;
  rows: (n: number) => string;
  columns: (n: number) => string;
  /**
   * The first names of a list that may be long: `a, b und 3 weitere`.
   *
   * @param oneMore for what is not feminine
   */
  some: (names: readonly string[], most?: number, oneMore?: string) => string;
  /** `„a“, „b“ und „c“` */
  quoted: (names: readonly string[]) => string;
}

export function helpers(format: Format): Helpers {
  return {
    cards: (n) => format.plural(n, { one: '# Karte', other: '# Karten' }),
    transactions: (n) => format.plural(n, { one: '# Transaktion', other: '# Transaktionen' }),
    stores: (n) => format.plural(n, { one: '# Filiale', other: '# Filialen' }),
    files: (n) => format.plural(n, { one: '# Datei', other: '# Dateien' }),
    rows: (n) => format.plural(n, { one: '# Zeile', other: '# Zeilen' }),
    columns: (n) => format.plural(n, { one: '# Spalte', other: '# Spalten' }),
    some: (names, most = 12, oneMore = '# weitere') => {
      const rest = names.length - most;
      const first = names.slice(0, most).map(named).join(', ');
      return rest > 0 ? `${first} und ${format.plural(rest, { one: oneMore, other: '# weitere' })}` : first;
    },
    quoted: (names) => {
      const marked = names.map((name) => `„${name}“`);
      return marked.length < 2 ? marked.join() : `${marked.slice(0, -1).join(', ')} und ${marked.at(-1)}`;
    },
  };
}
