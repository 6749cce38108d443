import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { dataFiles } from '../../src/ui/data-files.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { openFile } from '../../workers/node/files.ts';
import { outcomeOf, type Expected } from '../support/case-outcome.ts';
import { caseFile, caseNames, casePath } from '../support/cases.ts';

const engine = createNodeEngine();

/** The files of a case; those of one with folders as the page takes them from a folder. */
async function filesOf(name: string): Promise<File[]> {
  const entries = readdirSync(casePath(name), { withFileTypes: true, recursive: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name !== 'expect.json')
    .map((entry) => relative(fileURLToPath(casePath(name)), join(entry.parentPath, entry.name)));
  if (!paths.some((path) => path.includes('/')))
    return Promise.all(paths.map((path) => openFile(fileURLToPath(casePath(`${name}/${path}`)))));
  const found = await Promise.all(paths.map(async (path) => ({ path, file: await caseFile(`${name}/${path}`) })));
  return dataFiles(found).files;
}

describe('an export as people have it', () => {
  it.each(caseNames())('%s', async (name) => {
    const expected = JSON.parse(readFileSync(casePath(`${name}/expect.json`), 'utf8')) as Expected;
    expect(await outcomeOf(engine, await filesOf(name), expected)).toEqual(expected);
  });
});
