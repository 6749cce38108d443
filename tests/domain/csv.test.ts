import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csvOf } from '../../src/domain/csv.ts';
import { Chance } from '../support/random-export.ts';

const signs = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];
const fragments = [...signs, ';', ',', '\t', '|', '\n', '\r\n', '"', "'", ' ', '\u00a0', 'x', 'cmd', '1', ''];

/** Cells as a spreadsheet finds them that ends them at `delimiter`, whatever it makes of quotes. */
function cells(csv: string, delimiter: string): string[] {
  const byQuotes = (Papa.parse(csv.replace('\ufeff', ''), { delimiter, newline: '\r\n' }).data as string[][]).flat();
  const withoutQuotes = csv
    .replace('\ufeff', '')
    .split(/[\r\n]/)
    .flatMap((line) => line.split(delimiter));
  return [...byQuotes, ...withoutQuotes];
}

/** Whether a spreadsheet takes a cell for a formula: by its first sign, past quotes and spaces. */
const isLive = (cell: string): boolean => /^[\s"]*[=+\-@＝＋－＠]/.test(cell);

describe('CSV for a spreadsheet', () => {
  it.each([',', ';', '\t', '|'])('has no live formula where %j ends a cell', (delimiter) => {
    const chance = new Chance(3);
    for (let i = 0; i < 3000; i++) {
      const value = Array.from({ length: 1 + chance.below(6) }, () => chance.of(fragments)).join('');
      const live = cells(
        csvOf([
          ['name', value, 7],
          [value, null, -1],
        ]),
        delimiter,
      ).filter((cell) => isLive(cell) && cell !== '-1');
      expect(live, JSON.stringify(value)).toEqual([]);
    }
  });

  it('sees that the check would find one', () => {
    expect(cells('"name","x;=cmd|y",7', ';').some(isLive)).toBe(true);
  });

  it('keeps every value: quotes, commas and line breaks inside their cell, numbers as they are', () => {
    const rows = [['a,"b"', 'x\n"y"', 'z;1', 'plain', -5, null]];
    const { data } = Papa.parse(csvOf(rows).replace('\ufeff', ''), { skipEmptyLines: true });
    expect(data).toEqual([['a,"b"', 'x\n"y"', 'z;1', 'plain', '-5', '']]);
    expect(csvOf([['=1+1', '2026-01-05', 'a-b']])).toBe(`\ufeff"'=1+1","2026-01-05","a-b"\r\n`);
  });
});
