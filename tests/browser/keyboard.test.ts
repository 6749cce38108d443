import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import {
  connectToChromium,
  goTo,
  notAnExport,
  openFiles,
  openPage,
  openSample,
  settled,
  type WatchedPage,
} from './page.ts';
import { hasFocus, tabTo } from './keys.ts';
import { expectNothingWrong, hashOf, numberIn } from './readings.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

const focusedTag = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.tagName ?? '');
const list = (page: Page): Locator => page.getByRole('region', { name: 'Cards at risk', exact: true });

/** The heading of the view has the focus, now and once all answers are there. */
async function expectHeadingFocused(page: Page, heading: RegExp): Promise<void> {
  const title = page.getByRole('heading', { level: 1, name: heading });
  await title.waitFor();
  await settled(page);
  await expect.poll(() => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80))).toMatch(/^<h1/);
  expect(await hasFocus(title)).toBe(true);
}

async function startedOn(title: string): Promise<WatchedPage> {
  const watched = await openPage(browser);
  await openSample(watched.page, title);
  return watched;
}

describe('from the first key', () => {
  it('a sample opens, the header is skipped, and every view is reached with its heading in focus', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await page.keyboard.press('Tab');
    expect(await hasFocus(page.getByRole('link', { name: 'Skip to the content' }))).toBe(true);
    await tabTo(page, page.getByRole('button', { name: /^Bakery chain/ }));
    await page.keyboard.press('Enter');
    await expectHeadingFocused(page, /^Overview/);

    // The first stop shows itself, and leads past the header.
    const skip = page.getByRole('link', { name: 'Skip to the content' });
    await tabTo(page, skip, 'Shift+Tab');
    await expect.poll(async () => (await skip.boundingBox())!.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.closest('main') !== null)).toBe(true);

    const views = page.getByRole('navigation', { name: 'Views' });
    for (const view of ['Cohorts', 'Churn', 'Revenue', 'Overview']) {
      await tabTo(page, views.getByRole('link', { name: view }), 'Shift+Tab');
      await page.keyboard.press('Enter');
      await expectHeadingFocused(page, new RegExp(`^${view}`));
    }
    await tabTo(page, page.getByRole('link', { name: /^Data:/ }), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expectHeadingFocused(page, /^Data/);
    await page.goBack();
    await expectHeadingFocused(page, /^Overview/);
    await tabTo(page, page.getByRole('link', { name: 'Look closer' }));
    await page.keyboard.press('Enter');
    await settled(page);
    await expect.poll(() => focusedTag(page)).toBe('H1');
    expectNothingWrong(watched);
    await page.context().close();
  });
});

describe('on a dashboard', () => {
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    watched = await startedOn('Platform');
    page = watched.page;
  });
  afterAll(() => page.context().close());

  it('chart and table are switched with the arrow keys', async () => {
    await goTo(page, '#/cohorts?merchant=2');
    const panel = page.getByRole('region', { name: 'Retention by enrolment month' });
    await tabTo(page, panel.getByRole('radio', { name: 'Chart' }));
    await page.keyboard.press('ArrowRight');
    await panel.getByRole('table').waitFor();
    expect(await hasFocus(panel.getByRole('radio', { name: 'Table' }))).toBe(true);
    await page.keyboard.press('ArrowLeft');
    await panel.getByRole('img').waitFor();
  });

  it('a drop-down opens, is walked through, chooses and closes', async () => {
    await goTo(page, '#/cohorts?months_back=6&merchant=2');
    const lookBack = page.getByRole('combobox', { name: /^Look back/ });
    await tabTo(page, lookBack);
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: '12 months' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('option', { name: '12 months' }).waitFor({ state: 'detached' });
    expect(await hasFocus(lookBack)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: '6 months', selected: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => hashOf(page)).toContain('months_back=12');
    await expect.poll(() => hasFocus(lookBack)).toBe(true);
  });

  it('the multiplier moves, and the focus stays on it', async () => {
    await goTo(page, '#/churn?limit=50&merchant=2');
    const slider = page.getByRole('slider', { name: 'At risk above' });
    await tabTo(page, slider);
    await page.keyboard.press('ArrowLeft');
    expect(await slider.inputValue()).toBe('1.75');
    expect(await slider.getAttribute('aria-valuetext')).toBe('1.75 × usual interval');
    await expect.poll(() => hashOf(page)).toContain('multiplier=1.75');
    await settled(page);
    expect(await hasFocus(slider)).toBe(true);
  });

  it('the list is searched, sorted and scrolled to its end', async () => {
    await goTo(page, '#/churn?limit=1000&merchant=2');
    await tabTo(page, page.getByRole('searchbox', { name: 'Search card or customer' }));
    await page.keyboard.type('ann');
    const found = page.getByRole('status').filter({ hasText: 'found' });
    await found.waitFor();
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await found.waitFor({ state: 'detached' });

    const scroller = page.getByRole('region', { name: 'Cards at risk, scrollable' });
    await tabTo(page, scroller);
    const total = Number(await list(page).getByRole('table').getAttribute('aria-rowcount'));
    expect(total).toBeGreaterThan(300);
    // The end of a long list is drawn as it is reached.
    const lastDrawn = async (): Promise<number> =>
      Math.max(
        ...(await list(page)
          .locator('tr[aria-rowindex]')
          .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('aria-rowindex'))))),
      );
    expect(await lastDrawn()).toBeLessThan(total);
    await page.keyboard.press('End');
    await expect.poll(lastDrawn).toBe(total);
    await page.keyboard.press('Home');
    await list(page).locator('tr[aria-rowindex="2"]').waitFor();

    const header = list(page).getByRole('columnheader', { name: 'Days inactive' });
    await tabTo(page, header.getByRole('button'));
    // The list begins with the longest inactive. A press goes on from the one before it, answered or not.
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    expect(await hashOf(page)).not.toContain('sort=');
    await page.keyboard.press('Enter');
    expect(await hashOf(page)).toContain('sort=days_inactive');
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending');
    await settled(page);
    expect(await hasFocus(header.getByRole('button'))).toBe(true);
    const days = await list(page).locator('tbody tr[aria-rowindex] td:nth-child(3)').allInnerTexts();
    expect(days.map(numberIn)).toEqual(days.map(numberIn).toSorted((a, b) => a - b));
  });

  it('an error is dismissed, and the focus is not lost with it', async () => {
    await openFiles(page, notAnExport);
    const dismiss = page.getByRole('alert').getByRole('button', { name: 'Dismiss' });
    await tabTo(page, dismiss);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await expect.poll(() => focusedTag(page)).not.toBe('BODY');
  });

  it('the report date opens as a dialog, closes with Escape and is set', async () => {
    await goTo(page, '#/?merchant=2');
    const trigger = page.getByRole('button', { name: /^Report date/ });
    await tabTo(page, trigger);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Report date' });
    await expect.poll(() => dialog.count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await hasFocus(trigger)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus(dialog.getByLabel('Report as of the end of'))).toBe(true);
    // The same in every order of day and month: which one a field has is the browser's choice.
    await page.keyboard.type('03032026');
    await tabTo(page, dialog.getByRole('button', { name: 'Show' }));
    await page.keyboard.press('Enter');
    await expect.poll(() => hashOf(page)).toContain('as_of=2026-03-03');
    await expect.poll(() => hasFocus(trigger)).toBe(true);
  });

  it('all without an error or a request to the outside', () => {
    expectNothingWrong(watched);
  });
});

describe('Escape ends a load', () => {
  it('and the welcome page, or what was open, is there again', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    // A file that never arrives: the load waits for as long as the test wants.
    await page.route(/\/transactions[^/]*\.parquet/, () => undefined);
    await tabTo(page, page.getByRole('button', { name: /^Corner café/ }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Opening Corner café' }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('heading', { name: /^Know who comes back/ }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);

    await page.unrouteAll();
    await tabTo(page, page.getByRole('button', { name: /^Bakery chain/ }));
    await page.keyboard.press('Enter');
    await expectHeadingFocused(page, /^Overview/);
    await page.route(/\/transactions[^/]*\.parquet/, () => undefined);
    await page.evaluate(() => (location.hash = '#/?sample=cafe'));
    const loading = page.getByText('Opening Corner café');
    await loading.waitFor();
    await tabTo(page, page.getByRole('button', { name: 'Cancel' }));
    await page.keyboard.press('Escape');
    await loading.waitFor({ state: 'detached' });
    expect(await page.getByRole('link', { name: /^Data:/ }).innerText()).toContain('Bakery chain');
    expectNothingWrong(watched);
    await page.context().close();
  });
});
