import { expect } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import { outcomeOf, type Expected } from './case-outcome.ts';
import { textFile } from './text-files.ts';

/** Files by their names, and what is right of them: cards, transactions, months of revenue, and what else a case is about. */
export type MadeCase = [
  what: string,
  files: Record<string, string[]>,
  cards: number,
  transactions: number,
  months: NonNullable<Expected['months']>,
  more?: Partial<Expected>,
];

/** So many days from the third of January 2026 on. */
export const days = (count: number): string[] =>
  Array.from({ length: count }, (_, day) => new Date(Date.UTC(2026, 0, 3 + day)).toISOString().slice(0, 10));

/** Opens the files of a case as the page does, and compares what came of it. What is asked is not what these are about. */
export async function expectCase(
  engine: Engine,
  [, files, cards, transactions, months, more = {}]: MadeCase,
): Promise<void> {
  const expected: Expected = { asks: 0, cards, transactions, months, leftOut: [], ...more };
  const opened = Object.entries(files).map(([name, lines]) => textFile(`${lines.join('\n')}\n`, name));
  const { asks, ...outcome } = await outcomeOf(engine, opened, expected);
  expect(outcome).toEqual({ ...expected, asks: undefined });
  expect(asks).toBeLessThanOrEqual(opened.length);
}
