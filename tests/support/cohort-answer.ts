import type { CohortRetention } from '../../src/contract/answers.ts';

/** The instant of a report, and its cohorts: the first is cut by the report's beginning, the last has a window that is not over. */
export const asOf = '2026-03-20T10:00:00.123456Z';
export const answer: CohortRetention = {
  months_back: 3,
  cohorts: [
    { month: '2025-12', enrolled: 6, retention: [50, 100, 67], active: [3, 6, 4] },
    { month: '2026-01', enrolled: 46, retention: [87, 59], active: [40, 27] },
    { month: '2026-02', enrolled: 56, retention: [93], active: [52] },
    { month: '2026-03', enrolled: 66, retention: [94], active: [62] },
  ],
};
