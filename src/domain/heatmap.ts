import type { CohortRetention } from '../contract/answers.ts';
import type { Day, Instant, Month } from '../contract/ids.ts';
import { cutMonth, isWindowOpen } from './calendar.ts';
import type { LocalCalendar } from './local-calendar.ts';

/** A cohort. */
export interface HeatmapRow {
  month: Month;
  enrolled: number;
  /** Since when the cohort is counted, where the report's beginning cuts its month; else null. */
  since: Day | null;
}

/** A cohort in one of its windows. */
export interface HeatmapCell {
  row: number;
  offset: number;
  /** 0 to 100. */
  percent: number;
  /** The cards that it is of. */
  active: number;
  /** The window is not over yet. */
  running: boolean;
}

/** Cohorts by their windows, the oldest cohort first. */
export interface HeatmapData {
  rows: HeatmapRow[];
  cells: HeatmapCell[];
  /** Of the cohort that has most. */
  windowCount: number;
  /** Since when the cohort is counted that the report's beginning cuts; null where it cuts none. */
  partialSince: Day | null;
}

/**
 * Rows and cells of the heatmap.
 * @param earliest first instant of the data, where known
 */
export function heatmapOf(
  answer: CohortRetention,
  asOf: Instant,
  earliest: Instant | null,
  local: LocalCalendar,
): HeatmapData {
  const cut = cutMonth(asOf, answer.months_back, earliest, local);
  const rows = answer.cohorts.map(({ month, enrolled }) => ({
    month,
    enrolled,
    since: cut?.month === month ? cut.since : null,
  }));
  const cells = answer.cohorts.flatMap(({ month, retention, active }, row) =>
    retention.map((percent, offset) => ({
      row,
      offset,
      percent,
      active: active[offset] ?? 0,
      running: isWindowOpen(month, offset, asOf, local),
    })),
  );
  return {
    rows,
    cells,
    windowCount: Math.max(0, ...answer.cohorts.map(({ retention }) => retention.length)),
    partialSince: rows.find(({ since }) => since !== null)?.since ?? null,
  };
}
