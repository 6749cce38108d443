import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bandNames } from '../../src/contract/bands.ts';
import { messages } from '../support/english.ts';
import { connectToChromium, goTo, openPage, openSample, type WatchedPage } from './page.ts';
import { expectNothingWrong, hashOf, numberIn, panel, tableOf } from './readings.ts';

const { bandText, viewsText } = messages;

let browser: Browser;
let watched: WatchedPage;
let page: Page;
beforeAll(async () => {
  browser = await connectToChromium();
  watched = await openPage(browser);
  page = watched.page;
  await openSample(page, 'bakery');
  await goTo(page, '#/churn');
  await panel(page, bandText.title).waitFor();
});
afterAll(() => browser.close());

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

/** How many cards each band has, from below its bars. */
async function counts(): Promise<number[]> {
  const numbers = await panel(page, bandText.title).locator('.bands .number').allInnerTexts();
  return numbers.map(numberIn);
}

describe('bands of churn', () => {
  it('are in the bars, the numbers below them and the table, and what is at stake in words', async () => {
    const shown = await counts();
    expect(shown).toHaveLength(bandNames.length);
    const [, slipping, overdue] = shown;
    expect(numberIn(/^[\d,]+/.exec(await panel(page, bandText.title).locator('.lead').innerText())![0])).toBe(
      slipping! + overdue!,
    );
    const rows = await tableOf(page, bandText.title);
    expect(rows.map((row) => numberIn(row[1]!))).toEqual(shown);
    for (const [i, band] of bandNames.entries()) expect(rows[i]![0]!.startsWith(bandText.names[band])).toBe(true);
    await panel(page, bandText.title).getByRole('radio', { name: viewsText.chart }).click();
  });

  it('moved from where the same cards were: rows and columns add up', async () => {
    const rows = await tableOf(page, bandText.movesTitle);
    const cells = rows.map(([, ...row]) => row.map((cell) => (cell.trim() === '–' ? 0 : numberIn(cell))));
    expect(cells.length).toBeGreaterThan(0);
    for (const row of cells) expect(sum(row.slice(0, -1))).toBe(row.at(-1));
    expect(bandNames.map((_, column) => sum(cells.map((row) => row[column]!)))).toEqual(await counts());
  });

  it('follow the multiplier by the keyboard, all cards staying in one of them', async () => {
    const before = await counts();
    const slider = page.getByRole('slider', { name: bandText.threshold });
    await slider.focus();
    await slider.press('ArrowRight');
    await expect.poll(async () => (await counts())[1]).toBeGreaterThan(before[1]!);
    await expect.poll(() => hashOf(page)).toContain('multiplier=2.25');
    const after = await counts();
    expect(sum(after)).toBe(sum(before));
    // Within its rhythm a card is at any multiplier.
    expect([after[0], after[4]]).toEqual([before[0], before[4]]);
    await slider.press('Home');
    await expect.poll(async () => (await counts())[1]).toBe(0);
  });

  it('are shown without an error or a request to the outside', () => {
    expectNothingWrong(watched);
  });
});
