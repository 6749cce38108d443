import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { messages } from '../support/english.ts';
import { connectToChromium, goTo, openMade, openPage, openSample } from './page.ts';
import { expectNothingWrong, navigation, panel } from './readings.ts';

const { churnText, tableText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

const phone = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };
const views = ['', 'cohorts', 'churn', 'revenue', 'data'];

it('the cards at risk are cards with the name first, sorted by a list, and all of them can be reached', async () => {
  const watched = await openPage(browser, '', phone);
  const { page } = watched;
  await openSample(page, 'platform');
  await goTo(page, '#/churn?limit=200&sample=platform&merchant=3');
  const list = page.getByRole('region', { name: tableText.region(churnText.listTitle) });
  const first = list.getByRole('row').nth(1);
  const header = list.getByRole('columnheader', { name: churnText.daysInactive });
  const days = list.getByRole('row').locator('td:nth-of-type(2)');
  const shown = async (): Promise<number[]> =>
    (await days.allInnerTexts()).map((text) => Number(/\d+$/.exec(text)?.[0]));

  expect(await list.evaluate((region) => region.scrollWidth - region.clientWidth)).toBe(0);
  expect(await list.getByRole('columnheader').first().textContent()).toContain(churnText.customer);
  const [name, number] = [first.getByRole('rowheader'), first.getByRole('cell').first()];
  expect((await name.boundingBox())!.y).toBeLessThan((await number.boundingBox())!.y);
  expect(await number.innerText()).toContain(churnText.card);

  await panel(page, churnText.listTitle)
    .getByRole('combobox', { name: tableText.sortBy })
    .selectOption('days_inactive');
  await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending');
  const sorted = await shown();
  expect(sorted.length).toBeGreaterThan(5);
  expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));

  await list.evaluate((region) => region.scrollTo({ top: region.scrollHeight }));
  const last = list.locator(`[aria-rowindex="${(await list.locator('table').getAttribute('aria-rowcount'))!}"]`);
  await last.waitFor();
  const room = (await list.boundingBox())!;
  const end = (await last.boundingBox())!;
  expect(Math.abs(end.y + end.height - (room.y + room.height))).toBeLessThan(3);
  expectNothingWrong(watched);
  await page.context().close();
});

it('a card without a name is headed by that, where others have one', async () => {
  const { page } = await openPage(browser, '', phone);
  const cards = ['id,card_number,customer_name,created_at,last_activity_at', '1,LC-1,Ada,2026-01-01,2026-01-02'];
  const transactions = ['card_id,transaction_type,points_delta,transaction_at', '1,points_earned,10,2026-01-02'];
  await openMade(page, [
    new File([[...cards, '2,LC-2,,2026-01-01,2026-01-02', '3,LC-3,Eve,2026-01-01,2026-06-01'].join('\n')], 'cards.csv'),
    new File(
      [[...transactions, '2,points_earned,10,2026-01-02', '3,points_earned,10,2026-06-01'].join('\n')],
      'transactions.csv',
    ),
  ]);
  await navigation(page).waitFor();
  await goTo(page, '#/churn');
  const list = page.getByRole('region', { name: tableText.region(churnText.listTitle) });
  expect(await list.getByRole('rowheader').allInnerTexts()).toEqual(['Ada', churnText.noName]);
  expect(churnText.noName).toMatch(/\w/);
  await page.context().close();
});

it('text of 200 % on a phone: no view is wider than the window', async () => {
  const watched = await openPage(browser, '#/?sample=platform', phone);
  const { page } = watched;
  await navigation(page).waitFor();
  await page.evaluate(() => (document.documentElement.style.fontSize = '200%'));
  for (const view of views) {
    await goTo(page, `#/${view}?sample=platform&merchant=3`);
    expect([view, await page.evaluate(() => document.scrollingElement!.scrollWidth)]).toEqual([view, 390]);
  }
  expectNothingWrong(watched);
  await page.context().close();
});

/** Runs in the page: the share of the window that is covered by what does not scroll with the page. */
function covered(): number {
  scrollTo({ top: 400, behavior: 'instant' });
  const heights = [...document.querySelectorAll('header, nav, main *')]
    .filter((one) => one.checkVisibility() && ['fixed', 'sticky'].includes(getComputedStyle(one).position))
    .filter((one) => !one.closest('[role=region]'))
    .map((one) => one.getBoundingClientRect().height);
  return heights.reduce((sum, height) => sum + height, 0) / innerHeight;
}

it.each([
  { what: 'a window at 200 %', options: { viewport: { width: 720, height: 450 } } },
  { what: 'a low window', options: { viewport: { width: 960, height: 450 } } },
])('$what: no view is wider than it, and bars leave room to read', async ({ options }) => {
  const watched = await openPage(browser, '#/?sample=platform', options);
  const { page } = watched;
  await navigation(page).waitFor();
  const { width } = options.viewport;
  for (const view of views) {
    await goTo(page, `#/${view}?sample=platform&merchant=3`);
    expect([view, await page.evaluate(() => document.scrollingElement!.scrollWidth)]).toEqual([view, width]);
    expect(await page.evaluate(covered)).toBeLessThan(0.25);
  }
  expectNothingWrong(watched);
  await page.context().close();
});
