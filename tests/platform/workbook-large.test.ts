import { describe, expect, it } from 'vitest';
import type { SheetCell, SheetColumn } from '../../src/platform/workbook/sheet-xml.ts';
import { workbookFile } from '../../src/platform/workbook/workbook-file.ts';
import { FileDecoder } from '../../workers/decode/file-decoder.ts';
import { tablesOf } from '../support/workbooks.ts';

const columns: SheetColumn[] = [
  { name: 'Customer', kind: 'text' },
  { name: 'Visits', kind: 'number' },
  { name: 'Revenue', kind: 'number', decimals: 2 },
  { name: 'Enrolled', kind: 'date' },
  { name: 'Last seen', kind: 'date-time' },
];

describe('a large table as a workbook', () => {
  it('of 200,000 rows is made of as many, some at a time', async () => {
    let asked = 0;
    function* many(): Generator<SheetCell[]> {
      for (; asked < 200_000; asked++)
        yield [`Customer ${asked}`, asked, asked / 100, '2026-04-03', '2026-04-03T10:30:00'];
    }
    const file = await workbookFile({ name: 'Many', columns, rows: many() });
    const [table] = await tablesOf(new FileDecoder(), new File([file], 'book.xlsx'));
    expect(table!.rows.length).toBe(200_000);
    expect(table!.rows.at(-1)).toEqual(['Customer 199999', '199999', '1999.99', '2026-04-03', '2026-04-03 10:30:00']);
  });

  it('refuses more rows than a sheet has', async () => {
    function* endless(): Generator<SheetCell[]> {
      for (;;) yield [];
    }
    await expect(workbookFile({ name: 'Endless', columns: [], rows: endless() })).rejects.toThrow(RangeError);
  });
});
