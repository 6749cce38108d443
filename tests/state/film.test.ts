import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { dayNumber, type Timeline } from '../../src/domain/timeline.ts';
import { Film } from '../../src/state/film.svelte.ts';
import { routeDefaults, type Route } from '../../src/state/route.ts';

const timeline: Timeline = { first: dayNumber('2025-01-01'), last: dayNumber('2026-12-31'), weeks: [] };

/** A page whose frames come when the test says so, in milliseconds. */
let frames: ((now: number) => void)[];
let now: number;
function pass(milliseconds: number): void {
  for (const end = now + milliseconds; now < end;) {
    now += 16;
    for (const frame of frames.splice(0)) frame(now);
  }
}

let shown: Route['asOf'][];
let settled: number;
let navigation: { route: Route; go: (change: Partial<Route>, options: unknown) => void; settle: () => void };
let questions: { areUnderWay: boolean };
let film: Film;

beforeEach(() => {
  [frames, now, shown, settled] = [[], 0, [], 0];
  vi.stubGlobal('requestAnimationFrame', (frame: (now: number) => void) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => (frames = []));
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  navigation = {
    route: routeDefaults,
    go: ({ asOf = null }, options) => {
      expect(options).toEqual({ hold: true });
      navigation.route = { ...navigation.route, asOf };
      shown.push(asOf);
    },
    settle: () => (settled += 1),
  };
  questions = { areUnderWay: false };
  film = new Film(navigation, questions);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

it('goes from the first day to the last, which is that of no date, and settles once', () => {
  film.play(timeline.last, () => timeline);
  expect(film.isPlaying).toBe(true);
  pass(30_000);
  expect(film.isPlaying).toBe(false);
  expect(shown[0]).toBe('2025-01-01');
  expect(shown.at(-1)).toBeNull();
  expect(shown.slice(0, -1)).toEqual(shown.slice(0, -1).toSorted());
  expect(shown.length).toBeGreaterThan(200);
  expect(settled).toBe(1);
  expect(frames).toEqual([]);
});

it('begins at the report date, where that is not the last day', () => {
  film.play(dayNumber('2026-06-01'), () => timeline);
  expect(shown).toEqual(['2026-06-01']);
});

it('waits for the answers of each frame, and takes no longer for it', () => {
  film.play(timeline.last, () => timeline);
  questions.areUnderWay = true;
  pass(900);
  expect(shown).toHaveLength(1);
  questions.areUnderWay = false;
  pass(16);
  expect(shown).toHaveLength(2);
  // 928 of 24,000 ms, of 730 days.
  expect(dayNumber(shown[1]!) - timeline.first).toBe(28);
});

it('does not run on from a date that somebody has chosen', () => {
  film.play(timeline.last, () => timeline);
  pass(500);
  navigation.route = { ...navigation.route, asOf: '2025-12-24' };
  const before = shown.length;
  pass(500);
  expect([film.isPlaying, shown.length]).toEqual([false, before]);
});

it('leaves the history to whoever goes on from where it was', () => {
  film.play(timeline.last, () => timeline);
  pass(500);
  film.stop();
  pass(500);
  expect([film.isPlaying, settled, frames.length]).toEqual([false, 0, 0]);
});

it('has one row of frames, however often it ends and begins', () => {
  film.play(timeline.last - 1, () => timeline);
  while (film.isPlaying) pass(16);
  expect(frames).toEqual([]);
  film.play(timeline.last, () => timeline);
  expect(frames).toHaveLength(1);
});

it('stops where it is, and goes on from there', () => {
  film.play(timeline.last, () => timeline);
  pass(2000);
  film.pause();
  const last = shown.at(-1);
  pass(500);
  expect(shown.at(-1)).toBe(last);
  film.play(dayNumber(last!), () => timeline);
  expect(shown.at(-1)).toBe(last);
});
