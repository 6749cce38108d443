import { describe, expect, it } from 'vitest';
import { languages } from '../../src/text/languages.ts';
import { piecesOf } from '../../src/text/recipes/recipe.ts';
import { systems } from '../../src/text/recipes/systems.ts';
import { searchForEnglish } from '../support/english-left.ts';
import { readRecipes, sentencesOf, withoutEnglish } from '../support/recipes.ts';

const books = new Map(languages.map((language) => [language, readRecipes(language)]));
const english = books.get('en')!;

/** What a value is made of, whatever its words: its keys, and how many there are of what it lists. */
const shapeOf = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.length
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, shapeOf(inner)]))
      : typeof value;

describe('recipes of an export', () => {
  it('are there for ten systems, each checked on a day', () => {
    expect(systems).toHaveLength(10);
    expect(Object.keys(english.recipes).sort()).toEqual(systems.map(({ id }) => id).sort());
    for (const { checked } of systems) {
      expect(checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
      expect(new Date(checked).toISOString()).toMatch(checked);
    }
  });

  it.each(languages)('have as many steps, files and notes in every language: %s', (language) => {
    const book = books.get(language)!;
    expect(shapeOf(book)).toEqual(shapeOf(english));
    for (const { steps, files, notes } of Object.values(book.recipes)) {
      expect(steps.length).toBeGreaterThanOrEqual(2);
      expect(steps.length).toBeLessThanOrEqual(5);
      expect(files.length).toBeGreaterThanOrEqual(2);
      expect(notes.length).toBeGreaterThanOrEqual(1);
    }
  });

  it.each(languages)('close what they mark, and lead nowhere outside: %s', (language) => {
    const { recipes } = books.get(language)!;
    for (const { steps, files, notes } of Object.values(recipes))
      for (const sentence of [...steps, ...files, ...notes])
        for (const { text, names } of piecesOf(sentence)) {
          expect(text).not.toMatch(/[[\]{}]|https?:/);
          if (names) expect(text).toBe(text.trim());
        }
  });

  it('name menus in English as English where the sentence is not', () => {
    expect(sentencesOf(english).filter((one) => /\{(?!system|day)/.test(one))).toEqual([]);
    expect(piecesOf('Öffnen Sie „{Orders}“ und [Kunden].')).toEqual([
      { text: 'Öffnen Sie „', names: null },
      { text: 'Orders', names: 'english' },
      { text: '“ und ', names: null },
      { text: 'Kunden', names: 'own' },
      { text: '.', names: null },
    ]);
  });

  it.each(languages.filter((language) => language !== 'en'))(
    'have no English outside of such names: %s',
    async (language) => {
      const find = await searchForEnglish(
        language,
        systems.map(({ name }) => name),
      );
      expect(find(sentencesOf(books.get(language)!).map(withoutEnglish))).toEqual([]);
    },
  );

  it.each(languages)('fill in the system and the day: %s', (language) => {
    const { steps, checked } = books.get(language)!.words;
    expect(steps).toContain('{system}');
    expect(checked).toContain('{system}');
    expect(checked).toContain('{day}');
  });
});
