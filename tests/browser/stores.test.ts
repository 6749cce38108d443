import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../support/english.ts';
import { expectAccessible, windows } from './axe.ts';
import { tabTo } from './keys.ts';
import { choose, connectToChromium, goTo, openMade, openPage, openSample, settled, type WatchedPage } from './page.ts';
import { beginning, expectNothingWrong, hashOf, heading, navigation, numberIn, tableOf, viewLink } from './readings.ts';
import { fourStores, manyStores } from './fixtures/store-exports.ts';

const { churnText, cohortsText, pageText, qualityText, revenueText, storeText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

/** One of two of that name. */
const gare = storeText.withId('Gare', '1');
const { transactions } = revenueText.metric;
const filter = (page: Page) => page.getByRole('combobox', { name: beginning(storeText.label) });

async function opened(files: File[], options = {}): Promise<WatchedPage> {
  const watched = await openPage(browser, '', options);
  await openMade(watched.page, files);
  await navigation(watched.page).waitFor();
  await settled(watched.page);
  return watched;
}

describe('a merchant of four stores', () => {
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    watched = await opened(fourStores());
    page = watched.page;
  });
  afterAll(() => page.context().close());

  it('has no filter in the overview and the data', async () => {
    for (const hash of ['#/', '#/data']) {
      await goTo(page, hash);
      expect(await filter(page).count()).toBe(0);
    }
  });

  it('sees cohorts of the cards that a store won', async () => {
    await goTo(page, '#/cohorts?months_back=6');
    await filter(page).click();
    const names = await page.locator('[role=option]').allInnerTexts();
    expect(names).toEqual([storeText.all, gare, storeText.withId('Gare', '2'), 'Shop 9', 'Shop 10']);
    await page.getByRole('option', { name: gare }).click();
    await settled(page);
    expect(await hashOf(page)).toBe('#/cohorts?months_back=6&store=1');
    expect(await heading(page)).toBe(storeText.heading(cohortsText.title, gare));
    await page.getByText(storeText.cohorts.lead(gare)).waitFor();
    const rows = await tableOf(page, storeText.heading(cohortsText.panel, gare));
    expect(rows.map(([, ...cells]) => cells.map(numberIn))).toEqual([[2, 100, 50]]);
    await page.getByRole('table', { name: storeText.cohorts.of(cohortsText.panel, gare) }).waitFor();
  });

  it('keeps it in churn, of the cards last seen there, and in revenue, of its transactions', async () => {
    await viewLink(page, 'churn').click();
    await settled(page);
    await goTo(page, `${await hashOf(page)}&multiplier=1`);
    const main = page.locator('main');
    expect(await main.innerText()).toContain(storeText.churn.ofChecked(1, 2, '50%', gare));
    const listed = await tableOf(page, storeText.heading(churnText.listTitle, gare));
    expect(listed.map(([card, , days]) => [card, days])).toEqual([['LC-3', '80']]);

    await viewLink(page, 'revenue').click();
    await settled(page);
    expect(await hashOf(page)).toContain('store=1');
    const months = await tableOf(page, storeText.heading(revenueText.monthlyHeading(transactions), gare));
    expect(months.map((cells) => cells.slice(1, 4).map(numberIn))).toEqual([
      [2, 20, 2],
      [1, 10, 1],
    ]);
    // All stores stay beside it, with the chosen one marked.
    const stores = await tableOf(page, revenueText.storesHeading(transactions));
    expect(stores.map(([, count]) => numberIn(count!))).toEqual([3, 2, 1, 1]);
    expect(stores.map(([name]) => name!.includes(storeText.revenue.chosen))).toEqual([true, false, false, false]);
  });

  it('goes back and forward through stores and views', async () => {
    await choose(page, storeText.label, storeText.all);
    expect(await hashOf(page)).not.toContain('store');
    await page.goBack();
    await expect.poll(() => heading(page)).toBe(storeText.heading(revenueText.title, gare));
    await page.goBack();
    await expect.poll(() => heading(page)).toBe(storeText.heading(churnText.title, gare));
    await page.goForward();
    await page.goForward();
    await expect.poll(() => heading(page)).toBe(revenueText.title);
  });

  it('is told of a store that there is not, and offered all', async () => {
    await goTo(page, '#/churn?limit=50&store=no%20such%2Fstore%3F');
    await page.getByText(storeText.unknown('no such/store?')).waitFor();
    expect(await heading(page)).toBe(churnText.title);
    await page.getByRole('button', { name: storeText.showAll }).click();
    await settled(page);
    expect(await hashOf(page)).toBe('#/churn?limit=50');
    expect(await page.locator('main').innerText()).toContain(churnText.ofChecked(0, 4, '0%'));
  });

  it('makes one entry of the history of a row of keys on the slider', async () => {
    await goTo(page, '#/churn?limit=50&store=1');
    const slider = page.getByRole('slider', { name: churnText.multiplier });
    const entries = () => page.evaluate(() => history.length);
    const before = await entries();
    await slider.focus();
    for (let press = 0; press < 4; press++) await slider.press('ArrowLeft');
    await expect.poll(() => hashOf(page)).toContain('multiplier=1&');
    expect(await entries()).toBe(before + 1);
    await page.goBack();
    await expect.poll(() => slider.getAttribute('aria-valuetext')).toBe(churnText.times('2'));
  });

  it('reads how much memory the export takes', async () => {
    await goTo(page, '#/data');
    const used = page.locator('dl > div').filter({ hasText: qualityText.memory }).locator('dd');
    await expect.poll(() => used.innerText()).toMatch(/^[\d.]+ [kM]B$/);
  });

  it('without an error or a request to the outside', () => {
    expectNothingWrong(watched);
  });
});

it('a merchant of one store has nothing to choose', async () => {
  const { page } = await opened(manyStores(1));
  await goTo(page, '#/churn');
  expect(await filter(page).count()).toBe(0);
  await page.context().close();
});

it('two thousand stores are searched by the keyboard alone', async () => {
  const watched = await opened(manyStores(2000));
  const { page } = watched;
  await goTo(page, '#/churn');
  await tabTo(page, filter(page));
  await page.keyboard.press('ArrowDown');
  await page.getByRole('option', { name: storeText.all }).waitFor();
  expect(await page.locator('[role=option]').count()).toBe(101);
  await page.getByRole('option', { name: storeText.more(1901) }).waitFor();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('shop 1999');
  await expect.poll(() => page.locator('[role=option]').allInnerTexts()).toEqual(['Shop 1999']);
  await page.keyboard.press('Enter');
  await settled(page);
  expect(await hashOf(page)).toBe('#/churn?limit=50&store=1999');
  expect(await filter(page).inputValue()).toBe('Shop 1999');
  expect(await heading(page)).toBe(storeText.heading(churnText.title, 'Shop 1999'));

  // Left without a choice, the field says again what is chosen.
  await page.keyboard.type('nowhere');
  await page.getByRole('option', { name: storeText.noMatch }).waitFor();
  await page.keyboard.press('Escape');
  await expect.poll(() => filter(page).inputValue()).toBe('Shop 1999');
  expectNothingWrong(watched);
  await page.context().close();
});

describe.each(windows)('light and dark, $width pixels wide', ({ options }) => {
  it('the filter of many stores, closed and open, and a store that there is not', async () => {
    const { page } = await opened(manyStores(2000), options);
    await goTo(page, '#/revenue?store=12');
    await expectAccessible(page);
    await filter(page).click();
    await page.locator('[role=option]').first().waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await goTo(page, '#/cohorts?store=9999');
    await page.getByRole('button', { name: storeText.showAll }).waitFor();
    await expectAccessible(page);
    await page.context().close();
  });
});

it('another merchant drops the store, and the overview leads to the store that it speaks of', async () => {
  const { page } = await openPage(browser);
  await openSample(page, 'platform');
  await goTo(page, '#/churn?merchant=3');
  await choose(page, storeText.label, 'Arlon');
  expect(await hashOf(page)).toContain('store=');
  await choose(page, pageText.merchant.label, /^2 · /);
  expect(await hashOf(page)).toContain('merchant=2');
  expect(await hashOf(page)).not.toContain('store');
  await page.context().close();
});
