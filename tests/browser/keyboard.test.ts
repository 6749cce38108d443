import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

import { messages } from '../support/english.ts';
import {
  connectToChromium,
  goTo,
  isLoaded,
  notAnExport,
  openFiles,
  openPage,
  openSample,
  settled,
  type WatchedPage,
} from './page.ts';
import { hasFocus, tabTo } from './keys.ts';
import {
  beginning,
  cancelButton,
  dismissButton,
  expectNothingWrong,
  exportLink,
  hashOf,
  nameOfExport,
  numberIn,
  panel,
  reportDate,
  sampleButton,
  viewLink,
  welcome,
  type SampleId,
} from './readings.ts';

const { churnText, cohortsText, overviewText, pageText, qualityText, sampleText, tableText, viewsText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

const focusedTag = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.tagName ?? '');
const list = (page: Page): Locator => panel(page, churnText.listTitle);

/** The heading of the view has the focus, now and once all answers are there. */
async function expectHeadingFocused(page: Page, heading: string): Promise<void> {
  const title = page.getByRole('heading', { level: 1, name: beginning(heading) });
  await title.waitFor();
  await settled(page);
  await expect.poll(() => page.evaluate(() => document.activeElement?.outerHTML.slice(0, 80))).toMatch(/^<h1/);
  expect(await hasFocus(title)).toBe(true);
}

async function startedOn(sample: SampleId): Promise<WatchedPage> {
  const watched = await openPage(browser);
  await openSample(watched.page, sample);
  return watched;
}

describe('from the first key', () => {
  it('a sample opens, the header is skipped, and every view is reached with its heading in focus', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await page.keyboard.press('Tab');
    expect(await hasFocus(page.getByRole('link', { name: pageText.skip }))).toBe(true);
    await tabTo(page, sampleButton(page, 'bakery'));
    await page.keyboard.press('Enter');
    await expectHeadingFocused(page, overviewText.title);

    // The first stop shows itself, and leads past the header.
    const skip = page.getByRole('link', { name: pageText.skip });
    await tabTo(page, skip, 'Shift+Tab');
    await expect.poll(async () => (await skip.boundingBox())!.y).toBeGreaterThanOrEqual(0);
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('content');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement!.closest('main') !== null)).toBe(true);

    for (const view of ['cohorts', 'churn', 'revenue', 'overview'] as const) {
      await tabTo(page, viewLink(page, view), 'Shift+Tab');
      await page.keyboard.press('Enter');
      await expectHeadingFocused(page, pageText.views[view]);
    }
    await tabTo(page, exportLink(page), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expectHeadingFocused(page, qualityText.title);
    await page.goBack();
    await expectHeadingFocused(page, overviewText.title);
    await tabTo(page, page.getByRole('link', { name: overviewText.open }));
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
    watched = await startedOn('platform');
    page = watched.page;
  });
  afterAll(() => page.context().close());

  it('chart and table are switched with the arrow keys', async () => {
    await goTo(page, '#/cohorts?merchant=2');
    const cohorts = panel(page, cohortsText.panel);
    await tabTo(page, cohorts.getByRole('radio', { name: viewsText.chart }));
    await page.keyboard.press('ArrowRight');
    await cohorts.getByRole('table').waitFor();
    expect(await hasFocus(cohorts.getByRole('radio', { name: viewsText.table }))).toBe(true);
    await page.keyboard.press('ArrowLeft');
    await cohorts.getByRole('img').waitFor();
  });

  it('a drop-down opens, is walked through, chooses and closes', async () => {
    await goTo(page, '#/cohorts?months_back=6&merchant=2');
    const lookBack = page.getByRole('combobox', { name: beginning(viewsText.monthsBack) });
    await tabTo(page, lookBack);
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: viewsText.months(12) }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('option', { name: viewsText.months(12) }).waitFor({ state: 'detached' });
    expect(await hasFocus(lookBack)).toBe(true);
    await page.keyboard.press('Enter');
    await page.getByRole('option', { name: viewsText.months(6), selected: true }).waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => hashOf(page)).toContain('months_back=12');
    await expect.poll(() => hasFocus(lookBack)).toBe(true);
  });

  it('the multiplier moves, and the focus stays on it', async () => {
    await goTo(page, '#/churn?limit=50&merchant=2');
    const slider = page.getByRole('slider', { name: churnText.multiplier });
    await tabTo(page, slider);
    await page.keyboard.press('ArrowLeft');
    expect(await slider.inputValue()).toBe('1.75');
    expect(await slider.getAttribute('aria-valuetext')).toBe(churnText.times('1.75'));
    await expect.poll(() => hashOf(page)).toContain('multiplier=1.75');
    await settled(page);
    expect(await hasFocus(slider)).toBe(true);
  });

  it('the list is searched, sorted and scrolled to its end', async () => {
    await goTo(page, '#/churn?limit=1000&merchant=2');
    await tabTo(page, page.getByRole('searchbox', { name: churnText.searchLabel }));
    await page.keyboard.type('ann');
    const found = list(page).getByRole('status').first();
    await expect.poll(() => found.innerText()).not.toBe('');
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
    await expect.poll(() => found.innerText()).toBe('');

    const scroller = page.getByRole('region', { name: tableText.region(churnText.listTitle) });
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
    // Its last rows are drawn a little before it is there.
    const leftBelow = (region: HTMLElement): number => region.scrollHeight - region.clientHeight - region.scrollTop;
    await expect.poll(() => scroller.evaluate(leftBelow)).toBeLessThanOrEqual(1);
    await page.keyboard.press('Home');
    await list(page).locator('tr[aria-rowindex="2"]').waitFor();

    const header = list(page).getByRole('columnheader', { name: churnText.daysInactive });
    await tabTo(page, header.getByRole('button'));
    // The list begins with the longest inactive. A press goes on from the one before it, answered or not.
    expect(await header.getAttribute('aria-sort')).toBe('descending');
    const sorts = await header.getByRole('button').evaluate((button: HTMLElement) =>
      [1, 2].map(() => {
        button.click();
        return location.hash.includes('sort=days_inactive');
      }),
    );
    expect(sorts).toEqual([true, false]);
    await page.keyboard.press('Enter');
    await expect.poll(() => hashOf(page)).toContain('sort=days_inactive');
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending');
    await settled(page);
    expect(await hasFocus(header.getByRole('button'))).toBe(true);
    const days = await list(page).locator('tbody tr[aria-rowindex] td:nth-child(3)').allInnerTexts();
    expect(days.map(numberIn)).toEqual(days.map(numberIn).toSorted((a, b) => a - b));
  });

  it('an error is dismissed, and the focus is not lost with it', async () => {
    await openFiles(page, notAnExport);
    const dismiss = dismissButton(page);
    await tabTo(page, dismiss);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor({ state: 'detached' });
    await expect.poll(() => focusedTag(page)).not.toBe('BODY');
  });

  it('the report date opens as a dialog, closes with Escape and is set', async () => {
    await goTo(page, '#/?merchant=2');
    const trigger = reportDate(page);
    await tabTo(page, trigger);
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: pageText.reportDate.dialog });
    await expect.poll(() => dialog.count()).toBe(1);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await hasFocus(trigger)).toBe(true);
    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus(dialog.getByLabel(pageText.reportDate.choose))).toBe(true);
    // The same in every order of day and month: which one a field has is the browser's choice.
    await page.keyboard.type('03032026');
    await tabTo(page, dialog.getByRole('button', { name: pageText.reportDate.apply }));
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
    const openingCafe = pageText.loading.title(sampleText.cafe.title);
    // Files that never arrive: the load waits for as long as the test wants.
    await page.route(/\/(transactions[^/]*\.parquet|cafe[^/]*\.json)/, () => undefined);
    await tabTo(page, sampleButton(page, 'cafe'));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: openingCafe }).waitFor();
    await page.keyboard.press('Escape');
    await welcome(page).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);

    await page.unrouteAll();
    await tabTo(page, sampleButton(page, 'bakery'));
    await page.keyboard.press('Enter');
    await expectHeadingFocused(page, overviewText.title);
    await isLoaded(page);
    await page.route(/\/transactions[^/]*\.parquet/, () => undefined);
    await page.evaluate(() => (location.hash = '#/?sample=cafe'));
    const loading = page.getByText(openingCafe);
    await loading.waitFor();
    await tabTo(page, cancelButton(page));
    await page.keyboard.press('Escape');
    await loading.waitFor({ state: 'detached' });
    expect(await nameOfExport(page)).toContain(sampleText.bakery.title);
    expectNothingWrong(watched);
    await page.context().close();
  });
});
