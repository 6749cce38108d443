import { expect, it } from 'vitest';
import { withUpdate, type LoadProgress, type ProgressUpdate } from '../../src/contract/progress.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { engineWith, failureOf, goldenFiles } from '../support/exports.ts';

it('reports rows read of rows in all, file by file, and how the load goes on', async () => {
  const engine = createNodeEngine();
  const updates: ProgressUpdate[] = [];
  await engine.load(await goldenFiles('seed-b'), (update) => updates.push(structuredClone(update)));
  expect([...new Set(updates.map(({ stage }) => stage))]).toEqual(['starting', 'recognising', 'reading', 'finishing']);
  const start: LoadProgress = { stage: 'starting', files: [] };
  expect(updates.reduce(withUpdate, start).files).toEqual([
    { name: 'cards.parquet', kind: 'cards', rowsRead: 2500, rowsTotal: 2500, share: 1, bytes: 52_616 },
    {
      name: 'transactions.parquet',
      kind: 'transactions',
      rowsRead: 12_123,
      rowsTotal: 12_123,
      share: 1,
      bytes: 197_020,
    },
    { name: 'stores.parquet', kind: 'stores', rowsRead: 12, rowsTotal: 12, share: 1, bytes: 744 },
  ]);
});

it('replaces an export as a whole', async () => {
  const { engine } = await engineWith(await goldenFiles('seed-a'));
  const first = await engine.revenueAttribution({ merchantId: 1 });
  const summary = await engine.load(await goldenFiles('seed-b'), () => undefined);
  expect(summary.merchants.map(({ id }) => id)).toEqual([1, 2, 3]);
  expect(await engine.revenueAttribution({ merchantId: 1 })).not.toEqual(first);
  await engine.load(await goldenFiles('seed-a'), () => undefined);
  expect(await engine.revenueAttribution({ merchantId: 1 })).toEqual(first);
});

it('ends a load when it is cancelled, at any stage, and keeps the export before', async () => {
  const { engine } = await engineWith(await goldenFiles('seed-a'));
  const before = await engine.atRiskCards({ merchantId: 2 });
  for (const stage of ['starting', 'recognising', 'reading', 'finishing'] as const) {
    const load = engine.load(await goldenFiles('seed-b'), (progress) => {
      if (progress.stage === stage) void engine.cancelLoad();
    });
    expect((await failureOf(load)).code).toBe('load-cancelled');
    expect(await engine.atRiskCards({ merchantId: 2 })).toEqual(before);
  }
});

it('refuses a second load while one is under way, and questions before the first', async () => {
  const engine = createNodeEngine();
  expect((await failureOf(engine.overview({}))).code).toBe('nothing-loaded');
  const files = await goldenFiles('seed-a');
  const first = engine.load(files, () => undefined);
  expect((await failureOf(engine.load(files, () => undefined))).code).toBe('load-in-progress');
  expect((await first).merchants).toHaveLength(2);
});
