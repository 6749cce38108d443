import { describe, expect, it } from 'vitest';
import { FileDecoder } from '../../../workers/decode/file-decoder.ts';
import { SharedStrings } from '../../../workers/decode/excel/shared-strings.ts';
import { SheetRows } from '../../../workers/decode/excel/sheet-rows.ts';
import { failureOf } from '../../support/exports.ts';
import { packed, partsByHand, rowsOfCells, tablesOf, text, workbookByHand } from '../../support/workbooks.ts';

const decoder = new FileDecoder();
const cards = rowsOfCells([text('id'), text('name')], [text('1'), text('Ann')]);

describe('archives that say one thing and hold another', () => {
  const directories = (bytes: Uint8Array): number[] =>
    [...bytes.keys()].filter(
      (at) => bytes[at] === 0x50 && bytes[at + 1] === 0x4b && bytes[at + 2] === 1 && bytes[at + 3] === 2,
    );

  async function changed(change: (view: DataView, entry: number) => void): Promise<File> {
    const bytes = new Uint8Array(await (await workbookByHand(cards)).arrayBuffer());
    const view = new DataView(bytes.buffer);
    for (const entry of directories(bytes)) change(view, entry);
    return new File([bytes], 'book.xlsx');
  }

  it.each<[name: string, change: (view: DataView, entry: number) => void]>([
    ['smaller parts than there are', (view, entry) => view.setUint32(entry + 24, 10, true)],
    ['a strange method', (view, entry) => view.setUint16(entry + 10, 12, true)],
    ['other bytes', (view, entry) => view.setUint32(entry + 16, 1, true)],
    ['parts that overlap', (view, entry) => view.setUint32(entry + 42, 0, true)],
  ])('%s', async (_, change) => {
    expect(await failureOf(tablesOf(decoder, await changed(change)))).toMatchObject({ code: 'file-damaged' });
  });

  it('numbers in a format that is lost, which may be dates', async () => {
    const rows = rowsOfCells([text('id'), text('at')], [text('1'), '<c s="1"><v>46115.5</v></c>']);
    const parts = partsByHand([{ rows }], { formats: ['dd/mm/yyyy'] });
    expect((await tablesOf(decoder, await packed(parts)))[0]!.rows).toEqual([['1', '2026-04-03 12:00:00']]);
    const rest = Object.fromEntries(Object.entries(parts).filter(([name]) => name !== 'xl/styles.xml'));
    expect(await failureOf(tablesOf(decoder, await packed(rest)))).toMatchObject({ code: 'file-damaged' });
  });

  it('encryption', async () => {
    const file = await changed((view, entry) => view.setUint16(entry + 8, view.getUint16(entry + 8, true) | 1, true));
    expect(await failureOf(tablesOf(decoder, file))).toMatchObject({ code: 'file-encrypted' });
  });
});

describe('what looks like a workbook and is none that is read', () => {
  const page = '<html><head></head><body><table><tr><th>card_id</th></tr></table></body></html>';
  it.each<[name: string, content: string, looksLike: string]>([
    ['sales.xls', page, 'html-table'],
    ['sales.csv', page, 'html'],
    ['sales.xls', '<html><body>Sign in</body></html>', 'html'],
    ['sales.xls', '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook/>', 'excel'],
    ['sales.xml', '<?xml version="1.0"?><a/>', 'xml'],
    [
      'sales.fods',
      '<?xml version="1.0"?><a xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"/>',
      'spreadsheet',
    ],
  ])('%s: %s', async (name, content, looksLike) => {
    expect(await failureOf(decoder.open(new File([content], name), name))).toMatchObject({
      code: 'format-unknown',
      details: { looksLike },
    });
  });

  it('a binary workbook', async () => {
    const parts = {
      '_rels/.rels':
        '<Relationships><Relationship Id="a" Type="a/officeDocument" Target="xl/workbook.bin"/></Relationships>',
    };
    expect(await failureOf(tablesOf(decoder, await workbookByHand(cards, { parts })))).toMatchObject({
      details: { looksLike: 'excel-binary' },
    });
  });
});

describe('XML that comes in pieces', () => {
  const sheet = partsByHand([
    { rows: rowsOfCells([text('a > b'), text('<![CDATA[c > d]]>')], ['<c><v>1</v></c>', text('&lt;e&gt;')]) },
  ])['xl/worksheets/sheet1.xml'] as string;

  it.each([1, 2, 3, 7, 64])('of %i characters is the same', (length) => {
    const rows = new SheetRows(
      { file: 'a', strings: null, formats: [], lacksStyles: false, dates: '1900', decimal: '.' },
      { from: 0, to: Infinity },
    );
    const read = [];
    for (let at = 0; at < sheet.length; at += length) read.push(...rows.write(sheet.slice(at, at + length)));
    read.push(...rows.end());
    expect(read.map(({ fields }) => fields)).toEqual([
      ['a > b', 'c > d'],
      ['1', '<e>'],
    ]);
  });

  it('shared texts are found by their index, however many there are', async () => {
    const strings = Array.from({ length: 5000 }, (_, at) => `<si><t>${'x'.repeat(at % 7)}${at}</t></si>`);
    const book = {
      async *textOf() {
        yield `<sst>${strings.join('')}</sst>`;
      },
    };
    const shared = await SharedStrings.of(book as never, 'strings', 'a');
    for (let at = 0; at < 5000; at++) expect(shared.at(at)).toBe(`${'x'.repeat(at % 7)}${at}`);
    expect(shared.at(5000)).toBeUndefined();
  });
});
