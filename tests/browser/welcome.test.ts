import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../../sample-data/samples.ts';
import { messages } from '../support/english.ts';
import { address, connectToChromium, openPage, settled, type WatchedPage } from './page.ts';
import { expectNothingWrong, keyFigures, nameOfExport, numberIn, sampleButton, type SampleId } from './readings.ts';

const { overviewText, pageText, sampleText } = messages;
const { activeCards, newCards, transactions } = overviewText;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

describe('the welcome page', () => {
  let watched: WatchedPage;
  beforeAll(async () => {
    watched = await openPage(browser);
  });
  afterAll(() => watched.page.context().close());

  it.each(samples)('offers $title, which leads to an insight in one click', async (sample) => {
    const { page } = watched;
    const id = sample.id as SampleId;
    await page.goto('about:blank');
    await page.goto(address());
    const card = sampleButton(page, id);
    expect(await card.innerText()).toContain(
      pageText.welcome.sampleFacts(sample.cards, sample.transactions, sample.stores),
    );
    await card.click();
    // Only an insight has the way to what it rests on.
    await page.getByRole('link', { name: overviewText.open }).waitFor();
    await settled(page);
    const insight = await page.locator('main').getByRole('paragraph').first().innerText();
    expect(insight).toMatch(/^\S.*\d.*\.$/);
    const figures = await keyFigures(page);
    expect(Object.keys(figures)).toEqual(expect.arrayContaining([activeCards, newCards, transactions]));
    expect(Object.values(figures).every((value) => /\d/.test(value))).toBe(true);
    expect(numberIn(figures[activeCards]!.split(/[+−]/)[0]!)).toBeGreaterThan(0);
    expect(await nameOfExport(page)).toContain(sampleText[id].title);
    expectNothingWrong(watched);
  });
});
