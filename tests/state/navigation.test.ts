import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { Navigation } from '../../src/state/navigation.svelte.ts';

/** What a window keeps of addresses. */
let entries: string[];
let navigation: Navigation;

beforeEach(() => {
  vi.useFakeTimers();
  entries = ['#/churn?limit=50'];
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('location', {
    get hash() {
      return entries.at(-1)!;
    },
  });
  vi.stubGlobal('history', {
    pushState: (_state: null, _title: string, hash: string) => entries.push(hash),
    replaceState: (_state: null, _title: string, hash: string) => (entries[entries.length - 1] = hash),
  });
  navigation = new Navigation();
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

test('a choice is an entry at once', () => {
  navigation.go({ limit: 200 });
  expect(entries).toEqual(['#/churn?limit=50', '#/churn?limit=200']);
});

test('a row of presses on a slider is one entry, once it settles', () => {
  for (const multiplier of [2.25, 2.5, 2.75]) {
    navigation.go({ multiplier }, { settle: true });
    expect(navigation.route.multiplier).toBe(multiplier);
    vi.advanceTimersByTime(100);
  }
  expect(entries).toHaveLength(1);
  vi.advanceTimersByTime(1000);
  expect(entries).toEqual(['#/churn?limit=50', '#/churn?limit=50&multiplier=2.75']);
});

test('a choice right after the slider leaves both in the history', () => {
  navigation.go({ multiplier: 3 }, { settle: true });
  navigation.go({ limit: 200 });
  expect(entries).toEqual(['#/churn?limit=50', '#/churn?limit=50&multiplier=3', '#/churn?limit=200&multiplier=3']);
});

test('typing replaces the entry', () => {
  navigation.go({ search: 'A' }, { replace: true });
  navigation.go({ search: 'An' }, { replace: true });
  vi.advanceTimersByTime(1000);
  expect(entries).toEqual(['#/churn?limit=50&q=An']);
});
