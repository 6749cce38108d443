import type { CohortRetention } from '../contract/answers.ts';
import type { Instant, Month } from '../contract/ids.ts';
import { heatmapText } from '../text/cohorts.ts';
import { heatColour, inkOn } from './colour.ts';
import type { ChartLook } from './look.ts';
import { cutMonth, isWindowOpen, windowDays, WINDOW_DAYS } from '../domain/calendar.ts';
import type { ChartOption } from './registry.ts';
import { tooltip, type TooltipContent } from './tooltip.ts';

export interface HeatmapRow {
  month: Month;
  enrolled: number;
  /** Since when the cohort is counted, where the report's beginning cuts its month; else null. */
  since: Instant | null;
}

export interface HeatmapCell {
  row: number;
  offset: number;
  /** 0 to 100. */
  percent: number;
  /** The cards that it is of. */
  active: number;
  /** The window is not over yet. */
  open: boolean;
}

export interface Heatmap {
  rows: HeatmapRow[];
  cells: HeatmapCell[];
  offsets: number;
}

/**
 * Rows and cells of the heatmap, the oldest cohort first.
 * @param earliest first instant of the data, where known
 */
export function heatmapOf(answer: CohortRetention, asOf: Instant, earliest: Instant | null): Heatmap {
  const cut = cutMonth(asOf, answer.months_back, earliest);
  return {
    rows: answer.cohorts.map(({ month, enrolled }) => ({
      month,
      enrolled,
      since: cut?.month === month ? cut.since : null,
    })),
    cells: answer.cohorts.flatMap(({ month, retention, active }, row) =>
      retention.map((percent, offset) => ({
        row,
        offset,
        percent,
        active: active[offset] ?? 0,
        open: isWindowOpen(month, offset, asOf),
      })),
    ),
    offsets: Math.max(0, ...answer.cohorts.map(({ retention }) => retention.length)),
  };
}

/** Sizes in pixels. */
export interface HeatmapLayout {
  cellWidth: number;
  cellHeight: number;
  header: number;
  width: number;
  height: number;
  /** Whether the numbers fit the cells. */
  numbers: boolean;
}

const NUMBER_WIDTH = 28;
/** Room for the outline of cells at the edge. */
const EDGE = 1;

/** Cells as wide as the place allows; where numbers would only fit a few windows, the plot scrolls rather than drop them. */
export function heatmapLayout(rows: number, offsets: number, available: number): HeatmapLayout {
  const columns = Math.max(1, offsets);
  const least = columns <= 24 ? NUMBER_WIDTH + 4 : 14;
  const cellWidth = Math.min(128, Math.max(least, Math.floor((available - 2 * EDGE) / columns)));
  const numbers = cellWidth >= NUMBER_WIDTH;
  const cellHeight = !numbers ? 16 : rows > 14 ? 26 : 34;
  const header = 26;
  return {
    cellWidth,
    cellHeight,
    header,
    width: columns * cellWidth + 2 * EDGE,
    height: header + rows * cellHeight + EDGE,
    numbers,
  };
}

/** What the tooltip of a cell says. */
export function describeCell(map: Heatmap, index: number, format: ChartLook['format']): TooltipContent | null {
  const cell = map.cells[index];
  const row = cell && map.rows[cell.row];
  if (!cell || !row) return null;
  const days = windowDays(row.month, cell.offset);
  return {
    title: heatmapText.cohort(format.month(row.month)),
    rows: [
      {
        label: heatmapText.active,
        value: heatmapText.share(cellShare(map, cell, format), format.integer(cell.active)),
      },
      { label: heatmapText.enrolled, value: format.integer(row.enrolled) },
      { label: windowLabel(cell.offset), value: heatmapText.dates(format.date(days.first), format.date(days.last)) },
    ],
    note: [
      ...(cell.open ? [heatmapText.openNote] : []),
      ...(row.since ? [heatmapText.partialNote(format.date(row.since))] : []),
    ].join(' '),
  };
}

/** The service's percentage; where it says all or none and the count does not, what the count says. */
export function cellShare({ rows }: Heatmap, { row, percent, active }: HeatmapCell, format: CellFormat): string {
  const enrolled = rows[row]!.enrolled;
  const isRoundedAway = (percent === 100 && active < enrolled) || (percent === 0 && active > 0);
  return isRoundedAway ? format.share(active, enrolled) : format.percent(percent);
}

type CellFormat = Pick<ChartLook['format'], 'share' | 'percent'>;

/** `Days 31–60` of offset 1. */
export function windowLabel(offset: number): string {
  return heatmapText.days(WINDOW_DAYS * offset + 1, WINDOW_DAYS * (offset + 1));
}

/** Retention of enrolment months (down, oldest first) over 30-day windows (across). */
export function cohortHeatmap(map: Heatmap, layout: HeatmapLayout, { theme, format }: ChartLook): ChartOption {
  const { cellWidth, numbers } = layout;
  const offsets = Array.from({ length: map.offsets }, (_, offset) => offset);
  return {
    animation: false,
    grid: { left: EDGE, right: EDGE, top: layout.header, bottom: EDGE, outerBoundsMode: 'none' },
    tooltip: tooltip('item', (index) => describeCell(map, index, format), theme),
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
      data: map.rows.map(({ month }) => month),
      show: false,
    },
    visualMap: {},
    series: {
      type: 'heatmap',
      itemStyle: { borderColor: theme.surface, borderWidth: numbers ? 2 : 1, borderRadius: numbers ? 5 : 2 },
      emphasis: { itemStyle: { color: 'inherit', borderColor: theme.text, borderWidth: numbers ? 2 : 1 } },
      label: { show: numbers, fontFamily: theme.font, fontSize: 12 },
      data: map.cells.map((cell) => {
        const colour = heatColour(cell.percent, theme.heat);
        const shared = { value: [cell.offset, cell.row, cell.percent] };
        const words = cellShare(map, cell, format);
        // Without the sign that every cell has, and the space before it.
        const label = { formatter: () => (cellWidth >= 44 ? words : words.replace(/\s*%/, '')) };
        // An open window stands outside the scale: outlined, so that it cannot be mistaken for a final value.
        return cell.open
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
