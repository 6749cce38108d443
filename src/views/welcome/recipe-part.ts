import type { Language } from '../../text/languages.ts';
import { fetchRecipes } from '../../text/recipes/fetch-recipes.ts';
import type { RecipeBook } from '../../text/recipes/recipe.ts';
import RecipePicker from './RecipePicker.svelte';

/** What shows the recipes, and what it shows: both are fetched when they are first asked for. */
export async function recipePart(language: Language): Promise<{ Picker: typeof RecipePicker; book: RecipeBook }> {
  return { Picker: RecipePicker, book: await fetchRecipes(language) };
}
