import { readFile, rm, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { expect, it } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import type { Database } from '../../workers/database/database.ts';
import { createEngine } from '../../workers/engine/engine.ts';
import { openNodeDatabase } from '../../workers/node/database.ts';
import { readyHost } from '../support/decoders.ts';
import { failureOf } from '../support/exports.ts';
import { filesOf, randomExport } from '../support/random-export.ts';

const most = 2_000_000;

/** Exports of so many transactions of a thousand cards, one every ten seconds, each as a file. */
async function manyRows(counts: readonly number[]): Promise<File[]> {
  const folder = await mkdtemp(join(tmpdir(), 'loyalty-lens-'));
  const instance = await DuckDBInstance.create(':memory:');
  const connection = await instance.connect();
  const files: File[] = [];
  for (const count of counts) {
    const path = join(folder, `${count}.parquet`);
    await connection.run(`COPY (
      SELECT (hash(i) % 1000)::INTEGER AS card_id, TIMESTAMP '2026-01-01' + i * INTERVAL '10 seconds' AS transaction_at,
        (i % 7)::INTEGER AS store_id, (i % 500)::INTEGER AS purchase_amount_cents
      FROM range(${count}) AS rows (i)
    ) TO '${path}' (FORMAT parquet)`);
    files.push(new File([await readFile(path)], `${count}.parquet`));
  }
  connection.closeSync();
  await rm(folder, { recursive: true });
  return files;
}

const answersOf = (engine: Engine, asOf: string): Promise<unknown[]> =>
  Promise.all([
    engine.overview({ asOf }),
    engine.cohortRetention({ asOf }),
    engine.atRiskCards({ asOf }),
    engine.inactivitySpread({ asOf }),
    engine.revenueAttribution({ asOf }),
  ]);

/** Where the transactions, the cards, and what was counted of them lie. */
async function placesOf(database: Database): Promise<Record<string, string>> {
  const tables = await database.query<{ name: string; place: string }>(`
    SELECT regexp_replace(table_name, '_\\d+$', '') AS name, string_agg(DISTINCT database_name, ', ') AS place
    FROM duckdb_tables() WHERE regexp_matches(table_name, '^(activity|cards|inactivity_\\d+|incoming_.*)$') GROUP BY ALL`);
  return Object.fromEntries(tables.map(({ name, place }) => [name, place]));
}

it('lies as it is up to two million transactions, compressed beyond, and is answered alike', async () => {
  const database = await openNodeDatabase();
  const engine = createEngine({ ...(await readyHost()), openDatabase: async () => database });
  const [plain, compressed] = await manyRows([most, most + 1]);
  const asOf = '2026-08-15T00:00:00Z';
  const load = (files: File[]): Promise<unknown> => engine.load(files, () => undefined);
  const of = (place: string): Record<string, string> => ({ activity: place, cards: place, inactivity: place });

  await load([plain!]);
  const answers = await answersOf(engine, asOf);
  expect(await placesOf(database)).toEqual(of('staging'));
  await load([compressed!]);
  expect(await answersOf(engine, asOf)).toEqual(answers);
  expect(await placesOf(database)).toEqual(of('lens'));

  // One that is cancelled leaves the other where it is.
  const last = '2026-08-16T00:00:00Z';
  const before = await answersOf(engine, last);
  const [a, b] = [filesOf(randomExport(5)), filesOf(randomExport(6))];
  const cancel = async (files: File[]): Promise<void> => {
    const cancelled = engine.load(files, ({ stage }) => {
      if (stage === 'finishing') void engine.cancelLoad();
    });
    expect((await failureOf(cancelled)).code).toBe('load-cancelled');
  };
  await cancel(a);
  expect(await answersOf(engine, last)).toEqual(before);
  expect(await placesOf(database)).toEqual(of('lens'));
  await load(a);
  const ofSeed = await engine.atRiskCards({ merchantId: 1 });
  expect(await placesOf(database)).toEqual(of('staging'));
  await load(b);
  await load([compressed!]);
  expect(await answersOf(engine, asOf)).toEqual(answers);
  await load(a);
  expect(await engine.atRiskCards({ merchantId: 1 })).toEqual(ofSeed);
  expect(await placesOf(database)).toEqual(of('staging'));
  await cancel(b);
  await engine.tryLoad(b, new Map());
  await engine.atRiskCards({ merchantId: 1, asOf: '2026-02-10T00:00:00Z' });
  expect(await placesOf(database)).toEqual(of('staging'));
});
