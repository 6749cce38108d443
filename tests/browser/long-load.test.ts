import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../sample-data/generate.ts';
import { connectToChromium, goldenPaths, openFiles, openPage, openSample, settled } from './page.ts';
import { expectNothingWrong, heading, keyFigures, nameOfExport, viewLink } from './readings.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

describe('a load that takes its time', () => {
  const names = ['cards.parquet', 'transactions.parquet', 'stores.parquet'];
  let folder: string;
  let large: string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loyalty-lens-flow-'));
    await generate(['--preset', 'retailer', '--transactions', '1000000', '--out', folder], '', () => undefined);
    large = names.map((name) => join(folder, name));
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  it('shows how far each file is, and Cancel leads back to the welcome page', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openFiles(page, large);
    await page.getByRole('heading', { level: 1, name: /^Opening cards.parquet and 2 more/ }).waitFor();
    for (const kind of ['Cards', 'Transactions', 'Stores']) {
      await page.getByRole('progressbar', { name: new RegExp(`^${kind} · ${kind.toLowerCase()}.parquet`) }).waitFor();
    }
    const transactions = page.getByRole('progressbar', { name: /^Transactions/ });
    await expect
      .poll(() => transactions.getAttribute('aria-valuetext'), { interval: 20 })
      .toMatch(/^[1-9][\d,]* of [\d,]+ rows$/);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { level: 1, name: /^Know who comes back/ }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('leaves the page responsive, and Cancel leaves what was open', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openSample(page, 'Corner café');
    const figures = await keyFigures(page);
    await openFiles(page, large);
    const progress = page.getByRole('progressbar', { name: /^Opening/ });
    const share = async (): Promise<number> => Number(await progress.getAttribute('aria-valuenow'));
    await expect.poll(share, { interval: 20 }).toBeGreaterThan(0);

    const frames = await page.evaluateHandle(() => {
      const gaps: number[] = [];
      let last = performance.now();
      const count = (now: number): void => {
        gaps.push(now - last);
        last = now;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
      return gaps;
    });
    const before = await share();
    await expect.poll(share, { interval: 20 }).toBeGreaterThan(before);
    // A view can be looked at meanwhile; its answers come from what is still open.
    await viewLink(page, 'Revenue').click();
    await expect.poll(() => heading(page)).toBe('Revenue');
    const gaps = await frames.jsonValue();
    expect(gaps.length).toBeGreaterThan(5);
    expect(Math.max(...gaps.slice(1))).toBeLessThan(400);

    await page.getByRole('button', { name: 'Cancel' }).click();
    await progress.waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await nameOfExport(page)).toContain('Corner café');
    await viewLink(page, 'Overview').click();
    await settled(page);
    expect(await keyFigures(page)).toEqual(figures);

    // And the engine takes the next export as if nothing had been.
    await openFiles(page, goldenPaths('seed-a'));
    await expect.poll(() => nameOfExport(page)).toContain('cards.parquet');
    expectNothingWrong(watched);
    await page.context().close();
  });
});
