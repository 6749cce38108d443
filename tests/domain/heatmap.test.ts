import { describe, expect, it } from 'vitest';
import { heatmapOf } from '../../src/domain/heatmap.ts';
import { answer, asOf } from '../support/cohort-answer.ts';
import { utc } from '../support/utc.ts';

describe('rows and cells of the heatmap', () => {
  const heatmap = heatmapOf(answer, asOf, null, utc);

  it('hold every value of the answer once, at its month and window', () => {
    expect(heatmap.cells.map(({ row, offset, percent }) => [row, offset, percent])).toEqual([
      [0, 0, 50],
      [0, 1, 100],
      [0, 2, 67],
      [1, 0, 87],
      [1, 1, 59],
      [2, 0, 93],
      [3, 0, 94],
    ]);
    expect(heatmap.windowCount).toBe(3);
  });

  it('mark the window that is not over and the month that the report cuts', () => {
    expect(heatmap.cells.filter(({ running }) => running)).toEqual([
      { row: 3, offset: 0, percent: 94, active: 62, running: true },
    ]);
    expect(heatmap.partialSince).toBe('2025-12-17');
    expect(heatmap.rows.map(({ since }) => since)).toEqual(['2025-12-17', null, null, null]);
    expect(heatmapOf(answer, asOf, '2026-01-01T00:00:00Z', utc).rows.every(({ since }) => since === null)).toBe(true);
  });

  it('are over on the last day of their window', () => {
    const runningAt = (on: string): boolean[] => heatmapOf(answer, on, null, utc).cells.map(({ running }) => running);
    // The third window of December ends with 28 February; no other of these is over later.
    const until = answer.cohorts.slice(0, 1);
    expect(runningAt('2026-03-30T23:59:59.999999Z').at(-1)).toBe(false);
    expect(runningAt('2026-03-29T23:59:59.999999Z').at(-1)).toBe(true);
    expect(heatmapOf({ ...answer, cohorts: until }, '2026-02-28T00:00:00Z', null, utc).cells.at(-1)!.running).toBe(
      false,
    );
    expect(heatmapOf({ ...answer, cohorts: until }, '2026-02-27T23:59:59Z', null, utc).cells.at(-1)!.running).toBe(
      true,
    );
  });

  it('of no cohort are none', () => {
    expect(heatmapOf({ cohorts: [], months_back: 6 }, asOf, null, utc)).toEqual({
      rows: [],
      cells: [],
      windowCount: 0,
      partialSince: null,
    });
  });
});
