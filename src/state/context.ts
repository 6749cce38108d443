import { createContext } from 'svelte';
import type { Navigation } from './navigation.svelte.ts';
import type { Session } from './session.svelte.ts';
import type { TableSaving } from './table-saving.svelte.ts';
import type { Stores } from './stores.svelte.ts';

export const [getSession, setSession] = createContext<Session>();
export const [getNavigation, setNavigation] = createContext<Navigation>();
export const [getStores, setStores] = createContext<Stores>();
export const [getTableSaving, setTableSaving] = createContext<TableSaving>();
