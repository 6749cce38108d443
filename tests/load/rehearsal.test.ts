import { expect, it } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { engineWith, failureOf, goldenFiles } from '../support/exports.ts';

const seedA = await goldenFiles('seed-a');
const seedB = await goldenFiles('seed-b');

async function answers(engine: Engine): Promise<unknown[]> {
  const params = { merchantId: 2 };
  return [
    await engine.overview(params),
    await engine.cohortRetention(params),
    await engine.atRiskCards(params),
    await engine.inactivitySpread(params),
    await engine.revenueAttribution(params),
    await engine.stores(params),
  ];
}

const { engine: other } = await engineWith(seedB);
const ofSeedB = await answers(other);

it('leaves nothing that can be asked, and nothing in the answers of the load after it', async () => {
  const engine = createNodeEngine();
  await engine.rehearse(seedA);
  await engine.rehearse(seedA);
  expect((await failureOf(engine.overview({ merchantId: 1 }))).code).toBe('nothing-loaded');
  const { merchants } = await engine.load(seedB, () => undefined);
  expect(merchants).toHaveLength(3);
  expect(await answers(engine)).toEqual(ofSeedB);
});

it('ends for a load and for a look at files, whenever they come', async () => {
  for (const [round, wait] of [0, 40, 120, 240, 480].entries()) {
    const engine = createNodeEngine();
    await engine.start();
    const rehearsal = engine.rehearse(seedA);
    await new Promise((resolve) => setTimeout(resolve, wait));
    if (round % 2 === 0) await engine.inspect(seedB);
    await engine.load(seedB, () => undefined);
    await rehearsal;
    expect(await answers(engine)).toEqual(ofSeedB);
  }
});

it('does nothing once an export is loaded, and is silent about files that cannot be', async () => {
  const engine = createNodeEngine();
  await engine.rehearse([new File(['%PDF-1.7'], 'report.pdf')]);
  await engine.load(seedB, () => undefined);
  await engine.rehearse(seedA);
  expect(await answers(engine)).toEqual(ofSeedB);
});
