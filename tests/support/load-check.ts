import type { LoadCheck } from '../../src/contract/summary.ts';

/** The check of a load of nothing, with what a test needs of another. */
export function loadCheck(changed: Partial<LoadCheck> = {}): LoadCheck {
  return {
    rowsRead: 0,
    rowsUsed: 0,
    transactions: 0,
    found: null,
    earning: 0,
    revenue: null,
    largest: null,
    points: false,
    orders: 0,
    future: 0,
    busiest: 0,
    ofOtherMerchants: 0,
    refunds: 0,
    amountsAbove: 0,
    numberedAgain: 0,
    unreadValues: 0,
    rows: [],
    ...changed,
  };
}
