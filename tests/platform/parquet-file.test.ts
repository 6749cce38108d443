import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parquetFile, type ParquetColumn } from '../../src/platform/parquet-file.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'loyalty-lens-parquet-'));
});
afterAll(() => rm(folder, { recursive: true }));

/** What DuckDB itself reads of it: its rows as text, and the types of its columns. */
async function readBack(columns: ParquetColumn[]): Promise<{ rows: unknown[]; types: unknown[] }> {
  const path = join(folder, 'table.parquet');
  await writeFile(path, Buffer.from(await parquetFile(columns).arrayBuffer()));
  const connection = await (await DuckDBInstance.create()).connect();
  const rowsOf = async (sql: string): Promise<Record<string, unknown>[]> =>
    (await connection.runAndReadAll(sql)).getRowObjectsJson() as Record<string, unknown>[];
  const types = await rowsOf(`SELECT column_type FROM (DESCRIBE FROM read_parquet('${path}'))`);
  return {
    rows: await rowsOf(`SELECT columns(*)::VARCHAR FROM read_parquet('${path}')`),
    types: types.map(({ column_type: type }) => type),
  };
}

describe('a table as Parquet', () => {
  it('has numbers, days and text of their types, to the last digit, with what is not known', async () => {
    const { rows, types } = await readBack([
      { name: 'Kundin “A”', kind: 'text', cells: ['=1+1', null, 'Zoë 🥐'] },
      { name: 'whole', kind: 'number', cells: [1, '9007199254740993', null] },
      { name: 'share', kind: 'number', cells: [0.25, null, 2] },
      { name: 'more', kind: 'number', cells: ['12345678901234567890', 1, 0.5] },
      { name: 'euro', kind: 'number', decimals: 2, cells: [-0.5, null, '1234567890123456.78'] },
      { name: 'day', kind: 'date', cells: ['2026-02-28', null, '1899-12-31'] },
    ]);
    expect(types).toEqual(['VARCHAR', 'BIGINT', 'DOUBLE', 'VARCHAR', 'DECIMAL(18,2)', 'DATE']);
    expect(rows).toEqual([
      {
        'Kundin “A”': '=1+1',
        whole: '1',
        share: '0.25',
        more: '12345678901234567890',
        euro: '-0.50',
        day: '2026-02-28',
      },
      { 'Kundin “A”': null, whole: '9007199254740993', share: null, more: '1', euro: null, day: null },
      {
        'Kundin “A”': 'Zoë 🥐',
        whole: null,
        share: '2.0',
        more: '0.5',
        euro: '1234567890123456.78',
        day: '1899-12-31',
      },
    ]);
  });

  it('is one without a row, or without a value, too', async () => {
    expect(await readBack([{ name: 'a', kind: 'text', cells: [] }])).toEqual({ rows: [], types: ['VARCHAR'] });
    expect((await readBack([{ name: 'a', kind: 'text', cells: [null] }])).rows).toEqual([{ a: null }]);
  });

  it('has many rows', async () => {
    const cells = Array.from({ length: 300_000 }, (_, index) => index);
    const { rows } = await readBack([
      { name: 'n', kind: 'number', cells },
      { name: 't', kind: 'text', cells: cells.map((n) => `Karte ${n % 1000}`) },
    ]);
    expect(rows.length).toBe(cells.length);
    expect(rows.at(-1)).toEqual({ n: '299999', t: 'Karte 999' });
  });
});
