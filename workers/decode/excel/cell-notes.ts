import type { NotedCells } from '../decoder.ts';
import type { NotedCell } from './sheet-rows.ts';

const examplesKept = 3;

/** Counts what is worth knowing of the cells that are read. */
export class CellNotes {
  readonly #places: ReadonlySet<number>;
  readonly #counted = new Map<string, NotedCells>();

  constructor(places: readonly number[]) {
    this.#places = new Set(places);
  }

  add(cells: readonly NotedCell[] = []): void {
    for (const { place, kind, value } of cells) {
      if (!this.#places.has(place)) continue;
      const key = `${place} ${kind}`;
      const noted = this.#counted.get(key) ?? { place, kind, rows: 0, examples: [] };
      noted.rows++;
      if (value !== '' && noted.examples.length < examplesKept && !noted.examples.includes(value))
        noted.examples.push(value.slice(0, 100));
      this.#counted.set(key, noted);
    }
  }

  all(): NotedCells[] {
    return [...this.#counted.values()];
  }
}
