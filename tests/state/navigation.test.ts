import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Navigation } from '../../src/state/navigation.svelte.ts';

/** What a window keeps of addresses. */
let entries: string[];
/** Which of them were shown, and what the page listens to. */
let states: unknown[];
let listeners: Map<string, (event: { type: string }) => void>;
let navigation: Navigation;

beforeEach(() => {
  vi.useFakeTimers();
  entries = ['#/churn?limit=50'];
  states = [null];
  listeners = new Map();
  vi.stubGlobal('addEventListener', (type: string, listener: (event: { type: string }) => void) =>
    listeners.set(type, listener),
  );
  vi.stubGlobal('location', {
    get hash() {
      return entries.at(-1)!;
    },
  });
  vi.stubGlobal('history', {
    get state() {
      return states.at(-1);
    },
    pushState: (state: unknown, _title: string, hash: string) => {
      states.push(state);
      entries.push(hash);
    },
    replaceState: (state: unknown, _title: string, hash: string) => {
      states[states.length - 1] = state;
      entries[entries.length - 1] = hash;
    },
  });
  navigation = new Navigation();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('a choice is an entry at once', () => {
  navigation.go({ limit: 200 });
  expect(entries).toEqual(['#/churn?limit=50', '#/churn?limit=200']);
});

it('a row of presses on a slider is one entry, once it settles', () => {
  for (const multiplier of [2.25, 2.5, 2.75]) {
    navigation.go({ multiplier }, { settle: true });
    expect(navigation.route.multiplier).toBe(multiplier);
    vi.advanceTimersByTime(100);
  }
  expect(entries).toHaveLength(1);
  vi.advanceTimersByTime(1000);
  expect(entries).toEqual(['#/churn?limit=50', '#/churn?limit=50&multiplier=2.75']);
});

it('a choice right after the slider leaves both in the history', () => {
  navigation.go({ multiplier: 3 }, { settle: true });
  navigation.go({ limit: 200 });
  expect(entries).toEqual(['#/churn?limit=50', '#/churn?limit=50&multiplier=3', '#/churn?limit=200&multiplier=3']);
});

it('what is typed in a search is in no address, and gone with the view', () => {
  navigation.go({ search: 'A' }, { replace: true });
  navigation.go({ search: 'An' }, { replace: true });
  vi.advanceTimersByTime(1000);
  expect(navigation.route.search).toBe('An');
  expect(entries).toEqual(['#/churn?limit=50']);
  goTo('#/cohorts');
  expect(navigation.route.search).toBe('');
});

/** As a browser does for a typed address, and for Back. */
function goTo(hash: string): void {
  entries.push(hash);
  states.push(null);
  for (const type of ['popstate', 'hashchange']) listeners.get(type)!({ type });
}
function goBack(): void {
  entries.pop();
  states.pop();
  for (const type of ['popstate', 'hashchange']) listeners.get(type)!({ type });
}

it('an address that is typed without a sample is of the one that is open', () => {
  navigation.go({ sample: 'cafe' });
  goTo('#/cohorts?months_back=12');
  expect(navigation.route).toMatchObject({ view: 'cohorts', monthsBack: 12, sample: 'cafe' });
  goTo('#/cohorts?sample=bakery');
  expect(navigation.route.sample).toBe('bakery');
  expect(entries.slice(2)).toEqual(['#/cohorts?months_back=12&sample=cafe', '#/cohorts?months_back=6&sample=bakery']);
});

it('Back leads to an address as it was, with no sample where there was none', () => {
  navigation.go({ sample: 'cafe' });
  goTo('#/cohorts');
  goBack();
  expect(navigation.route).toMatchObject({ view: 'churn', sample: 'cafe' });
  goBack();
  expect(navigation.route).toMatchObject({ view: 'churn', sample: null });
});

it('what is dragged is one entry, once it is let go, however long that takes', () => {
  for (const asOf of ['2026-01-03', '2026-01-02', '2026-01-01']) {
    navigation.go({ asOf }, { hold: true });
    vi.advanceTimersByTime(5000);
    expect([navigation.route.asOf, navigation.isHeld, entries.length]).toEqual([asOf, true, 1]);
  }
  navigation.settle();
  expect(navigation.isHeld).toBe(false);
  expect(entries).toEqual(['#/churn?limit=50', '#/churn?limit=50&as_of=2026-01-01']);
  navigation.settle();
  expect(entries).toHaveLength(2);
});
