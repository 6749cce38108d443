import { mkdir, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { generate } from '../../sample-data/generate.ts';

const kinds = ['cards', 'transactions', 'stores'] as const;

/** The files of an export, by what they are. */
export type ExportFiles = Record<(typeof kinds)[number], string>;

/** Their paths, as they are chosen in a page. */
export const pathsOf = (files: ExportFiles): string[] => kinds.map((kind) => files[kind]);

/** An export of about this many transactions and a twentieth as many cards, written once and kept among the temporary files. */
export async function exportOf(transactions: number): Promise<ExportFiles> {
  const folder = join(tmpdir(), `loyalty-lens-bench-${transactions}`);
  if (!(await isThere(join(folder, 'stores.parquet')))) {
    const size = ['--transactions', String(transactions), '--cards', String(Math.round(transactions / 20))];
    await generate(['--preset', 'retailer', '--out', folder, ...size], '', console.log);
  }
  return filesIn(folder);
}

/** The same rows compressed with Snappy, for readers without Zstandard. Written once, beside the files. */
export async function snappyCopyOf(files: ExportFiles): Promise<ExportFiles> {
  const folder = join(files.stores, '..', 'snappy');
  const copies = filesIn(folder);
  if (await isThere(copies.stores)) return copies;
  await mkdir(folder, { recursive: true });
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  for (const kind of kinds)
    await connection.run(
      `COPY (FROM read_parquet(${text(files[kind])})) TO ${text(copies[kind])} (FORMAT parquet, COMPRESSION snappy)`,
    );
  connection.closeSync();
  return copies;
}

/** A string as SQL. */
export function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}

function filesIn(folder: string): ExportFiles {
  return Object.fromEntries(kinds.map((kind) => [kind, join(folder, `${kind}.parquet`)])) as ExportFiles;
}

function isThere(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
