import type { Question } from './questions.ts';

/** A limit and what it is measured by. */
export interface Target {
  limit: number;
  /** How it is written: `p95 ≤ 16`. */
  text: string;
}

const smallest = 1_000_000;

const median = (limit: number): Target => ({ limit, text: `≤ ${limit}` });
const p95 = (limit: number): Target => ({ limit, text: `p95 ≤ ${limit}` });

/** Of another report date, once what does not depend on it is built: at a million transactions, and at ten. */
const ofDate: Partial<Record<string, readonly [number, number | null]>> = {
  'cohorts, any report date': [16, 40],
  'revenue, any report date': [16, 40],
  'overview, any report date': [20, 60],
  'at risk and spread, any date': [30, 200],
  'back-test, any report date': [150, null],
};

/** What is asked of the product, in milliseconds where nothing else is said. */
export const targets = {
  firstVisit: median(1000),
  laterVisit: median(500),
  ownFiles: (transactions: number): Target => median(transactions <= smallest ? 1500 : 9000),
  /** Of a film: ten a second. */
  frame: median(100),
  /** What a change may block input for. */
  blocked: median(50),
  /** MB. */
  oneFile: median(15),
  oneFileWelcome: median(1500),
  oneFileSample: median(3000),
  load(transactions: number, native: number): Target {
    if (transactions <= smallest) return median(1500);
    const limit = 2.5 * native;
    return { limit, text: `≤ 2.5 × native (${limit.toFixed(0)})` };
  },
  question({ kind, name }: Question, transactions: number): Target | null {
    const isSmall = transactions <= smallest;
    if (kind === 'date') {
      const limit = ofDate[name]?.[isSmall ? 0 : 1] ?? null;
      return limit === null ? null : p95(limit);
    }
    if (kind === 'change') return p95(isSmall ? 16 : 33);
    return isSmall ? p95(300) : null;
  },
  prepare: (transactions: number): Target => median(transactions <= smallest ? 3000 : 30_000),
  /** A transaction, in memory: without and with what any date needs. The smallest export lies uncompressed, since there is room for it. */
  bytes: (transactions: number): Record<'used' | 'prepared', Target> =>
    transactions <= smallest
      ? { used: median(100), prepared: median(200) }
      : { used: median(40), prepared: median(55) },
};
