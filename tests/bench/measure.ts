import type { Ask, Question } from './questions.ts';

/** Milliseconds, one for each round. */
export type Times = number[];

/** What was measured of one contender. */
export interface Measured {
  start: Times;
  load: Times;
  /** What the last load went through, in order. */
  stages: Record<string, number>;
  /** By the name of the question; without those that it does not answer. */
  questions: Record<string, Times>;
  /** Its answers to the checks. */
  answers: unknown[];
}

/** How often things are measured. */
export interface Effort {
  /** Loads, each into a contender that was just started. */
  loads: number;
  /** Rounds of a question that builds; changes of a parameter are quick, so there are three times as many. */
  rounds: number;
  /** No further round of a question once they took this long together. */
  budgetMs: number;
}

/** What is asked of `question`, round by round. The first round is for warming up. */
export function roundsOf({ kind, asks }: Question, { rounds }: Effort): Ask[][] {
  return Array.from({ length: 1 + (kind === 'change' ? 3 * rounds : rounds) }, (_, i) => asks(i));
}

/**
 * The times of the rounds after the first. Stands alone: it runs in the page as well.
 */
export async function timed(
  rounds: readonly Ask[][],
  budgetMs: number,
  answer: (ask: Ask) => Promise<unknown>,
): Promise<Times> {
  const times: Times = [];
  let spent = 0;
  for (const asks of rounds) {
    if (times.length > 1 && spent > budgetMs) break;
    const start = performance.now();
    for (const ask of asks) await answer(ask);
    times.push(performance.now() - start);
    spent += times.at(-1)!;
  }
  return times.slice(1);
}

/** `share` 0.5: the median; 0.95: what 19 of 20 stay within. */
export function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}
