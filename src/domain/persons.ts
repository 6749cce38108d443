import type { FileKind } from '../contract/files.ts';
import type { EncodingReading } from '../contract/layout.ts';

/** What stands for a value that says who somebody is. */
export const masked = '•••••';

/** Columns of the export that say it, and rows whose values have no column. */
const ofPersons: ReadonlySet<string> = new Set(['', 'id', 'card_id', 'card_number', 'customer_name']);

/** Whether a column of the export, by its own name, says who somebody is. */
export function saysWho(column: string, kind?: FileKind): boolean {
  return kind !== 'stores' && ofPersons.has(column);
}

/**
 * Readings of a text with one letter of each of their words, that in which most others differ: enough to tell the readings apart, and nothing
 * of whose name a word may be.
 */
export function readingsWithoutPersons(readings: readonly EncodingReading[]): EncodingReading[] {
  return readings.map((reading) => {
    const others = readings.filter((one) => one !== reading);
    const letterOf = (word: string, place: number): string => {
      const differing = (letter: string): number =>
        others.filter(({ words }) => !words[place]?.includes(letter)).length;
      const [letter] = [...word].toSorted((a, b) => differing(b) - differing(a));
      return letter === undefined || differing(letter) === 0 ? masked : letter;
    };
    return { ...reading, words: reading.words.map(letterOf) };
  });
}
