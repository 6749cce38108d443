import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../support/english.ts';
import { choose, connectToChromium, goTo, openPage, openSample, settled, type WatchedPage } from './page.ts';
import {
  beginning,
  expectNothingWrong,
  hashOf,
  heading,
  keyFigures,
  numberIn,
  panel,
  reportDate,
  tableOf,
  viewLink,
} from './readings.ts';

const { churnText, cohortsText, overviewText, pageText, revenueText, tableText, viewsText } = messages;
const { metric, metricShort, monthlyHeading, storesHeading } = revenueText;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

describe('what a reader can change', () => {
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    watched = await openPage(browser);
    page = watched.page;
    await openSample(page, 'platform');
  });
  afterAll(() => page.context().close());

  const atRisk = async (): Promise<number> => numberIn(await page.locator('main strong').first().innerText());
  const list = () => panel(page, churnText.listTitle);
  const listed = async (column: number): Promise<string[]> =>
    (await tableOf(page, churnText.listTitle)).filter((cells) => cells.length > 1).map((cells) => cells[column]!);

  it('the merchant, by the picker that an export of several shows', async () => {
    const first = await keyFigures(page);
    await choose(page, pageText.merchant.label, /^3 · /);
    expect(await hashOf(page)).toContain('merchant=3');
    await expect.poll(() => keyFigures(page)).not.toEqual(first);
    // It stays chosen in the next view.
    await viewLink(page, 'revenue').click();
    await settled(page);
    expect(await hashOf(page)).toContain('merchant=3');
    await expect.poll(async () => (await tableOf(page, storesHeading(metric.revenue))).length).toBe(13);
    await choose(page, pageText.merchant.label, /^2 · /);
    expect(await hashOf(page)).toContain('merchant=2');
    await expect.poll(async () => (await tableOf(page, storesHeading(metric.revenue))).length).toBe(5);
  });

  it('how far cohorts and revenue look back', async () => {
    await goTo(page, '#/cohorts?months_back=6&merchant=2');
    const months = async (): Promise<number> => (await tableOf(page, cohortsText.panel)).length;
    const six = await months();
    await choose(page, viewsText.monthsBack, viewsText.months(12));
    expect(await hashOf(page)).toContain('months_back=12');
    await expect.poll(months).toBeGreaterThan(six);
    await viewLink(page, 'revenue').click();
    await settled(page);
    expect(await hashOf(page)).toContain('months_back=12');
    const revenueMonths = async (): Promise<number> => (await tableOf(page, monthlyHeading(metric.revenue))).length;
    await expect.poll(revenueMonths).toBeGreaterThanOrEqual(12);
    await choose(page, viewsText.monthsBack, viewsText.months(3));
    await expect.poll(revenueMonths).toBeLessThanOrEqual(4);
    expect(await hashOf(page)).toContain('months_back=3');
  });

  it('which measure the bars of revenue show', async () => {
    await goTo(page, '#/revenue?months_back=6&merchant=2');
    await page
      .getByRole('radiogroup', { name: revenueText.show, exact: true })
      .getByRole('radio', { name: metricShort.points })
      .click();
    await panel(page, monthlyHeading(metric.points)).waitFor();
    await panel(page, storesHeading(metric.points)).waitFor();
  });

  it('the multiplier, and the count follows at once', async () => {
    await goTo(page, '#/churn?limit=50&merchant=2');
    const slider = page.getByRole('slider', { name: churnText.multiplier });
    await slider.focus();
    const counts = [await atRisk()];
    for (let press = 0; press < 4; press++) {
      await slider.press('ArrowRight');
      // Not polled: no answer has to be waited for.
      counts.push(await atRisk());
    }
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(new Set(counts).size).toBe(counts.length);
    await expect.poll(() => hashOf(page)).toContain('multiplier=3');
    // What the histogram counted is what the engine answers.
    await settled(page);
    await expect
      .poll(() => list().innerText())
      .toContain(churnText.listed(50, counts.at(-1)!, '-days_inactive', false));
    // A page is a tenth of the reach.
    await slider.press('PageDown');
    await expect.poll(() => hashOf(page)).toContain('multiplier=2.5');
    await slider.press('PageUp');
    await expect.poll(() => hashOf(page)).toContain('multiplier=3');
    await slider.press('Home');
    expect(await atRisk()).toBeGreaterThan(counts[0]!);
    await expect.poll(() => hashOf(page)).toContain('multiplier=0.5');
  });

  it('how many cards are listed', async () => {
    await goTo(page, '#/churn?limit=50&merchant=2');
    await expect.poll(async () => (await listed(0)).length).toBe(50);
    await choose(page, churnText.limit, churnText.limitOption(200));
    expect(await hashOf(page)).toContain('limit=200');
    // A long list draws the rows in sight, and says how many there are.
    await expect.poll(() => list().getByRole('table').getAttribute('aria-rowcount')).toBe('201');
    expect((await listed(0)).length).toBeLessThan(100);
  });

  it('the search in the list, by card and by customer', async () => {
    await goTo(page, '#/churn?limit=200&merchant=2');
    const search = page.getByRole('searchbox', { name: churnText.searchLabel });
    const [card] = await listed(0);
    await search.fill(card!);
    await expect.poll(() => listed(0)).toEqual([card]);
    expect(await hashOf(page)).not.toContain(card);
    const found = list().getByRole('status').first();
    await expect.poll(() => found.innerText()).toBe(churnText.found(1, await atRisk()));
    await expect.poll(() => list().innerText()).toContain(churnText.listed(1, 1, '-days_inactive', true));
    // Part of a name, in another case.
    await search.fill('ANN');
    await expect.poll(async () => numberIn(/^[\d,]+/.exec(await found.innerText())![0])).toBeGreaterThan(1);
    for (const customer of await listed(1)) expect(customer.toLowerCase()).toContain('ann');
    await search.fill('nobody has this name');
    await expect.poll(() => list().innerText()).toContain(tableText.none);
    await search.fill('');
    await expect.poll(() => list().getByRole('table').getAttribute('aria-rowcount')).toBe('201');
  });

  it('the search finds cards that are not listed', async () => {
    await goTo(page, '#/churn?limit=50&merchant=2&sort=days_inactive');
    const [nearest] = await listed(0);
    await goTo(page, '#/churn?limit=50&merchant=2');
    expect(await listed(0)).not.toContain(nearest);
    await page.getByRole('searchbox', { name: churnText.searchLabel }).fill(nearest!);
    await expect.poll(() => listed(0)).toEqual([nearest]);
  });

  it('a multiplier beyond the slider, which never sets it by itself', async () => {
    const slider = page.getByRole('slider', { name: churnText.multiplier });
    const said = (): Promise<string | null> => slider.getAttribute('aria-valuetext');
    await goTo(page, '#/churn?limit=50&merchant=2&multiplier=0.1');
    await expect.poll(said).toBe(churnText.times('0.1'));
    const low = await atRisk();
    await goTo(page, '#/churn?limit=50&merchant=2&multiplier=4');
    await expect.poll(said).toBe(churnText.times('4'));
    expect(await slider.inputValue()).toBe('4');
    await goTo(page, '#/churn?limit=50&merchant=2&multiplier=50');
    await expect.poll(said).toBe(churnText.times('50'));
    expect(await atRisk()).toBeLessThan(low);
    await page.goBack();
    await expect.poll(said).toBe(churnText.times('4'));
    await expect.poll(() => hashOf(page)).toContain('multiplier=4');
  });

  it('how the list is sorted: all cards at risk, and only then the first of them', async () => {
    await goTo(page, '#/churn?limit=50&merchant=2');
    const column = list().getByRole('columnheader', { name: churnText.balance });
    const balances = async (): Promise<number[]> => (await listed(4)).map(numberIn);
    await column.getByRole('button').click();
    await expect.poll(() => column.getAttribute('aria-sort')).toBe('descending');
    const descending = await balances();
    expect(descending).toEqual(descending.toSorted((a, b) => b - a));
    expect(await hashOf(page)).toContain('sort=-points_balance');
    await choose(page, churnText.limit, churnText.all);
    const all = await balances();
    await choose(page, churnText.limit, churnText.limitOption(50));
    expect(all[0]).toBe(descending[0]);
    await expect
      .poll(() => list().innerText())
      .toContain(churnText.listed(50, await atRisk(), '-points_balance', false));
    await column.getByRole('button').click();
    await expect.poll(() => column.getAttribute('aria-sort')).toBe('ascending');
    const ascending = await balances();
    expect(ascending).toEqual(ascending.toSorted((a, b) => a - b));
    await page.goBack();
    await expect.poll(() => column.getAttribute('aria-sort')).toBe('descending');
  });

  it('the report date, and every answer with it', async () => {
    await goTo(page, '#/?merchant=2');
    const latest = await keyFigures(page);
    await reportDate(page).click();
    const day = page.getByLabel(pageText.reportDate.choose);
    await day.fill('2026-03-15');
    await page.getByRole('button', { name: pageText.reportDate.apply, exact: true }).click();
    await day.waitFor({ state: 'hidden' });
    expect(await hashOf(page)).toContain('merchant=2&as_of=2026-03-15&');
    await expect.poll(() => heading(page)).toBe(overviewText.titleOn('15\u00a0Mar\u00a02026'));
    await expect.poll(() => keyFigures(page)).not.toEqual(latest);
    await viewLink(page, 'revenue').click();
    await settled(page);
    expect(await hashOf(page)).toContain('as_of=2026-03-15');
    await panel(page, monthlyHeading(metric.revenue)).getByRole('radio', { name: viewsText.table }).click();
    await expect
      .poll(async () => (await tableOf(page, monthlyHeading(metric.revenue))).at(-1)![0])
      .toContain('Mar 2026');
    await reportDate(page).click();
    await page.getByRole('button', { name: beginning(pageText.reportDate.latest('')) }).click();
    await settled(page);
    expect(await hashOf(page)).not.toContain('as_of');
    await goTo(page, '#/?merchant=2');
    await expect.poll(() => keyFigures(page)).toEqual(latest);
  });

  it.each([
    ['', 4],
    ['cohorts', 1],
    ['churn', 3],
    ['revenue', 2],
  ])('every chart of #/%s into its table and back, in one click', async (view, charts) => {
    await goTo(page, `#/${view}?merchant=2`);
    const pictures = page.locator('main').getByRole('img');
    await expect.poll(() => pictures.count()).toBe(charts);
    const panels = page
      .locator('main')
      .getByRole('region')
      .filter({ has: page.getByRole('radio', { name: viewsText.table }) });
    expect(await panels.count()).toBe(charts);
    for (const panel of await panels.all()) {
      // Not a small one beside the picture.
      const table = panel.getByRole('region').getByRole('table');
      expect(await table.count()).toBe(0);
      await panel.getByRole('radio', { name: viewsText.table }).click();
      expect(await table.getByRole('row').count()).toBeGreaterThan(1);
      expect(await panel.getByRole('img').count()).toBe(0);
      await panel.getByRole('radio', { name: viewsText.chart }).click();
      await panel.getByRole('img').waitFor();
      // Drawn, not just a place for it.
      await panel.getByRole('img').locator('canvas').first().waitFor();
    }
  });

  it('all without an error or a request to the outside', () => {
    expectNothingWrong(watched);
  });
});
