import type { Exact } from '../contract/exact.ts';

/** A column of a table of `Row`s. */
export interface Column<Row> {
  key: string;
  label: string;
  /** What the column is sorted by. */
  value: (row: Row) => Exact | null;
  /** What is shown; the value itself where left out. */
  show?: (row: Row) => string;
  /** A remark in small print after what is shown. */
  remark?: (row: Row) => string | null;
  /** What stands in a file of the table, where that is another than `value`: money in units, a share as a fraction. */
  taken?: (row: Row) => Exact | null;
  /** In such a file, numbers are money. */
  isMoney?: boolean;
  /** In such a file, values are days: `2026-04-03`. */
  isDay?: boolean;
  /** Right-aligned, largest first when sorted. */
  numeric?: boolean;
  /** In rem. */
  width?: number;
  /** What a row is called by: the heading where rows are shown as cards; the first column where left out. */
  isName?: boolean;
}

/** `days` sorts by that column ascending, `-days` descending. */
export type Sort = string;

/** Sorted copy of the rows, equal ones in the order given; nulls last either way. An unknown column changes nothing. */
export function sortRows<Row>(
  rows: readonly Row[],
  columns: readonly Column<Row>[],
  sort: Sort | null,
): readonly Row[] {
  const column = sort === null ? undefined : columns.find(({ key }) => key === sort.replace(/^-/, ''));
  if (!column || sort === null) return rows;
  const sign = sort.startsWith('-') ? -1 : 1;
  const collator = new Intl.Collator(undefined, { numeric: true });
  const keyed = rows.map((row, index) => ({ row, index, value: column.value(row) }));
  keyed.sort((a, b) => {
    if (a.value === null || b.value === null) {
      return Number(a.value === null) - Number(b.value === null) || a.index - b.index;
    }
    const order =
      typeof a.value === 'number' && typeof b.value === 'number'
        ? a.value - b.value
        : collator.compare(String(a.value), String(b.value));
    return sign * order || a.index - b.index;
  });
  return keyed.map(({ row }) => row);
}

/** The two directions of a column, the natural one first. */
export const directions = <Row>({ key, numeric }: Column<Row>): [Sort, Sort] =>
  numeric ? [`-${key}`, key] : [key, `-${key}`];

/** What a press on a column's header makes of the sort: the natural direction first, then the other, then none. */
export function nextSort<Row>(column: Column<Row>, sort: Sort | null): Sort | null {
  const [first, second] = directions(column);
  return sort === first ? second : sort === second ? null : first;
}

/** Browsers cannot lay out boxes much higher than this; beyond it, a pixel of the scrollbar stands for more than a pixel. */
const MAX_HEIGHT = 8_000_000;
const OVERSCAN = 8;

export interface RowWindow {
  first: number;
  end: number;
  /** Pixels of empty space above and below the rows that are drawn. */
  above: number;
  below: number;
}

/** Which of `count` rows of equal height to draw, when scrolled down by `scrollTop` in a box of `viewport` pixels. */
export function rowWindow(count: number, rowHeight: number, scrollTop: number, viewport: number): RowWindow {
  const full = count * rowHeight;
  const height = Math.min(full, MAX_HEIGHT);
  const stretch = height > viewport ? (full - viewport) / (height - viewport) : 1;
  const top = Math.min(Math.max(0, scrollTop), Math.max(0, height - viewport));
  const exact = (top * stretch) / rowHeight;
  const first = Math.max(0, Math.floor(exact) - OVERSCAN);
  const end = Math.min(count, Math.ceil(exact + viewport / rowHeight) + OVERSCAN);
  const above = Math.max(0, top - (exact - first) * rowHeight);
  return { first, end, above, below: Math.max(0, height - above - (end - first) * rowHeight) };
}
