import { fetchData } from '../../contract/parts.ts';
import type { Language } from '../languages.ts';
import type { RecipeBook } from './recipe.ts';

/** Addresses of the recipes by path. As data they weigh nothing until they are asked for; never inlined: a data: address is outside the page’s origin. */
const addresses = import.meta.glob<string>('./*.json', { query: '?url&no-inline', import: 'default', eager: true });

/** Fetches the recipes of a language. Throws where they do not arrive. */
export async function fetchRecipes(language: Language): Promise<RecipeBook> {
  const file = await fetchData(addresses[`./${language}.json`]!);
  return JSON.parse(await file.text()) as RecipeBook;
}
