import type { HeatmapData } from '../domain/heatmap.ts';
import { windowDays } from '../domain/calendar.ts';
import { cellShare } from '../text/cell-share.ts';
import { heatColour, inkOn } from './colour.ts';
import { EDGE, type HeatmapLayout } from './heatmap-layout.ts';
import type { ChartStyle } from './style.ts';
import type { ChartOption } from './registry.ts';
import { tooltip, type TooltipContent } from './tooltip.ts';

/** What the tooltip of a cell says. */
export function describeCell(
  heatmap: HeatmapData,
  index: number,
  { format, messages }: Pick<ChartStyle, 'format' | 'messages'>,
): TooltipContent | null {
  const { heatmapText, windowLabel } = messages;
  const cell = heatmap.cells[index];
  const row = cell && heatmap.rows[cell.row];
  if (!cell || !row) return null;
  const days = windowDays(row.month, cell.offset);
  return {
    title: heatmapText.cohort(format.month(row.month)),
    rows: [
      {
        label: heatmapText.active,
        value: heatmapText.share(cellShare(heatmap, cell, format), format.integer(cell.active)),
      },
      { label: heatmapText.enrolled, value: format.integer(row.enrolled) },
      { label: windowLabel(cell.offset), value: heatmapText.dates(format.date(days.first), format.date(days.last)) },
    ],
    note: [
      ...(cell.running ? [heatmapText.runningNote] : []),
      ...(row.since ? [heatmapText.partialNote(format.date(row.since))] : []),
    ].join(' '),
  };
}

/** Retention of enrolment months (down, oldest first) over 30-day windows (across). */
export function cohortHeatmap(heatmap: HeatmapData, layout: HeatmapLayout, style: ChartStyle): ChartOption {
  const { theme, format } = style;
  const { windowLabel } = style.messages;
  const { cellWidth, columns, numbers } = layout;
  const offsets = Array.from({ length: columns }, (_, offset) => offset);
  return {
    animation: false,
    grid: { left: EDGE, right: EDGE, top: layout.header, bottom: EDGE, outerBoundsMode: 'none' },
    tooltip: tooltip('item', (index) => describeCell(heatmap, index, style), theme),
    xAxis: {
      type: 'category',
      position: 'top',
      data: offsets.map((offset) => (cellWidth >= 92 ? windowLabel(offset) : `${offset + 1}`)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: theme.text3, fontFamily: theme.font, fontSize: 12, margin: 8, hideOverlap: true },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: heatmap.rows.map(({ month }) => month),
      show: false,
    },
    visualMap: {},
    series: {
      type: 'heatmap',
      itemStyle: { borderColor: theme.surface, borderWidth: numbers ? 2 : 1, borderRadius: numbers ? 5 : 2 },
      emphasis: { itemStyle: { color: 'inherit', borderColor: theme.text, borderWidth: numbers ? 2 : 1 } },
      label: { show: numbers, fontFamily: theme.font, fontSize: 12 },
      data: heatmap.cells.map((cell) => {
        const colour = heatColour(cell.percent, theme.heat);
        const shared = { value: [cell.offset, cell.row, cell.percent] };
        const words = cellShare(heatmap, cell, format);
        // Without the sign that every cell has, and the space before it.
        const label = { formatter: () => (cellWidth >= 44 ? words : words.replace(/\s*%/, '')) };
        // A window that is not over stands outside the scale: outlined, so that it cannot be mistaken for a final value.
        return cell.running
          ? {
              ...shared,
              label: { ...label, color: theme.text2, fontStyle: 'italic' as const },
              itemStyle: {
                color: theme.surface,
                borderColor: theme.borderStrong,
                borderWidth: 1,
                borderType: 'dashed' as const,
              },
            }
          : { ...shared, ...(numbers && { label: { ...label, color: inkOn(colour) } }), itemStyle: { color: colour } };
      }),
    },
  };
}
