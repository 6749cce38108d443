import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { format } from 'prettier';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { EngineError } from '../../src/contract/errors.ts';
import { readyHost } from '../support/decoders.ts';
import { footerOf } from '../support/footer.ts';
import { howToGet, realFiles } from '../support/real-files.ts';
import { Reader, type Reading } from './read.ts';
import { compareValues, unbelievableInstants, type Compared } from './values.ts';

const folder = realFiles();
if (!folder) console.warn(`The corpora are skipped: they are not there. ${howToGet}`);

const files = folder
  ? ['hyparquet/', 'parquet-testing/data/', 'parquet-testing/data/aes256/', 'parquet-testing/bad_data/'].flatMap(
      (under) => filesIn(new URL(under, folder)).map((name) => under + name),
    )
  : [];

/** A file that has to be read after each one that was not. */
const sound = { path: 'parquet-testing/data/alltypes_plain.parquet', rows: 8 };

/** How long one file may take: an engine that is not bounded would not come back at all. */
const bound = 200_000;

const table = new URL('results.md', import.meta.url);
const changedTable = new URL('results-changed.md', import.meta.url);

describe.skipIf(!folder)('files of other programs', () => {
  let reader: Reader;
  const lines: string[] = [];

  beforeAll(async () => {
    const { startDecoder } = await readyHost();
    reader = new Reader(startDecoder);
    await reader.open();
  });
  afterAll(() => reader.end());

  it.each(files)(
    '%s is read, or refused with a reason',
    async (path) => {
      const url = new URL(path, folder!);
      const reading = await reader.read(url, path.replace(/.*\//, ''));
      const { declared, columns, inserted } = reading;
      const golden = goldenOf(path);
      const values: string[] = [];
      if (typeof inserted === 'number' && inserted > 0) {
        if (golden) values.push(...asText(await compareValues(reader.database, columns, golden)));
        values.push(...(await unbelievableInstants(reader.database, columns)));
      }
      lines.push(lineOf(path, reading, values));

      if (typeof inserted !== 'number') {
        const next = await reader.read(new URL(sound.path, folder!), 'sound.parquet');
        expect(next.inserted).toBe(sound.rows);
        expect(inserted.code).not.toBe('internal');
        return;
      }
      const rows = golden?.length ?? expectedRows(url) ?? footerOf(readFileSync(url))!.rows;
      expect(declared).toBe(rows);
      if (columns.some(({ form }) => form !== 'other')) expect(inserted).toBe(rows);
    },
    bound,
  );

  it('gives what it gave before', async () => {
    const markdown = ['| file | result | not read | values |', '| --- | --- | --- | --- |', ...lines, ''].join('\n');
    const text = await format(markdown, { parser: 'markdown' });
    rmSync(changedTable, { force: true });
    if (existsSync(table) && readFileSync(table, 'utf8') === text) return;
    writeFileSync(changedTable, text);
    expect.fail(
      'Other results than in results.md: compare results-changed.md, and put it in its place if it is right.',
    );
  });
});

function filesIn(under: URL): string[] {
  return readdirSync(under)
    .filter((name) => /\.parquet(\.encrypted)?$/.test(name))
    .sort();
}

/** The rows of the values that parquet-testing expects, where it says so, behind a line of names. */
function expectedRows(file: URL): number | null {
  const values = new URL(file.href.replace('.parquet', '_expect.csv'));
  return existsSync(values) ? readFileSync(values, 'utf8').trimEnd().split('\n').length - 1 : null;
}

/** The rows that hyparquet read of this file, which may be in both corpora. */
function goldenOf(path: string): unknown[][] | null {
  const name = path.replace(/.*\//, '');
  const twin = new URL(`hyparquet/${name}`, folder!);
  const json = new URL(`hyparquet/${name.replace(/\.parquet$/, '.json')}`, folder!);
  if (!existsSync(json) || !readFileSync(new URL(path, folder!)).equals(readFileSync(twin))) return null;
  return JSON.parse(readFileSync(json, 'utf8')) as unknown[][];
}

function lineOf(path: string, { columns, inserted, declared }: Reading, values: readonly string[]): string {
  const unread = columns.filter(({ form }) => form === 'other').map(({ name, type }) => `${name} ${type}`);
  const result = typeof inserted !== 'number' ? described(inserted) : `${declared} rows`;
  return `| ${[path, result, unread.join(', '), values.join('; ')].map(cell).join(' | ')} |`;
}

function asText({ same, differing }: Compared): string[] {
  return same > 0 ? [`${same} ${same === 1 ? 'column' : 'columns'} as hyparquet`, ...differing] : differing;
}

function described(error: EngineError): string {
  const { code, details } = error;
  return 'cause' in details ? `${code}: ${details.cause}` : code;
}

function cell(text: string): string {
  const flat = text.replaceAll(/\s+/g, ' ').replaceAll('|', '\\|');
  return flat.length > 100 ? `${flat.slice(0, 100)}…` : flat;
}
