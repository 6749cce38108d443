import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { asOneWorkbook, asTypedWorkbook } from '../support/as-workbooks.ts';
import { outcomeOf, type Expected } from '../support/case-outcome.ts';
import { caseFile, caseNames, casePath } from '../support/cases.ts';

const engine = createNodeEngine();

const filesOf = (name: string): string[] => readdirSync(casePath(name)).filter((file) => file !== 'expect.json');

const withoutEnding = (file: string): string => file.replace(/\.\w+$/, '');

/** Cases whose files are tables of text. */
const ofText = caseNames().filter((name) => filesOf(name).every((file) => /\.(csv|tsv|txt)$/.test(file)));

/**
 * What is expected of a case whose files are sheets. A file that is another byte by byte is a sheet like any other; its rows, which stand
 * in both, count once.
 *
 * @param sheetOf the name of the sheet that a file has become
 */
function expectedOf(name: string, sheetOf: (file: string) => string): Expected {
  const expected = JSON.parse(readFileSync(casePath(`${name}/expect.json`), 'utf8')) as Expected;
  const bytesOf = (file: string): string => readFileSync(casePath(`${name}/${file}`), 'latin1');
  const isTwice = (file: string): boolean => filesOf(name).filter((one) => bytesOf(one) === bytesOf(file)).length > 1;
  return { ...expected, leftOut: expected.leftOut.filter((file) => !isTwice(file)).map(sheetOf) };
}

/** Every other of them: each is saved by one of the two writers. */
const half = (odd: 0 | 1): string[] => ofText.filter((_, index) => index % 2 === odd);

describe('an export as people have it, saved as workbooks', () => {
  it.each(half(0))('%s in one workbook, as text', async (name) => {
    const files = await Promise.all(filesOf(name).map((file) => caseFile(`${name}/${file}`)));
    const expected = expectedOf(name, (file) => `export.xlsx/${withoutEnding(file)}`);
    expect(await outcomeOf(engine, [await asOneWorkbook(files)], expected)).toEqual(expected);
  });

  it.each(half(1))('%s in a workbook a file, with types', async (name) => {
    const files = await Promise.all(filesOf(name).map((file) => caseFile(`${name}/${file}`)));
    const expected = expectedOf(name, (file) => `${withoutEnding(file)}.xlsx/${withoutEnding(file)}`);
    const books = await Promise.all(files.map(asTypedWorkbook));
    expect(await outcomeOf(engine, books, expected)).toEqual(expected);
  });
});
