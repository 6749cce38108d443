import { readFileSync } from 'node:fs';
import type { Language } from '../../src/text/languages.ts';
import { piecesOf, type RecipeBook } from '../../src/text/recipes/recipe.ts';

/** How to export from each system, as the page fetches it. */
export function readRecipes(language: Language): RecipeBook {
  const file = new URL(`../../src/text/recipes/${language}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')) as RecipeBook;
}

/** All that recipes say. */
export const sentencesOf = ({ words, recipes }: RecipeBook): string[] => [
  ...Object.values(words).flatMap((one) => (typeof one === 'string' ? one : Object.values(one))),
  ...Object.values(recipes).flatMap(({ steps, files, notes }) => [...steps, ...files, ...notes]),
];

/** A sentence as it is read. */
export const plain = (sentence: string): string =>
  piecesOf(sentence)
    .map(({ text }) => text)
    .join('');

/** What a sentence says in its own language, names in English left out. */
export const withoutEnglish = (sentence: string): string =>
  piecesOf(sentence)
    .map(({ text, names }) => (names === 'english' ? ' ' : text))
    .join('');
