import { describe, expect, it } from 'vitest';
import { cohortHeatmap, describeCell } from '../../src/charts/cohort-heatmap.ts';
import { heatmapLayout } from '../../src/charts/heatmap-layout.ts';
import { contrast, heatColour, inkOn } from '../../src/charts/colour.ts';
import { heatmapOf } from '../../src/domain/heatmap.ts';
import { dataOf, style } from './style.ts';
import { answer, asOf } from '../support/cohort-answer.ts';
import { utc } from '../support/utc.ts';

describe('a cell', () => {
  const heatmap = heatmapOf(answer, asOf, null, utc);

  it('is described with its days', () => {
    expect(describeCell(heatmap, 2, style)).toEqual({
      title: 'Enrolled in Dec 2025',
      rows: [
        { label: 'Active', value: '67% (4)' },
        { label: 'Enrolled', value: '6' },
        { label: 'Days 61–90', value: '30\u00a0Jan\u00a02026 – 28\u00a0Feb\u00a02026' },
      ],
      note: 'Only cards enrolled since 17\u00a0Dec\u00a02025, where the report begins.',
    });
    expect(describeCell(heatmap, 6, style)?.note).toMatch(/not over/);
    expect(describeCell(heatmap, 99, style)).toBeNull();
  });
});

describe('the option', () => {
  const heatmap = heatmapOf(answer, asOf, null, utc);
  const option = cohortHeatmap(heatmap, heatmapLayout(4, 3, 1000), style);

  it('keeps the colours on 0 to 100 whatever the values', () => {
    const colours = dataOf(option).map(({ itemStyle }) => itemStyle?.color);
    expect(colours.slice(0, 6)).toEqual(
      [50, 100, 67, 87, 59, 93].map((percent) => heatColour(percent, style.theme.heat)),
    );
  });

  it('has the oldest cohort on top', () => {
    expect(option.yAxis).toMatchObject({ inverse: true, data: ['2025-12', '2026-01', '2026-02', '2026-03'] });
  });

  it('writes the number in each cell, and sets the open window apart', () => {
    const data = dataOf(option);
    expect(data.map(({ label }) => label?.formatter?.())).toEqual(['50%', '100%', '67%', '87%', '59%', '93%', '94%']);
    expect(data[6]).toMatchObject({ itemStyle: { color: style.theme.surface, borderType: 'dashed' } });
    expect(data[5]?.itemStyle).not.toHaveProperty('borderType');
  });
});

describe('the layout', () => {
  it('fills the place, within limits', () => {
    expect(heatmapLayout(7, 6, 600).cellWidth).toBe(99);
    expect(heatmapLayout(1, 1, 1200).cellWidth).toBe(128);
  });

  it('scrolls on a phone rather than drop the numbers of a year', () => {
    const layout = heatmapLayout(13, 12, 216);
    expect(layout.numbers).toBe(true);
    expect(layout.width).toBeGreaterThan(216);
  });

  it('drops the numbers of five years, and keeps the cells visible', () => {
    const layout = heatmapLayout(61, 60, 1000);
    expect(layout.numbers).toBe(false);
    expect(layout.width).toBeLessThanOrEqual(1000);
    expect(heatmapLayout(61, 60, 216).cellWidth).toBeGreaterThanOrEqual(14);
  });
});

describe('text in a cell', () => {
  const dark = ['#1c2130', '#22375f', '#2b5296', '#4678ca', '#7da5eb', '#c6dafc'];

  it.each([
    ['light', style.theme.heat],
    ['dark', dark],
  ])('reads at every percentage in %s', (_, heat) => {
    for (let percent = 0; percent <= 100; percent++) {
      const colour = heatColour(percent, heat);
      expect(contrast(inkOn(colour), colour), `${percent}%`).toBeGreaterThanOrEqual(4.5);
    }
  });
});
