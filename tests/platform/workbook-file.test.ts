import { read, type WorkBook } from '@e965/xlsx';
import { readXlsx } from 'hucre';
import { describe, expect, it } from 'vitest';
import { workbookFile } from '../../src/platform/workbook/workbook-file.ts';
import type { SheetCell, SheetColumn } from '../../src/platform/workbook/sheet-xml.ts';
import { FileDecoder } from '../../workers/decode/file-decoder.ts';
import { tablesOf } from '../support/workbooks.ts';
import { Chance } from '../support/random-export.ts';

const columns: SheetColumn[] = [
  { name: 'Customer', kind: 'text' },
  { name: 'Visits', kind: 'number' },
  { name: 'Revenue', kind: 'number', decimals: 2 },
  { name: 'Enrolled', kind: 'date' },
  { name: 'Last seen', kind: 'date-time' },
];

async function bytesOf(rows: Iterable<readonly SheetCell[]>, name = 'Customers'): Promise<Uint8Array> {
  return new Uint8Array(await (await workbookFile({ name, columns, rows })).arrayBuffer());
}

const sheetOf = (book: WorkBook): WorkBook['Sheets'][string] => book.Sheets[book.SheetNames[0]!]!;

describe('a table as a workbook', () => {
  const rows: SheetCell[][] = [
    ['Ann', 12, 99.5, '2026-04-03', '2026-04-03T10:30:00'],
    ['007', 0, -0.1, '1950-01-01', '1950-01-01T23:59:59'],
    [null, null, null, null, null],
    ['', 3, 1e21, 'unknown', '9999-12-31T00:00:00'],
  ];

  it('has its values with their types, as other programs read them', async () => {
    const bytes = await bytesOf(rows);
    const { sheets } = await readXlsx(bytes);
    const at = (text: string): Date => new Date(text);
    expect(sheets[0]!.name).toBe('Customers');
    expect(sheets[0]!.rows.map((row) => [...row])).toEqual([
      columns.map(({ name }) => name),
      ['Ann', 12, 99.5, at('2026-04-03T00:00:00Z'), at('2026-04-03T10:30:00Z')],
      ['007', 0, -0.1, at('1950-01-01T00:00:00Z'), at('1950-01-01T23:59:59Z')],
      [null, null, null, null, null],
      [null, 3, 1e21, 'unknown', at('9999-12-31T00:00:00Z')],
    ]);
    const cells = sheetOf(read(bytes, { cellNF: true, cellDates: false }));
    expect([cells.A2!.t, cells.B2!.t, cells.C2!.w, cells.D2!.w, cells.E2!.w]).toEqual([
      's',
      'n',
      '99.50',
      '2026-04-03',
      '2026-04-03 10:30:00',
    ]);
  });

  it('is read again here', async () => {
    const [table] = await tablesOf(new FileDecoder(), new File([new Uint8Array(await bytesOf(rows))], 'book.xlsx'));
    expect(table!.name).toBe('book.xlsx/Customers');
    expect(table!.rows[0]).toEqual(['Ann', '12', '99.50', '2026-04-03', '2026-04-03 10:30:00']);
  });

  it('has its header frozen, and columns as wide as their values', async () => {
    const { sheets } = await readXlsx(await bytesOf([['A customer with a long name', 1, 2, null, null]]));
    expect(sheets[0]).toMatchObject({
      freezePane: { rows: 1 },
      columns: [{ width: 28 }, { width: 9 }, { width: 9 }, { width: 11 }, { width: 20 }],
    });
  });

  it('has no formula, whatever a text says', async () => {
    const chance = new Chance(5);
    const fragments = [
      '=',
      '+',
      '-',
      '@',
      '\t',
      '\r\n',
      '"',
      '<f>1</f>',
      ']]>',
      '&amp;',
      '_x000D_',
      '\u0001',
      '\ud800',
      'x',
      ' ',
    ];
    const texts = Array.from({ length: 500 }, () =>
      Array.from({ length: 1 + chance.below(8) }, () => chance.of(fragments)).join(''),
    );
    const bytes = await bytesOf(
      texts.map((text) => [text, null, null, text, null]),
      "=1+1[]:*?/\\'<&",
    );
    const cells = sheetOf(read(bytes, { cellFormula: true }));
    const kept = Object.entries(cells).filter(([reference]) => /^[AD]\d+$/.test(reference));
    expect(kept.filter(([, cell]) => cell.f !== undefined || cell.t !== 's')).toEqual([]);
    const { sheets } = await readXlsx(bytes);
    const wellFormed = texts.map((text) => text.replaceAll(/\p{Surrogate}/gu, '\ufffd'));
    const [table] = await tablesOf(new FileDecoder(), new File([new Uint8Array(bytes)], 'book.xlsx'));
    expect(table!.rows.map(([text]) => text)).toEqual(wellFormed);
    expect(sheets[0]!.name).toBe('=1+1        <&');
  });
});
