import { beforeAll, describe, expect, it } from 'vitest';
import type { Database } from '../../workers/database/database.ts';
import { openNodeDatabase } from '../../workers/node/database.ts';

describe('the database is locked down', () => {
  let database: Database;
  beforeAll(async () => {
    database = await openNodeDatabase();
  });

  it.each([
    ["SELECT * FROM read_csv('package.json')", /disabled by configuration/],
    ["SELECT * FROM 'https://example.org/x.parquet'", /./],
    ["COPY (SELECT 1) TO 'out.csv'", /disabled by configuration/],
    ["ATTACH 'file.duckdb'", /disabled by configuration/],
    ['LOAD httpfs', /./],
    ['SET enable_external_access = true', /locked|while database is running/],
    ['SET autoload_known_extensions = true', /locked/],
    ['SET lock_configuration = false', /locked/],
  ])('%s fails', async (sql, message) => {
    await expect(database.run(sql)).rejects.toThrow(message);
  });

  it('does so on every connection', async () => {
    await database.reconnect();
    await expect(database.run("SELECT * FROM read_csv('package.json')")).rejects.toThrow(/disabled by configuration/);
  });
});
