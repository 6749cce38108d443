import { BlobReader, Uint8ArrayWriter, ZipReader } from '@zip.js/zip.js';
import { DuckDBInstance } from '@duckdb/node-api';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TextRow } from './definition-databases.ts';

/** Saved tables as an analyst has them: unpacked in a folder, with a DuckDB that was started there. */
export interface SavedTables {
  /** Runs SQL as it was copied; answers the rows of its last statement. */
  run(sql: string): Promise<TextRow[]>;
  /** Ends DuckDB and removes the folder. */
  close(): Promise<void>;
}

export async function unpacked(archive: Blob): Promise<SavedTables> {
  const folder = await mkdtemp(join(tmpdir(), 'loyalty-lens-tables-'));
  for (const entry of await new ZipReader(new BlobReader(archive)).getEntries()) {
    if (entry.directory) throw new Error(`${entry.filename} is a folder`);
    await writeFile(join(folder, entry.filename), await entry.getData(new Uint8ArrayWriter()));
  }
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  await connection.run(`SET file_search_path = '${folder}'`);
  return {
    run: async (sql) => {
      const statements = await connection.extractStatements(sql);
      for (let index = 0; index < statements.count - 1; index++) await (await statements.prepare(index)).run();
      // As text, which is exact.
      const result = await (await statements.prepare(statements.count - 1)).runAndReadAll();
      const names = result.columnNames();
      return result
        .getRows()
        .map((row) =>
          Object.fromEntries(row.map((value, place) => [names[place]!, value === null ? null : String(value)])),
        );
    },
    close: async () => {
      connection.closeSync();
      instance.closeSync();
      await rm(folder, { recursive: true });
    },
  };
}
