import { describe, expect, it } from 'vitest';
import { heatmapOf } from '../../src/domain/heatmap.ts';
import { cellShare } from '../../src/text/cell-share.ts';
import { format, messages } from '../support/english.ts';
import { utc } from '../support/utc.ts';

describe('the share of a cohort', () => {
  it('never says all of less than all, nor none of more than none', () => {
    const rounded = { month: '2025-12', enrolled: 1000, retention: [100, 0, 100], active: [999, 1, 1000] };
    const heatmap = heatmapOf({ cohorts: [rounded], months_back: 3 }, '2026-03-20T10:00:00Z', null, utc);
    expect(heatmap.cells.map((cell) => cellShare(heatmap, cell, format))).toEqual(['>99%', '<1%', '100%']);
  });
});

describe('a window', () => {
  it('is named by its days', () => {
    expect(messages.windowLabel(1)).toBe('Days 31–60');
  });
});
