import type { Component } from 'svelte';
import { chartLibrary } from '../charts/library.svelte.ts';
import type { View } from '../domain/views.ts';

const modules: Record<View, () => Promise<{ default: Component }>> = {
  overview: () => import('../views/Overview.svelte'),
  cohorts: () => import('../views/Cohorts.svelte'),
  churn: () => import('../views/Churn.svelte'),
  revenue: () => import('../views/Revenue.svelte'),
  data: () => import('../views/Data.svelte'),
};

/** The component of a view; its code is fetched when it is first asked for. */
export async function viewOf(view: View): Promise<Component> {
  return (await modules[view]()).default;
}

/** Fetches what a view will need while the export is loading; one that fails is asked for again when it is shown. */
export function fetchAhead(view: View): void {
  viewOf(view).catch(() => undefined);
  if (view !== 'data') void chartLibrary.fetch();
}
