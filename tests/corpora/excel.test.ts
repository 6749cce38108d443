import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { describe, expect, it } from 'vitest';
import { toEngineError } from '../../src/contract/errors.ts';
import { Workbook } from '../../workers/decode/excel/workbook.ts';
import { FileDecoder } from '../../workers/decode/file-decoder.ts';
import { compareCells, rowsOf, theirRowsOf } from '../support/oracle.ts';
import { howToGet, realFiles } from '../support/real-files.ts';

const folder = realFiles();
if (!folder) console.warn(`The corpora are skipped: they are not there. ${howToGet}`);

const under = folder && new URL('calamine/', folder);
const files = under ? readdirSync(under).filter((name) => /\.(xls[xmb]?|ods)$/.test(name)) : [];

const table = new URL('excel-results.md', import.meta.url);
const changedTable = new URL('excel-results-changed.md', import.meta.url);

describe.skipIf(!under)('workbooks of other programs', () => {
  const lines: string[] = [];

  it.each(files)('%s is read as another reader does, or refused with a reason', async (name) => {
    const bytes = readFileSync(new URL(name, under!));
    lines.push(`| ${[name, await opened(bytes, name), await compared(bytes, name)].map(cell).join(' | ')} |`);
  });

  it.each(files.filter((name) => /xls[xm]$/.test(name)))('%s is the same without the short way', async (name) => {
    const open = (): Promise<Workbook | null> =>
      Workbook.of(new Blob([new Uint8Array(readFileSync(new URL(name, under!)))]), name).catch(() => null);
    const workbook = await open();
    if (!workbook) return;
    // Behind a comment, all goes to the tokeniser.
    const slowly = await rowsOf(workbook, '<!-- -->').catch(() => null);
    expect(await rowsOf(workbook).catch(() => null)).toEqual(slowly);
  });

  it('gives what it gave before', async () => {
    const markdown = ['| file | tables | cells |', '| --- | --- | --- |', ...lines, ''].join('\n');
    const text = await format(markdown, { parser: 'markdown' });
    rmSync(changedTable, { force: true });
    if (existsSync(table) && readFileSync(table, 'utf8') === text) return;
    writeFileSync(changedTable, text);
    expect.fail(
      'Other results than in excel-results.md: compare excel-results-changed.md, and put it in its place if it is right.',
    );
  });
});

/** Its tables with their columns, and what is left out; or why it is not read. */
async function opened(bytes: Uint8Array, name: string): Promise<string> {
  const decoder = new FileDecoder();
  try {
    const { files: parts, leftOut } = await decoder.unpack(new Blob([new Uint8Array(bytes)]), name);
    const tables: string[] = [];
    for (const { file, name: part, part: sheet } of parts) {
      const { id, columns } = await decoder.open(file, part, sheet);
      await decoder.beginReading(
        id,
        columns.map(({ place }) => place),
      );
      let rows = 0;
      for (let batch = await decoder.next(id); batch; batch = await decoder.next(id)) rows += batch.rows;
      await decoder.close(id);
      tables.push(`${part.slice(name.length + 1)}: ${columns.length} × ${rows}`);
    }
    return [...tables, ...leftOut.map((out) => `not ${out.name.slice(name.length + 1)}`)].join('; ');
  } catch (thrown) {
    return described(thrown);
  }
}

/** How many cells are as hucre has them, and those that are not. */
async function compared(bytes: Uint8Array, name: string): Promise<string> {
  if (!/xls[xm]$/.test(name)) return '';
  const ours = await Workbook.of(new Blob([new Uint8Array(bytes)]), name)
    .then((workbook) => rowsOf(workbook!))
    .catch(() => null);
  const theirs = await theirRowsOf(bytes).catch((thrown: Error) => thrown.message);
  if (typeof theirs === 'string' || !ours)
    return [!ours && 'not read', typeof theirs === 'string' && `hucre: ${theirs}`].filter(Boolean).join('; ');
  const { same, differing } = compareCells(ours, theirs);
  const more = differing.length > 3 ? [`${differing.length - 3} more`] : [];
  return [`${same} as hucre`, ...differing.slice(0, 3), ...more].join('; ');
}

function described(thrown: unknown): string {
  const { code, details } = toEngineError(thrown);
  const { cause, looksLike } = details as { cause?: string; looksLike?: string };
  return [code, looksLike ?? cause].filter(Boolean).join(': ');
}

function cell(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
  return flat.length > 200 ? `${flat.slice(0, 200)}…` : flat;
}
