import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { createFormat } from '../../src/text/format.ts';
import { fetchLaterMessages, fetchMessages } from '../../src/text/fetch-messages.ts';
import type { Language } from '../../src/text/languages.ts';
import type { LaterMessages, Messages } from '../../src/text/messages.ts';
import { searchForEnglish, type Left } from '../support/english-left.ts';
import { openMade, openPage, settled } from './page.ts';
import { keepDrawnWords, saidBy } from './said.ts';

/** What is no word of the page: names of places, what stands in the files, and the error that is made. */
const fromElsewhere = [
  ...Intl.supportedValuesOf('timeZone')
    .map((zone) => zone.split('/').at(-1)!.replaceAll('_', ' '))
    .filter((place) => place.includes(' ')),
  'Lower Princes',
  'Shop 10',
  'Shop 9',
  'true',
  'crashed by a test',
];

/** A page in a language, with what is needed to walk through it and to hear it. */
export interface Walk {
  page: Page;
  words: Messages & LaterMessages;
  /** Notes what is English of what the page says now. */
  listen: (state: string) => Promise<void>;
  /** What was noted, by the state in which it was said. */
  left: Record<string, Left[]>;
  find: (said: readonly string[]) => Left[];
}

/** @param other the language whose words are no English */
export async function walkIn(
  browser: Browser,
  { language, locale, other }: { language: Language; locale: string; other: Exclude<Language, 'en'> },
): Promise<Walk> {
  const { page } = await openPage(browser, '', { locale });
  await keepDrawnWords(page);
  await page.reload();
  const find = await searchForEnglish(other, fromElsewhere);
  const left: Walk['left'] = {};
  const heard = new Set<string>();
  const [make, makeLater] = await Promise.all([fetchMessages(language), fetchLaterMessages(language)]);
  const format = createFormat([locale]);
  return {
    page,
    words: { ...make(format), ...makeLater(format) },
    left,
    find,
    listen: async (state) => {
      const said = (await saidBy(page)).filter((text) => !heard.has(text));
      for (const text of said) heard.add(text);
      const found = find(said);
      if (found.length > 0) left[state] = [...(left[state] ?? []), ...found];
    },
  };
}

export const views = (page: Page): Locator => page.locator('nav').first();

/** Opens files in the place of what is open. */
export async function openAndSettle({ page }: Walk, files: File[]): Promise<void> {
  const loads = (): number => performance.getEntriesByName('loyalty-lens:load').length;
  const before = await page.evaluate(loads);
  await openMade(page, files);
  await expect.poll(() => page.evaluate(loads)).toBeGreaterThan(before);
  await settled(page);
}

/** Switches every chart in sight to its table, or back. */
export async function showAll({ page, words }: Walk, as: 'chart' | 'table'): Promise<void> {
  for (const shown of await page.getByRole('radio', { name: words.viewsText[as] }).all()) await shown.click();
}

/** Listens to a view with its charts drawn and pointed at, and with the tables in their place. */
export async function listenToCharts(walk: Walk, state: string): Promise<void> {
  const { page, listen } = walk;
  const pictures = await page.locator('main').getByRole('img').all();
  for (const picture of pictures) {
    await picture.locator('canvas').first().waitFor();
    await picture.scrollIntoViewIfNeeded();
    const { x, y, width, height } = (await picture.boundingBox())!;
    for (const share of [0.3, 0.5, 0.7]) await page.mouse.move(x + width * share, y + height * share);
    await listen(`${state}, pointed at`);
  }
  await showAll(walk, 'table');
  await listen(`${state}, as tables`);
  await showAll(walk, 'chart');
}

/** Listens to what a button opens, which Escape closes. */
export async function listenToOpened(
  { page, listen }: Walk,
  button: Locator,
  opened: Locator,
  state: string,
): Promise<void> {
  await button.click();
  await opened.waitFor();
  await listen(state);
  await page.keyboard.press('Escape');
  await opened.waitFor({ state: 'detached' }).catch(() => opened.waitFor({ state: 'hidden' }));
}
