import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { choose, connectToChromium, goTo, notAnExport, openExport, openFiles, openPage, settled } from './page';
import { expectNothingWrong, hashOf, heading, nameOfExport, viewLink } from './readings';

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
});
