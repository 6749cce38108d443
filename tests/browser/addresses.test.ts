import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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
import { expectNothingWrong, hashOf, heading, keyFigures, nameOfExport, viewLink } from './readings.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

describe('addresses', () => {
  it('Back and Forward restore views with their parameters', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openExport(watched, 'seed-b');
    await viewLink(page, 'Cohorts').click();
    await settled(page);
    await choose(page, 'Look back', '12 months');
    await viewLink(page, 'Churn').click();
    await settled(page);
    await page.goBack();
    await expect.poll(() => heading(page)).toBe('Cohorts');
    expect(hashOf(page)).toContain('months_back=12');
    await page.goBack();
    await page.getByRole('combobox', { name: 'Look back 6 months' }).waitFor();
    await page.goBack();
    await expect.poll(() => heading(page)).toContain('Overview');
    await page.goForward();
    await page.goForward();
    await page.getByRole('combobox', { name: 'Look back 12 months' }).waitFor();
    await page.goForward();
    await expect.poll(() => heading(page)).toBe('Churn');
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('a bookmark shows its view once the export is open', async () => {
    const bookmark = '#/churn?limit=50&merchant=2&as_of=2026-04-01T12:00:00.000000Z';
    const watched = await openPage(browser, bookmark);
    const { page } = watched;
    await openExport(watched, 'seed-b');
    expect(await heading(page)).toBe('Churn');
    await page.getByRole('combobox', { name: /^Merchant 2/ }).waitFor();
    await page.getByRole('button', { name: 'Report date: 1 Apr 2026' }).waitFor();
    await page.getByRole('combobox', { name: 'List First 50' }).waitFor();
    expect(hashOf(page)).toBe(bookmark);
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('a sample in the address opens it, also when a file could not be opened before', async () => {
    const { page } = await openPage(browser, '#/cohorts?months_back=12&sample=cafe');
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    await settled(page);
    expect(await heading(page)).toBe('Cohorts');
    expect(await nameOfExport(page)).toContain('Corner café');
    await page.getByRole('combobox', { name: 'Look back 12 months' }).waitFor();
    await openFiles(page, notAnExport);
    await page.getByRole('alert').waitFor();
    await goTo(page, '#/?sample=bakery');
    await expect.poll(() => nameOfExport(page)).toContain('Bakery chain');
    await page.context().close();
  });

  it('a sample from the welcome page is a step: Back leads to the welcome page, Forward to the sample', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openSample(page, 'Corner café');
    await page.goBack();
    await page.getByRole('heading', { name: /^Know who comes back/ }).waitFor();
    expect(hashOf(page)).toBe('#/');
    await page.goForward();
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    expect(await nameOfExport(page)).toContain('Corner café');
    // An address without a sample, typed meanwhile, is of the one that is open.
    await goTo(page, '#/churn');
    expect(await heading(page)).toBe('Churn');
    expect(hashOf(page)).toBe('#/churn?limit=50&sample=cafe');
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('another sample with what stands beside it, on an open page too', async () => {
    const { page } = await openPage(browser, '#/?sample=cafe');
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    await settled(page);
    await goTo(page, '#/churn?sample=bakery&store=202&multiplier=3');
    await expect.poll(() => nameOfExport(page)).toContain('Bakery chain');
    await settled(page);
    await expect.poll(() => heading(page)).toMatch(/^Churn · /);
    expect(hashOf(page)).toContain('store=202');
    await page.getByText('3 × usual interval').waitFor();
    await page.context().close();
  });

  it('a merchant that the export does not have is named, with a way on, in every view', async () => {
    const watched = await openPage(browser, '#/?sample=platform&merchant=99');
    const { page } = watched;
    for (const hash of ['#/', '#/cohorts', '#/churn', '#/revenue']) {
      await goTo(page, `${hash}?sample=platform&merchant=99`);
      await page.getByText('The export has no merchant “99”').waitFor();
      expect(await page.locator('main').locator('canvas, table, dl').count()).toBe(0);
    }
    await page.getByRole('button', { name: /^Show 1/ }).click();
    await settled(page);
    await page.getByRole('combobox', { name: /^Merchant 1/ }).waitFor();
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('a sample that there is not is named, before anything is open and after', async () => {
    const { page } = await openPage(browser, '#/?sample=nosuch');
    await page.getByText('There is no sample “nosuch”. These are the samples:').waitFor();
    await openSample(page, 'Corner café');
    expect(await page.getByText('There is no sample').count()).toBe(0);
    await goTo(page, '#/?sample=nosuch');
    await page.getByText('There is no sample “nosuch”. What was open stays open.').waitFor();
    await page.getByRole('button', { name: 'All right' }).click();
    await expect.poll(() => hashOf(page)).toBe('#/?sample=cafe');
    await page.context().close();
  });

  it('a sample does not take the place of files of one’s own without a word', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openExport(watched, 'seed-b');
    await goTo(page, '#/?sample=cafe');
    await page.getByText('Your own files stay open until you say so.').waitFor();
    expect(await nameOfExport(page)).toContain('cards.parquet');
    await page.getByRole('button', { name: 'Keep my files' }).click();
    await expect.poll(() => hashOf(page)).toBe('#/');
    await goTo(page, '#/?sample=cafe');
    await page.getByRole('button', { name: 'Open Corner café' }).click();
    await expect.poll(() => nameOfExport(page)).toContain('Corner café');
    await page.context().close();
  });

  it('a report date after the data is said to be one, and nothing is made up of the days between', async () => {
    const { page } = await openPage(browser, '#/?sample=bakery&as_of=2030-01-01');
    await page.getByText('The export ends on 31 Oct 2026, and this report is made for 1 Jan 2030.').waitFor();
    await settled(page);
    const figures = await keyFigures(page);
    expect(figures['Active cards']).toBe('–');
    await page.locator('main').getByText('Nothing is known of the days before 1 Jan 2030.').waitFor();
    expect(await page.locator('main').innerText()).not.toMatch(/100%|Unchanged/);
    await goTo(page, '#/churn?as_of=2030-01-01');
    expect(await page.locator('main').innerText()).toContain('of 2,496 open cards are at risk (>99%)');
    await page.getByRole('button', { name: 'Report as of 31 Oct 2026' }).click();
    await expect.poll(() => hashOf(page)).not.toContain('as_of');
    await page.context().close();
  });
});
