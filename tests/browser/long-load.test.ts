import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Locator } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../sample-data/generate.ts';
import type { FileKind } from '../../src/contract/files.ts';
import { messages } from '../support/english.ts';
import { connectToChromium, goldenPaths, openFiles, openPage, openSample, settled } from './page.ts';
import {
  beginning,
  cancelButton,
  expectNothingWrong,
  heading,
  keyFigures,
  nameOfExport,
  numberIn,
  viewLink,
  welcome,
} from './readings.ts';

const { pageText, revenueText, sampleText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

describe('a load that takes its time', () => {
  const kinds: FileKind[] = ['cards', 'transactions', 'stores'];
  const names = kinds.map((kind) => `${kind}.parquet`);
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
    await page.getByRole('heading', { level: 1, name: pageText.loading.title(pageText.filesName(names)) }).waitFor();
    const progressOf = (kind: FileKind): Locator =>
      page.getByRole('progressbar', { name: beginning(pageText.loading.file(`${kind}.parquet`, kind)) });
    for (const kind of kinds) await progressOf(kind).waitFor();
    const transactions = progressOf('transactions');
    await expect.poll(() => rowsIn(transactions), { interval: 20 }).toBeGreaterThan(0);
    await cancelButton(page).click();
    await welcome(page).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('leaves the page responsive, and Cancel leaves what was open', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openSample(page, 'cafe');
    const figures = await keyFigures(page);
    await openFiles(page, large);
    const progress = page.getByRole('progressbar', { name: beginning(pageText.loading.title('')) });
    const share = async (): Promise<number> => Number(await progress.getAttribute('aria-valuenow'));
    await expect.poll(share, { interval: 20 }).toBeGreaterThan(0);

    const frames = await page.evaluateHandle(() => {
      const drawn = { frames: 0 };
      const count = (): void => {
        drawn.frames++;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
      return drawn;
    });
    const before = await share();
    await expect.poll(share, { interval: 20 }).toBeGreaterThan(before);
    // A view can be looked at meanwhile; its answers come from what is still open.
    await viewLink(page, 'revenue').click();
    await expect.poll(() => heading(page)).toBe(revenueText.title);
    // How long one of them took is the machine's affair; that the load is still under way is ours.
    expect((await frames.jsonValue()).frames).toBeGreaterThan(5);
    expect(await share()).toBeLessThan(100);

    await cancelButton(page).click();
    await progress.waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await nameOfExport(page)).toContain(sampleText.cafe.title);
    await viewLink(page, 'overview').click();
    await settled(page);
    expect(await keyFigures(page)).toEqual(figures);

    // And the engine takes the next export as if nothing had been.
    await openFiles(page, goldenPaths('seed-a'));
    await expect.poll(() => nameOfExport(page)).toContain('cards.parquet');
    expectNothingWrong(watched);
    await page.context().close();
  });
});

/** How many rows a progress bar says are read, of how many; it says nothing else. */
async function rowsIn(progress: Locator): Promise<number> {
  const said = (await progress.getAttribute('aria-valuetext')) ?? '';
  const [read = 0, total = 0] = (said.match(/[\d,]+/g) ?? []).map(numberIn);
  return said === pageText.loading.rows(read, total) ? read : 0;
}
