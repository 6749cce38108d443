import type { ChartStyle } from '../../src/charts/style.ts';
import type { ChartOption } from '../../src/charts/registry.ts';
import { format, messages } from '../support/english.ts';

/** A style that does not depend on the machine: the light tokens and British English. */
export const style: ChartStyle = {
  theme: {
    font: 'Inter',
    text: '#1b1c1e',
    text2: '#55575c',
    text3: '#696b70',
    border: '#e4e4df',
    borderStrong: '#8b8b84',
    surface: '#ffffff',
    warn: '#a24806',
    series1: '#3f63d8',
    series2: '#d07a1f',
    series2Deep: '#a24806',
    series3: '#167d7f',
    grey: '#8b8b84',
    muted: '#c3c6ce',
    heat: ['#f0f4fc', '#cad9f6', '#96b5ee', '#5b8adf', '#2f5dc2', '#173680'],
  },
  format,
  messages,
};

/** An item of a series' data, as the builders make them. */
export interface Datum {
  value: number | number[];
  itemStyle?: { color?: string; decal?: unknown; borderType?: string };
  label?: { color?: string; fontStyle?: string; formatter?: () => string };
}

/** The data of a chart's only series. */
export function dataOf(option: ChartOption): Datum[] {
  return (option.series as { data: Datum[] }).data;
}

/** The names on the axis of a chart of stores. */
export function namesOf(option: ChartOption): string[] {
  const { data, axisLabel } = option.yAxis as {
    data: string[];
    axisLabel: { formatter: (id: string, index: number) => string };
  };
  return data.map(axisLabel.formatter);
}
