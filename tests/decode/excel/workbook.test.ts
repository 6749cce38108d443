import { describe, expect, it } from 'vitest';
import { FileDecoder } from '../../../workers/decode/file-decoder.ts';
import { failureOf } from '../../support/exports.ts';
import {
  packed,
  partsByHand,
  rowsOfCells,
  tablesOf,
  text,
  workbookByHand,
  type ReadTable,
  type SheetByHand,
} from '../../support/workbooks.ts';

const decoder = new FileDecoder();

const number = (value: number): string => `<c><v>${value}</v></c>`;
const cards = rowsOfCells([text('id'), text('name')], [number(1), text('Ann')], [number(2), text('Ben')]);
const cardsRead: Partial<ReadTable> = {
  columns: ['id', 'name'],
  rows: [
    ['1', 'Ann'],
    ['2', 'Ben'],
  ],
};

async function unpackedNames(sheets: SheetByHand[]): Promise<Record<'shown' | 'hidden' | 'leftOut', string[]>> {
  const { files, leftOut } = await decoder.unpack(await workbookByHand(sheets), 'book.xlsx');
  const names = (hidden: boolean): string[] =>
    files.filter(({ isHidden }) => isHidden === hidden).map(({ name }) => name);
  return { shown: names(false), hidden: names(true), leftOut: leftOut.map(({ name }) => name) };
}

describe('sheets', () => {
  it('are files of the workbook, those that hold no table left out, hidden ones known as such', async () => {
    expect(
      await unpackedNames([
        { name: 'Cards', rows: cards },
        { name: 'Sheet & "2"', rows: cards },
        { name: 'Rates', rows: cards, state: 'hidden' },
        { name: 'Lists', rows: rowsOfCells([number(1)], [number(2)]), state: 'veryHidden' },
        { name: 'Sheet3', rows: '' },
        { name: 'Limits', rows: rowsOfCells([number(5)]) },
      ]),
    ).toEqual({
      shown: ['book.xlsx/Cards', 'book.xlsx/Sheet & "2"'],
      hidden: ['book.xlsx/Rates'],
      leftOut: ['book.xlsx/Lists', 'book.xlsx/Limits'],
    });
  });

  it('without a table are told why, where no other has one', async () => {
    const book = await workbookByHand(rowsOfCells([number(5)]));
    expect(await failureOf(tablesOf(decoder, book))).toMatchObject({
      code: 'header-missing',
      details: { file: 'book.xlsx/Sheet1' },
    });
  });

  it('all empty or hidden', async () => {
    const book = await workbookByHand([{ rows: '' }, { name: 'Rates', rows: cards, state: 'hidden' }]);
    expect(await failureOf(decoder.unpack(book, 'book.xlsx'))).toMatchObject({
      code: 'workbook-empty',
      details: { file: 'book.xlsx', hidden: ['Rates'] },
    });
  });

  it('of a workbook in an archive, beside text', async () => {
    const book = new Uint8Array(await (await workbookByHand([{ name: 'Cards', rows: cards }])).arrayBuffer());
    const archive = await packed({ 'export/book.xlsx': book, 'stores.csv': 'id,name\n1,Gare\n' }, 'all.zip');
    const tables = await tablesOf(decoder, archive);
    expect(tables.map(({ name, rows }) => [name, rows])).toEqual([
      ['all.zip/export/book.xlsx/Cards', cardsRead.rows],
      ['all.zip/stores.csv', [['1', 'Gare']]],
    ]);
  });

  it('of a workbook in an archive that cannot be read, which is said of it alone', async () => {
    const whole = new Uint8Array(await (await workbookByHand([{ rows: '' }])).arrayBuffer());
    const archive = await packed({ 'book.xlsx': whole, 'stores.csv': 'id,name\n1,Gare\n' }, 'all.zip');
    const { files } = await decoder.unpack(archive, 'all.zip');
    expect(files.map(({ name }) => name)).toEqual(['all.zip/book.xlsx', 'all.zip/stores.csv']);
    expect(await failureOf(decoder.open(files[0]!.file, files[0]!.name))).toMatchObject({
      code: 'workbook-empty',
      details: { file: 'all.zip/book.xlsx' },
    });
  });

  it('open in a decoder that has not unpacked them, and again once they are closed', async () => {
    const { files } = await decoder.unpack(await workbookByHand([{ rows: cards }, { rows: cards }]), 'book.xlsx');
    const other = new FileDecoder();
    for (const { file, name, part } of [...files, ...files]) {
      const { id } = await other.open(file, name, part);
      expect(await other.preview(id, 5)).toEqual(cardsRead.rows);
      await other.close(id);
    }
  });

  it('of charts are skipped', async () => {
    const parts = partsByHand([{ rows: cards }, { rows: '' }]);
    const rels = parts['xl/_rels/workbook.xml.rels'] as string;
    parts['xl/_rels/workbook.xml.rels'] = rels.replace(
      /worksheet" Target="worksheets\/sheet2/,
      'chartsheet" Target="chartsheets/sheet1',
    );
    expect(await tablesOf(decoder, await packed(parts))).toMatchObject([cardsRead]);
  });
});

describe('parts', () => {
  const parts = partsByHand([{ rows: cards }]);
  const variant = (change: (text: string) => string, rename: (path: string) => string = (path) => path) =>
    packed(Object.fromEntries(Object.entries(parts).map(([path, xml]) => [rename(path), change(xml as string)])));
  const same = (xml: string): string => xml;

  it.each<[name: string, book: () => Promise<File>]>([
    ['with prefixes of their own', () => variant((xml) => xml.replaceAll(/<(\/?)(?=[a-z])/gi, '<$1x:'))],
    [
      'of the Strict kind',
      () => variant((xml) => xml.replaceAll(/http:\/\/schemas[^"]*\//g, 'http://purl.oclc.org/ooxml/')),
    ],
    ['in capitals', () => variant(same, (path) => path.toUpperCase())],
    ['with backslashes', () => variant(same, (path) => path.replaceAll('/', '\\'))],
    ['from the root', () => variant((xml) => xml.replaceAll('Target="worksheets', 'Target="/xl/worksheets'))],
    [
      'under other names',
      () =>
        variant(
          (xml) => xml.replaceAll('xl/workbook.xml', 'data/b.xml').replaceAll('worksheets/sheet1.xml', '../s/1.xml'),
          (path) =>
            path
              .replace('xl/workbook.xml', 'data/b.xml')
              .replace('xl/_rels/workbook.xml.rels', 'data/_rels/b.xml.rels')
              .replace('xl/worksheets/sheet1.xml', 's/1.xml'),
        ),
    ],
    [
      'without strings and styles',
      async () => {
        const left = Object.entries(parts).filter(([path]) => !/styles|shared/.test(path));
        return packed(Object.fromEntries(left));
      },
    ],
    [
      'in UTF-16',
      async () => {
        const sheet = parts['xl/worksheets/sheet1.xml'] as string;
        return packed({
          ...parts,
          'xl/worksheets/sheet1.xml': new Uint8Array(Buffer.from(`\ufeff${sheet}`, 'utf16le')),
        });
      },
    ],
    [
      'with comments and instructions',
      () => variant((xml) => `<?xml version="1.0"?><!-- a > b --><?a > b?>${xml}<!-- c -->`),
    ],
  ])('%s', async (_, book) => {
    expect(await tablesOf(decoder, await book())).toMatchObject([cardsRead]);
  });
});

describe('rows', () => {
  const tableOf = async (rows: string): Promise<ReadTable> => (await tablesOf(decoder, await workbookByHand(rows)))[0]!;

  it('out of order, with and without references', async () => {
    const rows =
      '<row r="3"><c r="B3" t="inlineStr"><is><t>name</t></is></c><c r="A3" t="inlineStr"><is><t>id</t></is></c></row>' +
      '<row r="9"><c r="A9"><v>1</v></c><c t="inlineStr"><is><t>Ann</t></is></c></row>' +
      '<row r="4"><c r="b4" t="inlineStr"><is><t>Ben</t></is></c><c r="a4"><v>2</v></c></row>';
    expect(await tableOf(rows)).toMatchObject(cardsRead);
  });

  it('a table that begins elsewhere, below a title, with units, groups, a total and another table below it', async () => {
    const at = (...cells: string[]): string[] => ['<c/>', '<c/>', ...cells];
    const sales = Array.from({ length: 60 }, (_, day) => day + 1);
    const dayOf = (day: number): string => new Date(Date.UTC(2026, 4, day, 10)).toISOString().slice(0, 19);
    const table = await tableOf(
      rowsOfCells(
        at(text('Sales of May')),
        [],
        at(text('card_id'), text('transaction_at'), text('amount'), text('store')),
        at('<c/>', '<c/>', text('(EUR)'), '<c/>'),
        ...sales.map((day) => at(number(day), text(dayOf(day)), number(5.5), text('Gare'))),
        at(text('Total'), '<c/>', number(12)),
        [],
        at(text('store'), text('manager'), text('telephone'), text('town')),
        at(text('Gare'), text('Ann'), text('none'), text('Metz')),
      ),
    );
    expect(table.columns).toEqual(['card_id', 'transaction_at', 'amount (EUR)', 'store']);
    expect(table.rows.slice(0, 60)).toEqual(sales.map((day) => [String(day), dayOf(day), '5.5', 'Gare']));
    expect(table.problems).toEqual([...sales.map(() => null), 'total-row', 'beside-table', 'beside-table']);
  });

  it('of mixed kinds in one column', async () => {
    const { rows } = await tableOf(
      rowsOfCells(
        [text('id'), text('at')],
        [number(1), '<c t="d"><v>2026-05-01</v></c>'],
        [text('A2'), text('02.05.2026')],
        [number(3), number(46115)],
      ),
    );
    expect(rows).toEqual([
      ['1', '2026-05-01'],
      ['A2', '02.05.2026'],
      ['3', '46115'],
    ]);
  });

  it('numbers are written as the texts beside them are', async () => {
    const amounts = ['12,50', '1.234,00 €'].map((amount) => [text('a'), text(amount)]);
    const { rows } = await tableOf(
      rowsOfCells([text('id'), text('amount')], ...amounts, [text('b'), number(7.5)], [text('c'), number(1.125)]),
    );
    expect(rows.map(([, amount]) => amount)).toEqual(['12,50', '1.234,00 €', '7,5', '1,1250']);
  });

  it('merged cells have their value at the top left', async () => {
    const parts = partsByHand([
      { rows: rowsOfCells([text('id'), text('name'), text('note')], [number(1), text('Ann'), '<c/>']) },
    ]);
    const sheet = parts['xl/worksheets/sheet1.xml'] as string;
    parts['xl/worksheets/sheet1.xml'] = sheet.replace(
      '</sheetData>',
      '</sheetData><mergeCells><mergeCell ref="B2:C2"/></mergeCells>',
    );
    const [table] = await tablesOf(decoder, await packed(parts));
    expect(table!.rows).toEqual([['1', 'Ann', null]]);
  });
});

describe('damage', () => {
  it.each<[name: string, parts: Record<string, string | null>]>([
    ['a sheet without an end', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData><row><c><v>1</v></c></row>' }],
    ['a sheet that is not there', { 'xl/worksheets/sheet1.xml': null }],
    ['tags that do not match', { 'xl/worksheets/sheet1.xml': '<worksheet><sheetData></worksheet></sheetData>' }],
    ['nothing', { 'xl/worksheets/sheet1.xml': '' }],
    [
      'a document type',
      { 'xl/worksheets/sheet1.xml': '<!DOCTYPE a [<!ENTITY b "c">]><worksheet><sheetData/></worksheet>' },
    ],
    ['strings with a document type', { 'xl/sharedStrings.xml': '<!DOCTYPE sst><sst/>' }],
    ['no list of sheets', { 'xl/workbook.xml': null }],
    ['a second root', { 'xl/worksheets/sheet1.xml': '<worksheet/><worksheet/>' }],
    ['no text', { 'xl/worksheets/sheet1.xml': '\u0001'.repeat(10) }],
  ])('%s', async (_, parts) => {
    expect(await failureOf(tablesOf(decoder, await workbookByHand(cards, { parts })))).toMatchObject({
      code: 'file-damaged',
      details: { cause: 'contradiction' },
    });
  });

  it('bytes that are no text', async () => {
    const parts = { 'xl/worksheets/sheet1.xml': new Uint8Array([0x3c, 0x61, 0x3e, 0xff, 0xfe, 0xfd]) };
    expect(await failureOf(tablesOf(decoder, await workbookByHand(cards, { parts })))).toMatchObject({
      code: 'file-damaged',
    });
  });

  it('two parts of one name', async () => {
    const parts = { ...partsByHand([{ rows: cards }]), 'XL/Workbook.xml': '<workbook/>' };
    expect(await failureOf(tablesOf(decoder, await packed(parts)))).toMatchObject({ code: 'file-damaged' });
  });

  it('another document, and an archive that only looks like one', async () => {
    const root = { 'xl/workbook.xml': '<document/>' };
    expect(await failureOf(tablesOf(decoder, await workbookByHand(cards, { parts: root })))).toMatchObject({
      code: 'format-unknown',
      details: { looksLike: 'document' },
    });
  });
});
