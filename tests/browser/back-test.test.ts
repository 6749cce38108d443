import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { messages } from '../support/english.ts';
import { choose, connectToChromium, goTo, openPage, openSample, settled, type WatchedPage } from './page.ts';
import { beginning, expectNothingWrong, hashOf, numberIn, panel, tableOf } from './readings.ts';

const { backTestText, viewsText } = messages;

let browser: Browser;
let watched: WatchedPage;
let page: Page;
beforeAll(async () => {
  browser = await connectToChromium();
  watched = await openPage(browser);
  page = watched.page;
  await openSample(page, 'bakery');
  await goTo(page, '#/churn');
  await panel(page, backTestText.title).waitFor();
});
afterAll(() => browser.close());

/** The four cells with their sums, as they stand. */
async function cells(): Promise<number[][]> {
  const rows = panel(page, backTestText.title).getByRole('table', { name: backTestText.table }).locator('tbody tr');
  const texts = await rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll('td')].map(({ textContent }) => textContent.trim())),
  );
  return texts.map((row) => row.map(numberIn));
}

describe('whether the rule works', () => {
  it('is four cells that add up, and the row of the table that is in use', async () => {
    const [flagged, others, together] = await cells();
    for (const row of [flagged!, others!, together!]) expect(row[0]! + row[1]!).toBe(row[2]);
    expect(together).toEqual(flagged!.map((cards, i) => cards + others![i]!));
    const rows = await tableOf(page, backTestText.title);
    const row = rows.find(([multiplier]) => multiplier!.includes(backTestText.inUse))!;
    expect([numberIn(row[1]!), numberIn(row[2]!)]).toEqual([flagged![2], flagged![0]]);
    await panel(page, backTestText.title).getByRole('radio', { name: viewsText.chart }).click();
  });

  it('opens the cards of a cell, found and sorted in the engine, and closes them', async () => {
    const [flagged] = await cells();
    const name = backTestText.open(backTestText.cell(backTestText.flagged, backTestText.stayedAway), flagged![0]!);
    const cell = panel(page, backTestText.title).getByRole('button', { name });
    await cell.click();
    const list = page.getByRole('region', { name: backTestText.cell(backTestText.flagged, backTestText.stayedAway) });
    await list.getByText(backTestText.listed(Math.min(50, flagged![0]!), flagged![0]!, false)).waitFor();
    const first = (await list.locator('tbody tr').first().locator('th, td').allInnerTexts())[1]!.trim();
    await list.getByRole('searchbox', { name: backTestText.search }).fill(first);
    await list.getByText(backTestText.listed(1, 1, true)).waitFor();
    expect(await cell.getAttribute('aria-expanded')).toBe('true');
    await list.getByRole('button', { name: backTestText.close }).click();
    await list.waitFor({ state: 'detached' });
  });

  it('is of another rule, time and cards by the address, and back again', async () => {
    const before = await cells();
    const shown = panel(page, backTestText.title);
    await shown.getByRole('radio', { name: backTestText.rules.service }).click();
    await expect.poll(cells).not.toEqual(before);
    await shown.getByRole('radio', { name: backTestText.notLost }).click();
    await choose(page, backTestText.horizon, backTestText.days(30));
    await expect.poll(() => hashOf(page)).toContain('rule=service&horizon=30&without=lost');
    await settled(page);
    const other = await cells();
    expect(other[2]![2]).toBeGreaterThan(0);
    // A time is one step back, a rule another.
    for (let i = 0; i < 3; i++) await page.goBack();
    await expect.poll(cells).toEqual(before);
  });

  it('suggests the multiplier that tells best, and takes it', async () => {
    const shown = panel(page, backTestText.title);
    const use = shown.getByRole('button', { name: beginning(backTestText.use('')) });
    await use.click();
    await shown.getByText(/tells best in this test\.$/).waitFor();
    expect(await use.count()).toBe(0);
    await expect.poll(() => hashOf(page)).toContain('multiplier=');
  });

  it('is shown without an error or a request to the outside', () => {
    expectNothingWrong(watched);
  });
});
