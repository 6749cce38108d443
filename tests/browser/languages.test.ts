import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { connectToChromium, goTo, openPage, settled, type WatchedPage } from './page.ts';
import { expectNothingWrong } from './readings.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

async function opened(hash: string, locale: string): Promise<WatchedPage> {
  const watched = await openPage(browser, hash, { locale });
  onTestFinished(() => watched.page.context().close());
  return watched;
}

const language = (page: Page) => page.locator('header select').last();
const speaks = (page: Page): Promise<string> => page.evaluate(() => document.documentElement.lang);
/** The scripts of words that were fetched. */
const fetched = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .map(({ name }) => /\/((?:en|fr|de)-[\w-]+)\.js$/.exec(name)?.[1]?.slice(0, 2))
      .filter((found) => found !== undefined),
  );

describe('the language', () => {
  it.each([
    ['de-LU', 'de', 'Übersicht', /^Auswertungen/],
    ['fr-FR', 'fr', 'Aperçu', /^Analyses/],
    ['pt-BR', 'en', 'Overview', /^Loyalty analytics/],
  ])('of a browser in %s is spoken at once, and no other is fetched: %s', async (locale, spoken, overview, about) => {
    const watched = await opened('#/?sample=cafe', locale);
    const { page } = watched;
    await page.getByRole('link', { name: overview, exact: true }).first().waitFor();
    expect(await speaks(page)).toBe(spoken);
    expect(await page.locator('meta[name=description]').getAttribute('content')).toMatch(about);
    expect(new Set(await fetched(page))).toEqual(new Set([spoken]));
    expectNothingWrong(watched);
  });

  it('is changed where one is, and what was opened, typed and sorted stays', async () => {
    const watched = await opened('#/churn?sample=bakery&limit=200', 'en-GB');
    const { page } = watched;
    await settled(page);
    const searches = page.getByRole('searchbox');
    for (const search of await searches.all()) await search.fill('LC-1');
    await settled(page);
    await page.setViewportSize({ width: 1200, height: 400 });
    await page.evaluate(() => {
      scrollTo({ top: 300 });
      document.documentElement.dataset.same = 'page';
    });
    const hash = await page.evaluate(() => location.hash);
    // Without a pointer, which would scroll to it.
    await language(page).evaluate((select: HTMLSelectElement) => {
      select.value = 'de';
      select.dispatchEvent(new Event('change', { bubbles: true }));
    });
    await page.getByRole('heading', { name: 'Abwanderung', level: 1 }).waitFor();
    expect(await searches.count()).toBe(2);
    for (const search of await searches.all()) expect(await search.inputValue()).toBe('LC-1');
    expect(await page.evaluate(() => [document.documentElement.dataset.same, scrollY, location.hash])).toEqual([
      'page',
      300,
      hash,
    ]);
    expect(await page.title()).toMatch(/^Abwanderung · /);

    // It is kept on the device.
    await page.reload();
    await settled(page);
    await goTo(page, '#/cohorts?sample=bakery&months_back=6');
    expect(await speaks(page)).toBe('de');
    await page.getByRole('heading', { name: 'Kohorten', level: 1 }).waitFor();
    expectNothingWrong(watched);
  });
});
