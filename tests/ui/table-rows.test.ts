import { describe, expect, it } from 'vitest';
import { nextSort, rowWindow, sortRows, type Column } from '../../src/ui/table-rows.ts';

interface Row {
  name: string | null;
  n: number;
}
const columns: Column<Row>[] = [
  { key: 'name', label: 'Name', value: (row) => row.name },
  { key: 'n', label: 'N', value: (row) => row.n, numeric: true },
];
const rows: Row[] = [
  { name: 'LC-10', n: 2 },
  { name: null, n: 3 },
  { name: 'LC-9', n: 2 },
  { name: 'Müller', n: 1 },
];

describe('sorting', () => {
  const names = (sort: string | null): (string | null)[] => sortRows(rows, columns, sort).map(({ name }) => name);

  it('counts numbers inside text, and keeps what is missing last either way', () => {
    expect(names('name')).toEqual(['LC-9', 'LC-10', 'Müller', null]);
    expect(names('-name')).toEqual(['Müller', 'LC-10', 'LC-9', null]);
  });

  it('keeps the given order among equals', () => {
    expect(names('n')).toEqual(['Müller', 'LC-10', 'LC-9', null]);
    expect(names('-n')).toEqual([null, 'LC-10', 'LC-9', 'Müller']);
  });

  it('by nothing or an unknown column changes nothing', () => {
    expect(sortRows(rows, columns, null)).toBe(rows);
    expect(sortRows(rows, columns, 'password')).toBe(rows);
  });

  it('goes through both directions and back to none', () => {
    const [name, n] = columns as [Column<Row>, Column<Row>];
    expect([nextSort(name, null), nextSort(name, 'name'), nextSort(name, '-name')]).toEqual(['name', '-name', null]);
    expect([nextSort(n, 'name'), nextSort(n, '-n'), nextSort(n, 'n')]).toEqual(['-n', 'n', null]);
  });
});

describe('the rows in sight', () => {
  const all = 100_000;

  it('cover the view wherever it is scrolled to, and leave the height unchanged', () => {
    for (const top of [0, 37, 38, 1_000_000, 3_799_400, 9_999_999]) {
      const { first, end, above, below } = rowWindow(all, 38, top, 600);
      expect(end - first).toBeLessThan(40);
      expect(above + (end - first) * 38 + below).toBeCloseTo(all * 38);
      expect(above).toBeLessThanOrEqual(Math.min(top, all * 38 - 600));
      expect(above + (end - first) * 38).toBeGreaterThanOrEqual(Math.min(top, all * 38 - 600) + 600);
    }
  });

  it('reach the last of more rows than a browser can lay out', () => {
    const many = 1_000_000;
    expect(rowWindow(many, 38, 0, 600).first).toBe(0);
    const end = rowWindow(many, 38, 8_000_000, 600);
    expect(end.end).toBe(many);
    expect(end.above + (end.end - end.first) * 38 + end.below).toBeLessThanOrEqual(8_000_400);
  });

  it('of none are none', () => {
    expect(rowWindow(0, 38, 0, 600)).toEqual({ first: 0, end: 0, above: 0, below: 0 });
  });
});
