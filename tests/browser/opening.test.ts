import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../support/english.ts';
import {
  answerIfAsked,
  connectToChromium,
  goldenPaths,
  goTo,
  openFiles,
  openMade,
  openPage,
  openSample,
  settled,
} from './page.ts';
import {
  expectNothingWrong,
  hashOf,
  keyFigures,
  nameOfExport,
  navigation,
  panel,
  quality,
  tableOf,
} from './readings.ts';

const { pageText, revenueText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

describe('opening exports', () => {
  it('a second one replaces the first', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openSample(page, 'platform');
    const first = await keyFigures(page);
    await openFiles(page, goldenPaths('seed-a'));
    await expect.poll(() => nameOfExport(page)).toContain('cards.parquet');
    await settled(page);
    await expect.poll(() => keyFigures(page)).not.toEqual(first);
    await expect.poll(() => hashOf(page)).not.toContain('sample');
    await goTo(page, '#/data');
    expect(await panel(page, pageText.kinds.transactions).innerText()).not.toContain('311,801');
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('by dropping files, on the welcome page and on a dashboard', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    const invitation = page.getByText(pageText.dropTarget.title);
    await drag(page, 'dragenter', goldenPaths('seed-a'));
    await invitation.waitFor();
    await drag(page, 'dragleave', goldenPaths('seed-a'));
    await invitation.waitFor({ state: 'detached' });
    await drag(page, 'dragenter', goldenPaths('seed-a'));
    await drag(page, 'drop', goldenPaths('seed-a'));
    await navigation(page).waitFor();
    await settled(page);
    expect(await invitation.count()).toBe(0);
    const first = await keyFigures(page);
    await drag(page, 'drop', goldenPaths('seed-b'));
    await answerIfAsked(page, 'replace');
    await expect.poll(() => keyFigures(page)).not.toEqual(first);
    expectNothingWrong(watched);
    await page.context().close();
  });
});

describe('files while others are open', () => {
  const row = (id: number, card: string, month: string): string => `${id},${card},2026-${month}-05 10:00:00,1200,7`;
  const transactions = (...rows: string[]): string =>
    ['id,card_id,transaction_at,purchase_amount_cents,store_id', ...rows].join('\n');

  it('are added where one says so, and read like any others; a name that is taken gets a number', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    const january = transactions(row(1, 'A', '01'), row(2, 'B', '01'), row(5, 'D', '01'));
    const february = transactions(row(2, 'B', '01'), row(3, 'A', '02'), row(4, 'C', '02'));
    await openMade(page, [new File([january], 'sales.csv')]);
    await navigation(page).waitFor();
    await openMade(page, [new File([february], 'sales.csv'), new File(['id,name\n7,Station'], 'stores.csv')], 'add');
    await expect
      .poll(() => nameOfExport(page))
      .toContain(pageText.filesName(['sales.csv', 'sales (2).csv', 'stores.csv']));
    await settled(page);
    await goTo(page, '#/data');
    await page.locator('main').getByText('sales (2).csv').first().waitFor();
    // The row of January that February has too is one.
    expect(await quality(page, 'transactions')).toMatchObject({ read: 6, used: 5, aside: 1 });
    await goTo(page, '#/revenue');
    expect((await tableOf(page, revenueText.storesHeading(revenueText.metric.revenue))).flat()).toContain('Station');
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('leave everything as it is where one thinks better of it', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openMade(page, [new File([transactions(row(1, 'A', '01'))], 'sales.csv')]);
    await navigation(page).waitFor();
    await page.locator('input[type=file]').first().setInputFiles(goldenPaths('seed-a'));
    await page.getByRole('dialog', { name: pageText.adding.title }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await nameOfExport(page)).toContain('sales.csv');
    expectNothingWrong(watched);
    await page.context().close();
  });
});

/** An event of files being dragged over the middle of the page. */
async function drag(page: Page, type: 'dragenter' | 'dragleave' | 'drop', paths: string[]): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), content: (await readFile(path)).toString('base64') })),
  );
  const dataTransfer = await page.evaluateHandle(async (made) => {
    const transfer = new DataTransfer();
    for (const { name, content } of made) {
      const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, files);
  await page.locator('main').dispatchEvent(type, { dataTransfer });
}
