import type { CommandText } from '../../src/text/command-text.ts';

/** What to say of a word that is not among the known ones: which of them was most likely meant, and which there are. */
export function suggestion(word: string, known: readonly string[], text: CommandText): string {
  const meant = nearest(word, known);
  const all = text.known(known);
  return meant === undefined ? all : `${text.meant(meant)} ${all}`;
}

/** The known word that is nearest by edit distance, or that holds or is held by the given one; undefined when none is near. */
function nearest(word: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, distance: nearness(plain(word), plain(candidate)) }))
    .filter(({ distance }) => distance < Infinity)
    .sort((a, b) => a.distance - b.distance);
  return best?.candidate;
}

/** `monthsBack`, `months-back` and `months_back` are one word. */
function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[-_ ]/g, '');
}

function nearness(a: string, b: string): number {
  const [shorter, longer] = a.length < b.length ? [a, b] : [b, a];
  const distance = editDistance(a, b);
  const isPart = shorter.length > 1 && longer.includes(shorter);
  return isPart || distance <= longer.length / 3 ? distance : Infinity;
}

/** How many letters are to be added, removed or replaced to make one word of the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...a].entries()) {
    const next = [index + 1];
    for (let column = 1; column < row.length; column++) {
      const replaced = row[column - 1]! + (letter === b[column - 1] ? 0 : 1);
      next.push(Math.min(replaced, row[column]! + 1, next[column - 1]! + 1));
    }
    row = next;
  }
  return row.at(-1)!;
}
