import { prefersReducedMotion } from 'svelte/motion';
import { dayAt, monthsLater, type Timeline } from '../domain/timeline.ts';
import type { Day } from '../contract/ids.ts';
import type { Navigation } from './navigation.svelte.ts';
import type { Questions } from './questions.ts';

/** How long it is from the first day to the last, in milliseconds. */
const length = 24_000;
/** What a frame takes at least: a chart is on its way to the next one for longer. */
const shortestFrame = 80;
/** What it takes where a person wants no motion: then it is pictures, one a month. */
const stillFrame = 1_200;
/** A frame that took longer, in a page out of sight or of an engine at work, is not made up for. */
const longestStep = 1_000;

/**
 * The report date on its way from the first day to the last. Each frame waits until all that is asked for the one before it is answered,
 * so that it is seen; a slower engine shows fewer frames in the same time. All of it is one entry of the history.
 */
export class Film {
  isPlaying = $state(false);
  readonly #navigation: Pick<Navigation, 'route' | 'go' | 'settle'>;
  readonly #questions: Pick<Questions, 'areUnderWay'>;
  /** The day that it is at, with the part of it that has passed. */
  #at = 0;
  /** The day that it began at, and how many frames ago. */
  #began = { day: 0, frames: 0 };
  /** What it asked for last: when another date is in force, somebody has chosen that. */
  #shown: Day | null = null;
  #last = 0;
  #frame = 0;

  constructor(navigation: Pick<Navigation, 'route' | 'go' | 'settle'>, questions: Pick<Questions, 'areUnderWay'>) {
    this.#navigation = navigation;
    this.#questions = questions;
  }

  /** From a day on; from the first where that is the last. */
  play(day: number, timeline: () => Timeline): void {
    const { first, last } = timeline();
    this.#at = day >= last || day < first ? first : day;
    this.#began = { day: this.#at, frames: 0 };
    this.isPlaying = true;
    this.#show(timeline());
    this.#last = performance.now();
    const next = (now: number): void => {
      // Before the step, which may be the last.
      this.#frame = requestAnimationFrame(next);
      this.#step(now, timeline());
    };
    this.#frame = requestAnimationFrame(next);
  }

  /** Stays where it is. */
  pause(): void {
    if (!this.isPlaying) return;
    this.stop();
    this.#navigation.settle();
  }

  /** Gives way to somebody who goes on from there: the history has that alone. */
  stop(): void {
    this.isPlaying = false;
    cancelAnimationFrame(this.#frame);
  }

  #step(now: number, timeline: Timeline): void {
    if (this.#navigation.route.asOf !== this.#shown) return this.pause();
    const passed = now - this.#last;
    const isStill = prefersReducedMotion.current;
    if (passed < (isStill ? stillFrame : shortestFrame) || this.#questions.areUnderWay) return;
    this.#last = now;
    const { first, last } = timeline;
    this.#began.frames += 1;
    this.#at = isStill
      ? monthsLater(this.#began.day, this.#began.frames)
      : this.#at + (Math.min(passed, longestStep) / length) * (last - first + 1);
    this.#show(timeline);
    if (this.#at >= last) this.pause();
  }

  #show({ last }: Timeline): void {
    this.#shown = this.#at >= last ? null : dayAt(Math.floor(this.#at));
    this.#navigation.go({ asOf: this.#shown }, { hold: true });
  }
}
