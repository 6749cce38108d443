/** Sizes in pixels. */
export interface HeatmapLayout {
  /** How many windows there is room for: not a size. */
  columns: number;
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
export const EDGE = 1;

/**
 * Cells as wide as the place allows; where numbers would only fit a few windows, the plot scrolls rather than drop them.
 * @param available width of the place
 */
export function heatmapLayout(rowCount: number, windowCount: number, available: number): HeatmapLayout {
  const columns = Math.max(1, windowCount);
  const least = columns <= 24 ? NUMBER_WIDTH + 4 : 14;
  const cellWidth = Math.min(128, Math.max(least, Math.floor((available - 2 * EDGE) / columns)));
  const numbers = cellWidth >= NUMBER_WIDTH;
  const cellHeight = !numbers ? 16 : rowCount > 14 ? 26 : 34;
  const header = 26;
  return {
    columns,
    cellWidth,
    cellHeight,
    header,
    width: columns * cellWidth + 2 * EDGE,
    height: header + rowCount * cellHeight + EDGE,
    numbers,
  };
}
