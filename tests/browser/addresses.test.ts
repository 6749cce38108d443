import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../support/english.ts';
import {
  choose,
  connectToChromium,
  goTo,
  notAnExport,
  openExport,
  openFiles,
  openPage,
  openSample,
  settled,
} from './page.ts';
import {
  beginning,
  expectNothingWrong,
  hashOf,
  heading,
  keyFigures,
  merchantPicker,
  nameOfExport,
  navigation,
  viewLink,
  welcome,
} from './readings.ts';

const { churnText, cohortsText, overviewText, pageText, sampleText, scopeText, storeText, viewsText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

const lookBack = (page: Page, months: number): Locator =>
  page.getByRole('combobox', { name: `${viewsText.monthsBack} ${viewsText.months(months)}` });

describe('addresses', () => {
  it('Back and Forward restore views with their parameters', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openExport(watched, 'seed-b');
    await viewLink(page, 'cohorts').click();
    await settled(page);
    await choose(page, viewsText.monthsBack, viewsText.months(12));
    await viewLink(page, 'churn').click();
    await settled(page);
    await page.goBack();
    await expect.poll(() => heading(page)).toBe(cohortsText.title);
    expect(await hashOf(page)).toContain('months_back=12');
    await page.goBack();
    await lookBack(page, 6).waitFor();
    await page.goBack();
    await expect.poll(() => heading(page)).toContain(overviewText.title);
    await page.goForward();
    await page.goForward();
    await lookBack(page, 12).waitFor();
    await page.goForward();
    await expect.poll(() => heading(page)).toBe(churnText.title);
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('a bookmark shows its view once the export is open', async () => {
    const bookmark = '#/churn?limit=50&merchant=2&as_of=2026-04-01T12:00:00.000000Z';
    const watched = await openPage(browser, bookmark);
    const { page } = watched;
    await openExport(watched, 'seed-b');
    expect(await heading(page)).toBe(churnText.title);
    await merchantPicker(page, '2').waitFor();
    await page.getByRole('button', { name: `${pageText.labelled(pageText.reportDate.label)} 1 Apr 2026` }).waitFor();
    await page.getByRole('combobox', { name: `${churnText.limit} ${churnText.limitOption(50)}` }).waitFor();
    expect(await hashOf(page)).toBe(bookmark);
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('a sample in the address opens it, also when a file could not be opened before', async () => {
    const { page } = await openPage(browser, '#/cohorts?months_back=12&sample=cafe');
    await navigation(page).waitFor();
    await settled(page);
    expect(await heading(page)).toBe(cohortsText.title);
    expect(await nameOfExport(page)).toContain(sampleText.cafe.title);
    await lookBack(page, 12).waitFor();
    await openFiles(page, notAnExport);
    await page.getByRole('alert').waitFor();
    await goTo(page, '#/?sample=bakery');
    await expect.poll(() => nameOfExport(page)).toContain(sampleText.bakery.title);
    await page.context().close();
  });

  it('a sample from the welcome page is a step: Back leads to the welcome page, Forward to the sample', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openSample(page, 'cafe');
    await page.goBack();
    await welcome(page).waitFor();
    expect(await hashOf(page)).toBe('#/');
    await page.goForward();
    await navigation(page).waitFor();
    expect(await nameOfExport(page)).toContain(sampleText.cafe.title);
    // An address without a sample, typed meanwhile, is of the one that is open.
    await goTo(page, '#/churn');
    expect(await heading(page)).toBe(churnText.title);
    expect(await hashOf(page)).toBe('#/churn?limit=50&sample=cafe');
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('another sample with what stands beside it, on an open page too', async () => {
    const { page } = await openPage(browser, '#/?sample=cafe');
    await navigation(page).waitFor();
    await settled(page);
    await goTo(page, '#/churn?sample=bakery&store=202&multiplier=3');
    await expect.poll(() => nameOfExport(page)).toContain(sampleText.bakery.title);
    await settled(page);
    await expect.poll(() => heading(page)).toBe(storeText.heading(churnText.title, 'Gare'));
    expect(await hashOf(page)).toContain('store=202');
    // Both sliders are there.
    await expect.poll(() => page.getByText(churnText.times('3')).count()).toBe(2);
    await page.context().close();
  });

  it('a merchant that the export does not have is named, with a way on, in every view', async () => {
    const watched = await openPage(browser, '#/?sample=platform&merchant=99');
    const { page } = watched;
    for (const hash of ['#/', '#/cohorts', '#/churn', '#/revenue']) {
      await goTo(page, `${hash}?sample=platform&merchant=99`);
      await page.getByText(scopeText.unknownMerchant('99')).waitFor();
      expect(await page.locator('main').locator('canvas, table, dl').count()).toBe(0);
    }
    await page.getByRole('button', { name: beginning(scopeText.showMerchant('1')) }).click();
    await settled(page);
    await merchantPicker(page, '1').waitFor();
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('a sample that there is not is named, before anything is open and after', async () => {
    const { page } = await openPage(browser, '#/?sample=nosuch');
    await page.getByText(scopeText.noSuchSample('nosuch')).waitFor();
    await openSample(page, 'cafe');
    expect(await page.getByText('nosuch').count()).toBe(0);
    await goTo(page, '#/?sample=nosuch');
    await page.getByText(scopeText.unknownSample('nosuch')).waitFor();
    await page.getByRole('button', { name: scopeText.dismiss }).click();
    await expect.poll(() => hashOf(page)).toBe('#/?sample=cafe');
    await page.context().close();
  });

  it('a sample does not take the place of files of one’s own without a word', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openExport(watched, 'seed-b');
    await goTo(page, '#/?sample=cafe');
    await page.getByText(scopeText.ownStay(sampleText.cafe.title)).waitFor();
    expect(await nameOfExport(page)).toContain('cards.parquet');
    await page.getByRole('button', { name: scopeText.keepOwn }).click();
    await expect.poll(() => hashOf(page)).toBe('#/');
    await goTo(page, '#/?sample=cafe');
    await page.getByRole('button', { name: scopeText.openSample(sampleText.cafe.title) }).click();
    await expect.poll(() => nameOfExport(page)).toContain(sampleText.cafe.title);
    await page.context().close();
  });

  it('a report date after the data is said to be one, and nothing is made up of the days between', async () => {
    const { page } = await openPage(browser, '#/?sample=bakery&as_of=2030-01-01');
    await page.getByText(scopeText.late('31 Oct 2026', '1 Jan 2030')).waitFor();
    await settled(page);
    const figures = await keyFigures(page);
    expect(figures[overviewText.activeCards]).toBe('–');
    await page.locator('main').getByText(overviewText.unknown('31 Oct 2026', '1 Jan 2030').lead).waitFor();
    const said = await page.locator('main').innerText();
    for (const madeUp of ['100%', overviewText.change.same]) expect(said).not.toContain(madeUp);
    await goTo(page, '#/churn?as_of=2030-01-01');
    expect(await page.locator('main').innerText()).toContain(churnText.ofChecked(2495, 2496, '>99%'));
    await page.getByRole('button', { name: scopeText.latest('31 Oct 2026') }).click();
    await expect.poll(() => hashOf(page)).not.toContain('as_of');
    await page.context().close();
  });
});
