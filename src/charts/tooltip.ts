import type { TooltipComponentOption } from 'echarts/components';
import type { ChartTheme } from './style.ts';

/** Where a tooltip stands, in pixels of the plot. */
export type TooltipPositionCallback = Extract<
  NonNullable<TooltipComponentOption['position']>,
  (...given: never[]) => unknown
>;

/** What a tooltip says: a title, rows of label and value, and a remark. */
export interface TooltipContent {
  title: string;
  rows: { label: string; value: string }[];
  note?: string | null;
}

function line(tag: string, className: string, text: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

/** The tooltip as elements. Names in it come from the export, so they only ever become text, never markup. */
export function tooltipElement(content: TooltipContent): HTMLElement {
  const box = document.createElement('div');
  box.className = 'chart-tooltip';
  box.append(line('div', 'chart-tooltip-title', content.title));
  for (const row of content.rows) {
    const pair = document.createElement('div');
    pair.className = 'chart-tooltip-row';
    pair.append(line('span', 'chart-tooltip-label', row.label), line('span', 'chart-tooltip-value', row.value));
    box.append(pair);
  }
  if (content.note) box.append(line('div', 'chart-tooltip-note', content.note));
  return box;
}

/**
 * The tooltip of a chart: `describe` gets the index of the row under the pointer.
 * Confined, because ECharts builds the arrow of an unconfined one from markup with style attributes.
 */
export function tooltip(
  trigger: 'item' | 'axis',
  describe: (row: number) => TooltipContent | null,
  theme: ChartTheme,
): TooltipComponentOption {
  return {
    trigger,
    confine: true,
    transitionDuration: 0,
    backgroundColor: theme.surface,
    borderColor: theme.border,
    borderWidth: 1,
    padding: 0,
    textStyle: { color: theme.text, fontFamily: theme.font },
    axisPointer: { type: 'shadow', shadowStyle: { color: theme.text, opacity: 0.05 } },
    formatter: (params) => {
      const first = Array.isArray(params) ? params[0] : params;
      const content = first ? describe(first.dataIndex) : null;
      return content ? tooltipElement(content) : '';
    },
  };
}
