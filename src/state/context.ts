import { createContext } from 'svelte';
import type { CalendarInForce } from './calendar.svelte.ts';
import type { CheckInSight } from './check-in-sight.svelte.ts';
import type { CurrencyInForce } from './currency.svelte.ts';
import type { Navigation } from './navigation.svelte.ts';
import type { Pseudonyms } from './pseudonyms.svelte.ts';
import type { Session } from './session.svelte.ts';
import type { TableSaving } from './table-saving.svelte.ts';
import type { Stores } from './stores.svelte.ts';

export const [getSession, setSession] = createContext<Session>();
export const [getNavigation, setNavigation] = createContext<Navigation>();
export const [getStores, setStores] = createContext<Stores>();
export const [getCalendar, setCalendar] = createContext<CalendarInForce>();
export const [getCurrency, setCurrency] = createContext<CurrencyInForce>();
export const [getTableSaving, setTableSaving] = createContext<TableSaving>();
export const [getCheck, setCheck] = createContext<CheckInSight>();
export const [getPseudonyms, setPseudonyms] = createContext<Pseudonyms>();
