import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type * as Axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium';
import { goTo, openFiles, openPage, openSample } from './page';

let browser: Browser;
let axeSource: string;
beforeAll(async () => {
  axeSource = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  browser = await launchChromium();
});
afterAll(() => browser.close());

/** Every rule of axe that something on the page breaks, with what breaks it. */
async function violations(page: Page): Promise<string[]> {
  // Not as a script element, which the page's policy refuses.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axeSource);
  return page.evaluate(async () => {
    const { axe } = window as unknown as { axe: typeof Axe };
    const found = await axe.run(document, { resultTypes: ['violations'], preload: false });
    return found.violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ html, any }) => `${id}: ${help}: ${html.slice(0, 160)} ${any[0]?.message ?? ''}`),
    );
  });
}

/** How many pixels the page is wider than its window. */
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.scrollingElement!.scrollWidth - innerWidth);

const running = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    document
      .getAnimations()
      .filter(({ playState }) => playState === 'running')
      .map(({ effect }) => (effect as KeyframeEffect).target?.className ?? ''),
  );

const views = ['', 'cohorts?months_back=12', 'churn?limit=200', 'revenue?months_back=12', 'data'];
const themes = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1440, 390].map((width) => ({ colorScheme, width, viewport: { width, height: width > 1000 ? 900 : 844 } })),
);

describe.each(themes)('$colorScheme, $width pixels wide', ({ colorScheme, width, viewport }) => {
  let page: Page;
  beforeAll(async () => {
    ({ page } = await openPage(browser, '', { colorScheme, viewport, isMobile: width < 1000, hasTouch: width < 1000 }));
  });
  afterAll(() => page.context().close());

  async function expectAccessible(): Promise<void> {
    expect(await violations(page)).toEqual([]);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expect.poll(() => running(page)).toEqual([]);
  }

  it('welcome, with and without an error', async () => {
    await page.getByRole('button', { name: /^Platform/ }).waitFor();
    await expectAccessible();
    await openFiles(page, { name: 'notes.txt', mimeType: '', buffer: Buffer.from('x') });
    await page.getByRole('alert').waitFor();
    await expectAccessible();
  });

  it('loading', async () => {
    // A file that never arrives keeps the load where it is.
    await page.route(/\/transactions[^/]*\.parquet/, () => undefined);
    await page.getByRole('button', { name: /^Platform/ }).click();
    await page.getByRole('heading', { name: /^Opening/ }).waitFor();
    await expectAccessible();
    await page.unrouteAll();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('button', { name: /^Platform/ }).waitFor();
  });

  it.each(views)('view #/%s', async (view) => {
    if (view === '') await openSample(page, 'Platform');
    await goTo(page, `#/${view}${view.includes('?') ? '&' : '?'}merchant=3`);
    const pictures = await page.getByRole('img').all();
    for (const picture of pictures) await picture.locator('canvas').first().waitFor();
    await expectAccessible();
  });

  it('the tables behind the charts', async () => {
    for (const view of views.slice(0, -1)) {
      await goTo(page, `#/${view}${view.includes('?') ? '&' : '?'}merchant=3`);
      for (const table of await page.getByRole('radio', { name: 'Table' }).all()) await table.click();
      expect(await page.locator('main').getByRole('img').count()).toBe(0);
      await expectAccessible();
    }
  });

  it('the merchant picker and the report date, open', async () => {
    await goTo(page, '#/?merchant=3&as_of=2026-03-15');
    await page.getByRole('combobox', { name: /^Merchant/ }).click();
    await page.getByRole('option').first().waitFor();
    await expectAccessible();
    await page.keyboard.press('Escape');
    await page.getByRole('option').first().waitFor({ state: 'detached' });
    await page.getByRole('button', { name: /^Report date/ }).click();
    await page.getByLabel('Report as of the end of').waitFor();
    await expectAccessible();
    await page.keyboard.press('Escape');
  });

  it('a load, and an error, over an open dashboard', async () => {
    await page.route(/\/transactions[^/]*\.parquet/, () => undefined);
    await page.evaluate(() => (location.hash = '#/revenue?sample=cafe'));
    await page.getByRole('progressbar').waitFor();
    await expectAccessible();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('progressbar').waitFor({ state: 'detached' });
    await openFiles(page, { name: 'notes.txt', mimeType: '', buffer: Buffer.from('x') });
    await page.getByRole('alert').waitFor();
    await expectAccessible();
  });
});

it('and the checks would have seen what they look for', async () => {
  const { page } = await openPage(browser);
  await page.getByRole('button', { name: /^Platform/ }).waitFor();
  await page.evaluate(() => {
    const faint = document.createElement('button');
    faint.style.cssText = 'width: 3000px; color: #ccc; background: #ddd';
    document.querySelector('main')!.append(faint, 'faint');
    faint.animate([{ opacity: 0 }], 60_000);
  });
  expect((await violations(page)).join()).toContain('button-name');
  expect(await overflow(page)).toBeGreaterThan(0);
  expect(await running(page)).toHaveLength(1);
  await page.context().close();
});
