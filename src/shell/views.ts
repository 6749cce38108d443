import type { Component } from 'svelte';
import { chartLibrary } from '../charts/library.svelte.ts';
import type { View } from '../domain/views.ts';
import type { Words } from '../text/language.svelte.ts';
import type Match from '../views/Match.svelte';
import type Privacy from '../views/Privacy.svelte';

const modules: Record<View, (words: Words) => Promise<{ default: Component }>> = {
  overview: () => import('../views/Overview.svelte'),
  cohorts: () => import('../views/Cohorts.svelte'),
  churn: () => import('../views/Churn.svelte'),
  revenue: () => import('../views/Revenue.svelte'),
  data: (words) => withLaterWords(words, import('../views/Data.svelte')),
};

/** The component of a view; its code, and words that it alone says, are fetched when it is first asked for. */
export async function viewOf(view: View, words: Words): Promise<Component> {
  return (await modules[view](words)).default;
}

/** Fetches what a view will need while the export is loading; one that fails is asked for again when it is shown. */
export function fetchAhead(view: View, words: Words): void {
  viewOf(view, words).catch(() => undefined);
  if (view !== 'data') void chartLibrary.fetch();
}

/** What says above a view how the files were read: most have nothing to say of it. */
export async function loadNotes(words: Words): Promise<Component<{ view: View }>> {
  return (await withLaterWords(words, import('./LoadNotes.svelte'))).default;
}

/** Fetches what may stand above the first view of files of one's own: what came later would push down what one reads. */
export function fetchNotesAhead(words: Words): void {
  for (const part of [loadNotes(words), import('./CalendarOffer.svelte')]) part.catch(() => undefined);
}

/** The screen on which the columns are matched. */
export async function loadMatch(words: Words): Promise<typeof Match> {
  return (await withLaterWords(words, import('../views/Match.svelte'))).default;
}

/** What has been read, where it is, and what has left. */
export async function loadPrivacy(words: Words): Promise<typeof Privacy> {
  return (await withLaterWords(words, import('../views/Privacy.svelte'))).default;
}

async function withLaterWords<T>(words: Words, part: Promise<T>): Promise<T> {
  const [fetched] = await Promise.all([part, words.fetchLater()]);
  return fetched;
}
