import type { ChartTheme } from './style.ts';

/** Reads the design tokens in force on `element` (light or dark) as plain colours. */
export function readTheme(element: Element): ChartTheme {
  const style = getComputedStyle(element);
  const token = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    font: token('font'),
    text: token('text'),
    text2: token('text-2'),
    text3: token('text-3'),
    border: token('border'),
    borderStrong: token('border-strong'),
    surface: token('surface'),
    warn: token('warn'),
    series1: token('series-1'),
    series2: token('series-2'),
    series2Deep: token('series-2-deep'),
    series3: token('series-3'),
    grey: token('series-grey'),
    muted: token('series-muted'),
    heat: [0, 1, 2, 3, 4, 5].map((step) => token(`heat-${step}`)),
  };
}
