import { describe, expect, it } from 'vitest';
import type { FileReport, SetAside } from '../../../src/contract/report.ts';
import { isMostlySound, unaccounted } from './account.ts';
import { csvBases, textOf, type CsvBase } from './bases.ts';
import type { Loaded } from './loaded.ts';
import { recordsOf } from './records.ts';
import { toldBy, type Row } from './told.ts';

const base = csvBases().find(({ kind, dialect }) => kind === 'transactions' && dialect.isGerman)!;
const text = textOf(base.bytes, base.dialect)!;
const lines = base.lines;

/** The rows of a base as they are loaded where nothing goes wrong: without the remark, its last column. */
function rowsOf({ columns, cells }: CsvBase): Row[] {
  const places = new Map(columns.slice(0, -1).map((column, place) => [column, place]));
  return cells.map((row) => toldBy(row, places, base).cells);
}

const rows = rowsOf(base);

function report(rowsRead: number, setAside: SetAside[] = []): FileReport {
  const columns = base.header.map((found, at) => ({ name: base.columns[at]!, found, type: 'text' }));
  const rowsUsed = rowsRead - setAside.reduce((sum, aside) => sum + aside.rows, 0);
  return { columns: columns.slice(0, -1), rowsRead, rowsUsed, setAside, notes: [] as unknown } as FileReport;
}

const loaded = (transactions: Row[]): Loaded => ({ rows: { cards: [], transactions }, orders: 0 });

const aside = (reason: SetAside['reason'], count = 1): SetAside => ({ column: '', reason, rows: count, examples: [] });

describe('what is not accounted for', () => {
  it('nothing of a sound file', () => {
    expect(unaccounted(text, base, report(240), loaded(rows))).toEqual([]);
    expect(isMostlySound(text, base)).toBe(true);
  });

  it('a row that is silently gone', () => {
    const wrong = unaccounted(text, base, report(239), loaded(rows.slice(1)));
    expect(wrong).toEqual(['239 rows read of 240', expect.stringContaining('1 sound rows are not as they were')]);
  });

  it('a sound row that is set aside', () => {
    const wrong = unaccounted(text, base, report(240, [aside('not-a-date')]), loaded(rows.slice(1)));
    expect(wrong).toEqual([expect.stringContaining('1 sound rows are not as they were')]);
  });

  it('another value', () => {
    const changed = rows.with(3, { ...rows[3]!, points_delta: '1' });
    expect(unaccounted(text, base, report(240), loaded(changed))).toEqual([
      expect.stringContaining('1 sound rows are not as they were'),
      expect.stringContaining('1 rows that nobody wrote'),
    ]);
  });

  it('a value that is gone without a note', () => {
    const damaged = lines.with(1, lines[1]!.replace(/;(-?\d+(,\d)?);(\d\d\.\d\d\.)/, ';abc;$3')).join('');
    const changed = rows.with(0, { ...rows[0]!, points_delta: null });
    expect(unaccounted(damaged, base, report(240), loaded(changed))).toEqual([
      '1 values of points_delta gone, 0 noted',
    ]);
  });

  it('a row that is there twice', () => {
    const doubled = [...lines, lines[1]!].join('');
    expect(unaccounted(doubled, base, report(241, [aside('duplicate-id')]), loaded(rows))).toEqual([]);
    expect(unaccounted(doubled, base, report(241, [aside('beside-table')]), loaded(rows))).toEqual([
      expect.stringContaining('1 rows repeated, 0 set aside as such'),
    ]);
  });

  it('a damaged row may be set aside, and no other in its place', () => {
    const damaged = lines.with(1, lines[1]!.replace(';', '')).join('');
    const few = report(240, [aside('too-few-fields')]);
    expect(unaccounted(damaged, base, few, loaded(rows.slice(1)))).toEqual([]);
    expect(unaccounted(damaged, base, few, loaded(rows.with(1, rows[0]!).slice(1)))).toEqual([
      expect.stringContaining('1 sound rows are not as they were'),
      expect.stringContaining('1 rows that nobody wrote'),
    ]);
  });
});

describe('a file that should not be refused', () => {
  it('one with a few damaged rows; not one without its header, or with nothing below it', () => {
    expect(isMostlySound(lines.with(3, ';;\r\n').join(''), base)).toBe(true);
    expect(isMostlySound(lines.slice(1).join(''), base)).toBe(false);
    expect(isMostlySound(lines[0]!, base)).toBe(false);
  });
});

describe('records of a text', () => {
  const fieldsOf = (csv: string): (string[] | null)[] => recordsOf(csv, ',').map(({ fields }) => fields);

  it.each<[string, string, (string[] | null)[]]>([
    [
      'quotes, breaks and delimiters within them',
      'a,"b ""c"", d\ne"\r\nf,g',
      [
        ['a', 'b "c", d\ne'],
        ['f', 'g'],
      ],
    ],
    [
      'blank lines',
      'a,b\n\n , \n\nc,d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a quote that is never closed', 'a,"b\nc,d\n', [null, ['c', 'd']]],
    ['a quote that is closed in the wrong place', 'a,"b"c\nd,e\n', [null, ['d', 'e']]],
    [
      'a quote in the midst of a value',
      'a,b"c\nd,e\n',
      [
        ['a', 'b"c'],
        ['d', 'e'],
      ],
    ],
  ])('%s', (_, csv, expected) => {
    expect(fieldsOf(csv)).toEqual(expected);
  });

  it('lines that may each be taken for a record', () => {
    expect(recordsOf('a"b,"c\nd"\n', ',')).toEqual([{ fields: ['a"b', 'c\nd'], doubtful: 1 }]);
  });
});
