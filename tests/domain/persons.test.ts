import { describe, expect, it } from 'vitest';
import type { EncodingReading } from '../../src/contract/layout.ts';
import { masked, readingsWithoutPersons } from '../../src/domain/persons.ts';

const lettersOf = (readings: EncodingReading[]): string[][] =>
  readingsWithoutPersons(readings).map(({ words }) => words);

describe('readings of a text beside pseudonyms', () => {
  it('have one letter of each word, that in which most of the others differ', () => {
    const readings: EncodingReading[] = [
      { encoding: 'koi8-r', words: ['иван', 'fűő'] },
      { encoding: 'windows-1251', words: ['ЙБХН', 'fűõ'] },
      { encoding: 'ibm866', words: ['иван', 'fб▒'] },
    ];
    expect(lettersOf(readings)).toEqual([
      ['и', 'ő'],
      ['Й', 'õ'],
      ['и', 'б'],
    ]);
    expect(readingsWithoutPersons(readings).map(({ encoding }) => encoding)).toEqual(
      readings.map(({ encoding }) => encoding),
    );
  });

  it('have none of a word that reads the same', () => {
    const same = { words: ['Müller'] };
    expect(
      lettersOf([
        { encoding: 'windows-1252', ...same },
        { encoding: 'iso-8859-15', ...same },
      ]),
    ).toEqual([[masked], [masked]]);
    expect(lettersOf([{ encoding: 'windows-1252', words: ['Müller'] }])).toEqual([[masked]]);
  });
});
