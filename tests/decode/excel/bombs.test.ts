import { describe, expect, it } from 'vitest';
import { FileDecoder } from '../../../workers/decode/file-decoder.ts';
import { limits } from '../../../workers/decode/excel/limits.ts';
import { repeated } from '../../support/bombs.ts';
import { failureOf } from '../../support/exports.ts';
import { packed, partsByHand, rowsOfCells, tablesOf, text, workbookByHand } from '../../support/workbooks.ts';

const decoder = new FileDecoder();
const cards = rowsOfCells([text('id'), text('name')], [text('1'), text('Ann')]);

/** What the process takes at most while something is done, in bytes beyond what it took before. */
async function memoryFor(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => (most = Math.max(most, process.memoryUsage().rss)), 10);
  await work();
  clearInterval(timer);
  return Math.max(most, process.memoryUsage().rss) - before;
}

describe('workbooks made to fill the memory', () => {
  const mb = 2 ** 20;
  const refused = async (file: File, what: string): Promise<void> => {
    const taken = await memoryFor(async () => {
      expect(await failureOf(tablesOf(decoder, file))).toMatchObject({ code: 'workbook-too-large', details: { what } });
    });
    expect(taken).toBeLessThan(150 * mb);
  };

  it('a sheet of more than is read', async () => {
    const sheet = repeated(
      '<worksheet><sheetData>',
      '<row><c><v>1</v></c></row>',
      300 * mb,
      '</sheetData></worksheet>',
    );
    await refused(await packed({ ...partsByHand([{ rows: '' }]), 'xl/worksheets/sheet1.xml': sheet }), 'sheet');
  });

  it('shared texts of more than is read', async () => {
    const strings = repeated('<sst>', '<si><t>Gare</t></si>', 150 * mb, '</sst>');
    await refused(await packed({ ...partsByHand([{ rows: cards }]), 'xl/sharedStrings.xml': strings }), 'strings');
  });

  it('parts that are nothing of a table', async () => {
    const image = repeated('', '\0', 400 * mb, '');
    await refused(await packed({ ...partsByHand([{ rows: cards }]), 'xl/media/image1.png': image }), 'unpacked');
  });

  it('more parts than a workbook has', async () => {
    const many = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`xl/media/${at}.png`, 'x']));
    await refused(await packed({ ...partsByHand([{ rows: cards }]), ...many }), 'parts');
  });

  it('a cell with a text that no cell has', async () => {
    const cell = `<worksheet><sheetData><row><c t="inlineStr"><is><t>`;
    const sheet = repeated(cell, 'a&amp;', 12 * mb, '</t></is></c></row></sheetData></worksheet>');
    await refused(
      await packed({ ...partsByHand([{ rows: '' }]), 'xl/worksheets/sheet1.xml': sheet }),
      'cellCharacters',
    );
  });

  it('a short text that every cell repeats', async () => {
    const strings = [`<t>${'x'.repeat(30_000)}</t>`, '<t>id</t>', '<t>name</t>'];
    const head = rowsOfCells(['<c t="s"><v>1</v></c>', '<c t="s"><v>2</v></c>']);
    const rows = head + '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(40_000);
    await refusedAtRows(await workbookByHand(rows, { strings }), 'characters');
  });

  it('rows as wide as a sheet, in which there is little', async () => {
    const wide =
      '<row><c r="A1" t="inlineStr"><is><t>id</t></is></c><c r="XFD1" t="inlineStr"><is><t>name</t></is></c></row>';
    const rows = wide + '<row><c><v>1</v></c></row>'.repeat(20_000);
    await refusedAtRows(await workbookByHand(rows), 'cells');
  });

  /** Read without Arrow: what a batch takes is bounded elsewhere. */
  async function refusedAtRows(file: File, what: string): Promise<void> {
    const { files } = await decoder.unpack(file, 'book.xlsx');
    const { id, columns } = await decoder.open(files[0]!.file, files[0]!.name, files[0]!.part);
    expect(columns.length).toBeGreaterThan(1);
    await decoder.beginReading(id, [0]);
    const all = async (): Promise<void> => {
      while (await decoder.next(id));
    };
    expect(await failureOf(all())).toMatchObject({
      code: 'workbook-too-large',
      details: { what, limit: limits[what as 'cells'] },
    });
    await decoder.close(id);
  }

  it('elements within elements', async () => {
    const parts = { 'xl/worksheets/sheet1.xml': '<a>'.repeat(100_000) };
    expect(await failureOf(tablesOf(decoder, await workbookByHand(cards, { parts })))).toMatchObject({
      code: 'file-damaged',
    });
  });

  it('a tag without an end', async () => {
    const parts = { 'xl/worksheets/sheet1.xml': repeated('<worksheet a="', 'x', 20 * mb, '') };
    expect(await failureOf(tablesOf(decoder, await workbookByHand(cards, { parts })))).toMatchObject({
      code: 'file-damaged',
    });
  });

  it('columns beyond those of a sheet', async () => {
    const rows = '<row><c r="XFE1" t="inlineStr"><is><t>id</t></is></c></row>';
    expect(await failureOf(tablesOf(decoder, await workbookByHand(rows)))).toMatchObject({
      code: 'too-many-columns',
    });
  });
});
