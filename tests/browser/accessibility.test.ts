import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../support/english.ts';
import { expectAccessible, overflow, running, showIn, violations, windows } from './axe.ts';
import { connectToChromium, goTo, notAnExport, openFiles, openPage, openSample } from './page.ts';
import { beginning, cancelButton, merchantPicker, reportDate, sampleButton } from './readings.ts';

const { howText, pageText, privacyText, viewsText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

const views = ['', 'cohorts?months_back=12', 'churn?limit=200', 'revenue?months_back=12', 'data'];

describe.each(windows)('light and dark, $width pixels wide', ({ options }) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await openPage(browser, '', options));
  });
  afterAll(() => page.context().close());

  it('welcome, with and without an error', async () => {
    await sampleButton(page, 'platform').waitFor();
    await expectAccessible(page);
    await openFiles(page, notAnExport);
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
  });

  it('welcome, with how to get an export', async () => {
    await page.locator('summary').click();
    await page.getByRole('radio', { name: 'Lightspeed Retail' }).check();
    await page.getByRole('heading', { level: 3 }).waitFor();
    await expectAccessible(page);
    await page.locator('summary').click();
  });

  it('loading', async () => {
    // Files that never arrive keep the load where it is.
    await page.route(/\/(transactions[^/]*\.parquet|platform[^/]*\.json)/, () => undefined);
    await sampleButton(page, 'platform').click();
    await page.getByRole('heading', { name: beginning(pageText.loading.title('')) }).waitFor();
    await expectAccessible(page);
    await page.unrouteAll();
    await cancelButton(page).click();
    await sampleButton(page, 'platform').waitFor();
  });

  it.each(views)('view #/%s', async (view) => {
    if (view === '') await openSample(page, 'platform');
    await goTo(page, `#/${view}${view.includes('?') ? '&' : '?'}merchant=3`);
    const pictures = await page.getByRole('img').all();
    for (const picture of pictures) await picture.locator('canvas').first().waitFor();
    await expectAccessible(page);
  });

  it('the tables behind the charts', async () => {
    for (const view of views.slice(0, -1)) {
      await goTo(page, `#/${view}${view.includes('?') ? '&' : '?'}merchant=3`);
      for (const table of await page.getByRole('radio', { name: viewsText.table }).all()) await table.click();
      expect(await page.locator('main').getByRole('img').count()).toBe(0);
      await expectAccessible(page);
    }
  });

  it('the merchant picker and the report date, open', async () => {
    await goTo(page, '#/?merchant=3&as_of=2026-03-15');
    await merchantPicker(page).click();
    await page.locator('[role=option]').first().waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.locator('[role=option]').first().waitFor({ state: 'detached' });
    await reportDate(page).click();
    await page.getByLabel(pageText.reportDate.choose).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
  });

  it('how a panel is computed, open', async () => {
    await goTo(page, '#/cohorts?merchant=3');
    await page
      .getByRole('main')
      .getByRole('button', { name: beginning(viewsText.how) })
      .click();
    await page.getByRole('dialog').getByRole('region', { name: howText.definition }).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('what leaves the device, open', async () => {
    await page.getByRole('button', { name: pageText.footerProof }).click();
    await page.getByRole('dialog').getByText(privacyText.requestsElsewhere(0)).waitFor();
    await expectAccessible(page);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('a load, and an error, over an open dashboard', async () => {
    await page.route(/\/transactions[^/]*\.parquet/, () => undefined);
    await page.evaluate(() => (location.hash = '#/revenue?sample=cafe'));
    await page.getByRole('progressbar').waitFor();
    await expectAccessible(page);
    await cancelButton(page).click();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await openFiles(page, notAnExport);
    await page.getByRole('alert').waitFor();
    await expectAccessible(page);
  });
});

it('and the checks would have seen what they look for', async () => {
  const { page } = await openPage(browser);
  await sampleButton(page, 'platform').waitFor();
  await page.evaluate(() => {
    const faint = document.createElement('button');
    faint.style.cssText = 'width: 3000px; color: #ccc; background: #ddd';
    document.querySelector('main')!.append(faint, 'faint');
    faint.animate([{ opacity: 0 }], 60_000);
  });
  expect((await violations(page)).join()).toContain('button-name');
  expect(await overflow(page)).toBeGreaterThan(0);
  expect(await running(page)).toHaveLength(1);
  // Dark, where a colour is for the light.
  await page.evaluate(() => {
    document.querySelector('button[style]')!.remove();
    document.querySelector('h1')!.style.color = '#16202c';
  });
  await showIn('dark', page);
  expect((await violations(page, ['color-contrast'])).join()).toContain('<h1');
  await page.context().close();
});
