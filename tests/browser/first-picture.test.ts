import type { Browser, Page, Route } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../support/english.ts';
import { connectToChromium, goTo, openPage, settled, type WatchedPage } from './page.ts';
import { expectNothingWrong, keyFigures, navigation, sampleButton, tableOf } from './readings.ts';

const { cohortsText, overviewText, pageText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

/** A page on which no transactions arrive: the engine has nothing until they are let through, or refused. */
async function withoutTransactions(): Promise<WatchedPage & { held: Route[] }> {
  const watched = await openPage(browser);
  const held: Route[] = [];
  await watched.page.route(/\/transactions[^/]*\.parquet/, (route) => void held.push(route));
  return { ...watched, held };
}

const insight = (page: Page): Promise<string> => page.locator('main').getByRole('paragraph').first().innerText();

describe('a sample that the engine does not have yet', () => {
  it('is seen, says what the engine says then, and what it cannot say yet comes by itself', async () => {
    const { held, ...watched } = await withoutTransactions();
    const { page } = watched;
    await sampleButton(page, 'bakery').click();
    await page.getByRole('link', { name: overviewText.open }).waitFor();
    const before = { insight: await insight(page), figures: await keyFigures(page) };
    expect(Object.values(before.figures).every((value) => /\d/.test(value))).toBe(true);
    await page.evaluate(() => (location.hash = '#/cohorts'));
    await page.getByRole('heading', { level: 1, name: cohortsText.title }).waitFor();
    await expect.poll(() => held.length).toBeGreaterThan(0);
    expect(await page.getByRole('img').count()).toBe(0);
    for (const route of held) await route.continue();
    await settled(page);
    expect((await tableOf(page, cohortsText.panel)).length).toBeGreaterThan(3);
    await goTo(page, '#/');
    await page.getByRole('link', { name: overviewText.open }).waitFor();
    expect({ insight: await insight(page), figures: await keyFigures(page) }).toEqual(before);
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('is not open any more where it does not come', async () => {
    const { page, held } = await withoutTransactions();
    await sampleButton(page, 'cafe').click();
    await navigation(page).waitFor();
    await page.getByRole('button', { name: pageText.loading.cancel }).click();
    await sampleButton(page, 'cafe').waitFor();
    expect(await navigation(page).count()).toBe(0);
    await expect.poll(() => new URL(page.url()).hash).not.toContain('sample');
    for (const route of held) await route.abort().catch(() => undefined);
    await page.context().close();
  });
});
