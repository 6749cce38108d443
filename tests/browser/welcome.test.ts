import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { samples } from '../../sample-data/samples.ts';
import { createFormat } from '../../src/text/format.ts';
import { fetchMessages } from '../../src/text/fetch-messages.ts';
import { systems } from '../../src/text/recipes/systems.ts';
import { messages } from '../support/english.ts';
import { plain, readRecipes } from '../support/recipes.ts';
import { hasFocus, tabTo } from './keys.ts';
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

describe('while a person chooses', () => {
  const measured = (page: Page, call: string): Promise<number> =>
    page.evaluate((name) => performance.getEntriesByName(`loyalty-lens:${name}`).length, call);

  it('the engine loads a sample for nobody, and once more', async () => {
    const { page } = await openPage(browser, '', { rehearses: true });
    await expect.poll(() => measured(page, 'rehearse')).toBe(2);
    await page.context().close();
  });

  it('it does not where the browser is to fetch no more than is needed', async () => {
    const { page } = await openPage(browser, '', { rehearses: false });
    await expect.poll(() => measured(page, 'start')).toBeGreaterThan(0);
    await page.waitForTimeout(500);
    const asked = await page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => name));
    expect(asked.filter((name) => name.endsWith('.parquet'))).toEqual([]);
    expect(await measured(page, 'rehearse')).toBe(0);
    await page.context().close();
  });
});

describe('how to get an export', () => {
  it.each([
    ['en', 'en-GB'],
    ['fr', 'fr-FR'],
  ] as const)('opens, and a system is chosen, by the keyboard: %s', async (language, locale) => {
    const watched = await openPage(browser, '', { locale });
    const { page } = watched;
    const { pageText: text } = (await fetchMessages(language))(createFormat([locale]));
    const { words, recipes } = readRecipes(language);
    const summary = page.locator('summary', { hasText: text.welcome.recipes });
    const shown = (): Promise<string[]> => page.locator('details ol li').allInnerTexts();
    const expectShown = ({ id, name }: (typeof systems)[number]) =>
      expect
        .poll(async () => [await page.locator('details h3').allInnerTexts(), await shown()])
        .toEqual([[words.steps.replace('{system}', name)], [...recipes[id].steps.map(plain), words.openTogether]]);

    const samples = page.getByRole('heading', { name: text.welcome.samples });
    const above = (await samples.boundingBox())!.y;
    await tabTo(page, summary);
    await page.keyboard.press('Enter');
    const first = page.getByRole('radio', { name: systems[0].name });
    await tabTo(page, first);
    expect(await shown()).toEqual([]);
    await page.keyboard.press('Space');
    await expectShown(systems[0]);
    for (const system of systems.slice(1)) {
      await page.keyboard.press('ArrowRight');
      await expectShown(system);
    }
    await tabTo(page, summary, 'Shift+Tab');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await samples.boundingBox())!.y).toBe(above);
    // Whoever opens it again finds what was chosen.
    await page.keyboard.press('Enter');
    await expectShown(systems.at(-1)!);
    expect(await hasFocus(summary)).toBe(true);
    expectNothingWrong(watched);
    await page.context().close();
  });
});
