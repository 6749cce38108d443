import { describe, expect, it } from 'vitest';
import type { FileColumn } from '../../workers/decode/decoder.ts';
import { leftOutBeside } from '../../workers/load/beside-tables.ts';
import { currentParts } from '../../workers/load/delta-log.ts';
import { partitionColumns, withPartitions } from '../../workers/load/partitions.ts';
import { failureOf } from '../support/exports.ts';

const column = (name: string, place = 0): FileColumn => ({ name, place, form: 'text', type: 'text' });

describe('folders that are columns', () => {
  const valuesOf = (name: string, own: string[] = []): Record<string, string | null | undefined> =>
    Object.fromEntries(partitionColumns(name, own.map(column)).map(({ name: key, constant }) => [key, constant]));

  it('give each row of a file their value', () => {
    expect(valuesOf('transactions/merchant_id=3/year=2026/part-0.parquet')).toEqual({ merchant_id: '3', year: '2026' });
    expect(valuesOf('a.zip/store=Z%C3%BCrich%20West/a.csv')).toEqual({ store: 'Zürich West' });
    expect(valuesOf('merchant_id=__HIVE_DEFAULT_PARTITION__/a.csv')).toEqual({ merchant_id: null });
    expect(valuesOf('discount=50%/a.csv')).toEqual({ discount: '50%' });
  });

  it('are none where the file has the column, and none by its own name', () => {
    expect(valuesOf('merchant_id=3/a.csv', ['Merchant_ID'])).toEqual({});
    expect(valuesOf('sales/id=3.csv')).toEqual({});
    expect(valuesOf('plain/a.csv')).toEqual({});
  });

  it('stand behind the columns of the file', () => {
    const columns = [
      column('id', 0),
      column('name', 1),
      ...partitionColumns('day=2026-01-05/a.csv', [column('id'), column('name')]),
    ];
    expect(columns[2]).toMatchObject({ name: 'day', place: 2 });
    expect(withPartitions([['1', null]], columns)).toEqual([['1', null, '2026-01-05']]);
  });
});

describe('the log of a table', () => {
  const log = (version: number, ...actions: object[]): { name: string; file: Blob } => ({
    name: `t/_delta_log/${String(version).padStart(20, '0')}.json`,
    file: new Blob([actions.map((action) => `${JSON.stringify(action)}\n`).join('')]),
  });
  const part = (path: string): { name: string; file: Blob } => ({ name: `t/${path}`, file: new Blob(['x']) });
  const add = (path: string, more: object = {}): object => ({ add: { path, size: 1, dataChange: true, ...more } });
  const remove = (path: string): object => ({ remove: { path, dataChange: true } });
  const read = async (...files: { name: string; file: Blob }[]): Promise<{ current: string[]; replaced: string[] }> => {
    const { current, replaced } = await currentParts(files);
    return { current: current.map(({ name }) => name), replaced };
  };

  it('says which parts hold, in whatever order its files come', async () => {
    const other = { name: 'cards.csv', file: new Blob(['x']) };
    const found = await read(
      part('c.parquet'),
      log(2, remove('b.parquet'), add('c.parquet')),
      part('a.parquet'),
      part('b.parquet'),
      log(0, { metaData: { id: 'x' } }, add('a.parquet')),
      log(1, add('b.parquet')),
      other,
    );
    expect(found).toEqual({ current: ['t/c.parquet', 't/a.parquet', 'cards.csv'], replaced: ['t/b.parquet'] });
  });

  it('names parts in folders, escaped, and takes a part back that was removed before', async () => {
    const path = 'day=2026-01-05/Z\u00fcrich 1.parquet';
    const escaped = encodeURI(path);
    const files = [log(0, add(escaped)), log(1, remove(escaped)), log(2, add(escaped))];
    expect(await read(part(path), ...files)).toEqual({ current: [`t/${path}`], replaced: [] });
  });

  it('leaves out a part that it does not have: of a version that was never finished', async () => {
    expect(await read(part('a.parquet'), part('b.parquet'), log(0, add('a.parquet')))).toEqual({
      current: ['t/a.parquet'],
      replaced: ['t/b.parquet'],
    });
  });

  it.each([
    ['does not begin with the table', [log(10, add('b.parquet'))]],
    ['has a version missing', [log(0, add('a.parquet')), log(2, add('b.parquet'))]],
    [
      'is a checkpoint alone',
      [{ name: 't/_delta_log/00000000000000000010.checkpoint.parquet', file: new Blob(['x']) }],
    ],
  ])('that %s is refused: rows might count twice', async (_, files) => {
    const failure = await failureOf(read(part('a.parquet'), part('b.parquet'), ...files));
    expect([failure.code, failure.details]).toEqual(['delta-unreadable', { file: 't', why: 'checkpoint' }]);
  });

  it('that deletes rows in files of their own is refused', async () => {
    const files = [log(0, add('a.parquet', { deletionVector: { storageType: 'u' } }))];
    expect((await failureOf(read(part('a.parquet'), ...files))).details).toEqual({ file: 't', why: 'deletions' });
  });

  it('that is damaged says so', async () => {
    const damaged = { ...log(0), file: new Blob(['{"add": {"path"']) };
    expect((await failureOf(read(part('a.parquet'), damaged))).code).toBe('file-damaged');
  });
});

describe('what cannot be read beside tables', () => {
  it.each([
    ['an empty part of one of them', 'part-00001.csv', 'file-empty', 'empty-part'],
    ['a text that is none', 'notes.txt', 'header-missing', 'no-table'],
    ['a file without an ending that is none', 'e/LICENSE', 'format-unknown', 'no-table'],
  ] as const)('is left out where it is %s', (_, name, code, why) => {
    expect(leftOutBeside({ name, failure: { code, details: {} } }, ['part-00000.csv'])).toBe(why);
    expect(leftOutBeside({ name, failure: { code, details: {} } }, [])).toBeNull();
  });

  it('has to be said of anything else', () => {
    const failure = { code: 'format-unknown', details: {} } as const;
    expect(leftOutBeside({ name: 'cards.csv', failure }, ['a.csv'])).toBeNull();
    expect(leftOutBeside({ name: 'notes.txt', failure: { code: 'file-damaged', details: {} } }, ['a.csv'])).toBeNull();
  });
});
