import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messages } from '../support/english.ts';
import { expectAccessible } from './axe.ts';
import { address, connectToChromium, goldenPaths, goTo, openFiles, openPage, openSample, settled } from './page.ts';
import { expectNothingWrong, exportLink, hashOf, navigation, welcome } from './readings.ts';

const { pageText, sampleText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

it('a sample says that it is one, and leads to the others and to files of one’s own', async () => {
  const watched = await openPage(browser);
  const { page } = watched;
  const bar = page.getByRole('complementary', { name: pageText.sampleBar.label });
  expect(await bar.count()).toBe(0);
  await openSample(page, 'platform');
  await goTo(page, '#/churn?merchant=2&sample=platform');
  await expectAccessible(page);
  await bar.getByRole('link', { name: sampleText.cafe.title }).click();
  await exportLink(page, sampleText.cafe.title).waitFor();
  await settled(page);
  expect(await hashOf(page)).toBe('#/churn?limit=50&sample=cafe');
  const current = bar.locator('[aria-current]');
  expect(await current.allInnerTexts()).toEqual([sampleText.cafe.title]);
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    bar.getByRole('button', { name: pageText.sampleBar.openOwn }).click(),
  ]);
  await chooser.setFiles(goldenPaths('seed-a'));
  await bar.waitFor({ state: 'detached' });
  expectNothingWrong(watched);
  await page.context().close();
});

it('a reload says that one’s own files are gone, until something else is open', async () => {
  const watched = await openPage(browser);
  const { page } = watched;
  const gone = page.getByText(pageText.ownFilesGone);
  await welcome(page).waitFor();
  expect(await gone.count()).toBe(0);
  await openFiles(page, goldenPaths('seed-a'));
  await navigation(page).waitFor();
  await page.reload();
  await gone.waitFor();
  await openSample(page, 'cafe');
  await page.reload();
  await exportLink(page, sampleText.cafe.title).waitFor();
  await page.goto('about:blank');
  await page.goto(address());
  await welcome(page).waitFor();
  expect(await gone.count()).toBe(0);
  expectNothingWrong(watched);
  await page.context().close();
});
