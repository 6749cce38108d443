import { buffer } from 'node:stream/consumers';
import type { Browser, Locator, Page } from 'playwright-core';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodedIn } from '../support/encoded.ts';
import { cardsFile, transactionsFile } from '../support/exports.ts';
import { messages } from '../support/english.ts';
import { Utf8 } from 'apache-arrow';
import {
  address,
  connectToChromium,
  goTo,
  openMade,
  openPage,
  openPrivacyPanel,
  privacyPanel,
  settled,
  type WatchedPage,
} from './page.ts';
import { expectNothingWrong, matchingTitle, navigation } from './readings.ts';

const { churnText, howText, layoutText, matchingText, pageText, privacyText, qualityText, sampleText, tableText } =
  messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

/** What stands beside a heading of the panel. */
const said = (of: Locator, term: string): Locator => of.locator('dl > div', { hasText: term }).locator('dd');

describe('the privacy panel', () => {
  it('counts what the page and its workers ask for, and shows that another address is refused to all of them', async () => {
    const watched = await openPage(browser);
    const { page, outside, errors } = watched;
    let shown = await openPrivacyPanel(page);
    await shown.getByText(privacyText.readNothing).waitFor();
    await shown.getByText(privacyText.requestsElsewhere(0)).waitFor();
    await page.keyboard.press('Escape');
    await privacyPanel(page).waitFor({ state: 'detached' });

    await page.evaluate(() => (location.hash = '#/?sample=cafe'));
    await navigation(page).waitFor();
    shown = await openPrivacyPanel(page);
    await shown.getByText(privacyText.readSample(sampleText.cafe.title)).waitFor();
    await shown.getByText(qualityText.protection.everywhere).waitFor();
    await shown.getByText(privacyText.requestsOfKeeper).waitFor();
    // The engine and its WebAssembly are asked for by three workers: it is their count too.
    const own = async (): Promise<number> =>
      Number(/^\d+/.exec(await shown.locator('section p').nth(1).innerText())?.[0] ?? 0);
    const byPage = await page.evaluate(() => performance.getEntriesByType('resource').length);
    await expect.poll(own).toBeGreaterThan(byPage);
    expect(errors).toEqual([]);

    await shown.getByRole('button', { name: privacyText.tryIt }).click();
    await shown.getByText(privacyText.refusedAll(4)).waitFor();
    await shown.getByText(privacyText.requestsElsewhere(0)).waitFor();
    await shown.getByText(privacyText.requestsRefused(0)).waitFor();
    // Browsers note what they refuse.
    expect(errors.filter((error) => !error.includes('loyalty-lens.invalid'))).toEqual([]);
    expect(outside).toEqual([]);
    await page.context().close();
  });

  it('says so where a host has removed the protection, and counts what goes elsewhere then', async () => {
    const { page } = await openPage(browser);
    await page.route(address(), async (route) => {
      const response = await route.fetch();
      const body = (await response.text()).replace(/<meta\s+http-equiv="Content-Security-Policy"[^>]*>/, '');
      await route.fulfill({ body, contentType: 'text/html' });
    });
    await page.reload();
    const shown = await openPrivacyPanel(page);
    await shown.getByText(qualityText.protection.nowhere).waitFor();
    await shown.getByRole('button', { name: privacyText.tryIt }).click();
    await shown.getByText(privacyText.refusedSome(0, 4)).waitFor();
    await shown.getByText(privacyText.requestsElsewhere(0)).waitFor();
    await page.evaluate(() => fetch('https://elsewhere.invalid/').catch(() => undefined));
    await shown.getByText(privacyText.requestsElsewhere(1)).waitFor();
    await page.context().close();
  });

  it('counts what the policy had to refuse to its own code', async () => {
    const { page } = await openPage(browser);
    const shown = await openPrivacyPanel(page);
    await shown.getByText(privacyText.requestsRefused(0)).waitFor();
    await page.evaluate(() => fetch('https://elsewhere.invalid/').catch(() => undefined));
    await shown.getByText(privacyText.requestsRefused(1)).waitFor();
    await page.context().close();
  });

  it('lists what the browser keeps, and has it forgotten', async () => {
    const { page } = await openPage(browser, '#/?sample=cafe');
    await navigation(page).waitFor();
    const shown = await openPrivacyPanel(page);
    const kept = said(shown, privacyText.kept);
    await kept.getByText(privacyText.keptNothing).waitFor();
    await shown.getByRole('switch').check();
    await kept.getByText(privacyText.keptOf.pseudonyms!(1)).waitFor();
    await kept.getByRole('button', { name: privacyText.forget }).click();
    await kept.getByText(privacyText.forgotten).waitFor();
    // They are shown as before, by another key.
    await expect.poll(() => shown.getByRole('switch').isChecked()).toBe(true);
    await page.context().close();
  });
});

describe('pseudonyms', () => {
  const people = ['=HYPERLINK("x")', '<b>Ann</b>', 'Bo Berg'];
  const numbers = ['LC-1001', 'LC-1002', 'LC-1003'];
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    watched = await openPage(browser);
    page = watched.page;
    const cards = numbers.map((_, id) => ({
      id,
      createdAt: '2026-01-01T00:00:00Z',
      lastActivityAt: '2026-01-20T00:00:00Z',
    }));
    const visits = [0, 1, 2, 7].map((card) => ({ card, at: '2026-01-20T10:00:00Z' }));
    await openMade(page, [
      cardsFile(cards, { card_number: [numbers, new Utf8()], customer_name: [people, new Utf8()] }),
      transactionsFile([...visits, { card: 0, at: '2026-06-01T10:00:00Z' }]),
    ]);
    await navigation(page).waitFor();
    await settled(page);
  });
  afterAll(() => page.context().close());

  const list = (): Locator => page.getByRole('region', { name: churnText.listTitle, exact: true });
  const text = async (): Promise<string> => (await page.locator('body').innerText()) + (await list().innerHTML());

  it('stand in the page and in what is saved from it, and nothing else does', async () => {
    await goTo(page, '#/churn?limit=50&as_of=2027-01-01');
    expect(await text()).toContain('LC-1001');
    const shown = await openPrivacyPanel(page);
    await shown.getByRole('switch').check();
    await page.keyboard.press('Escape');
    await page.getByText(churnText.somebody('')).first().waitFor();
    await settled(page);
    for (const word of [...numbers, 'Berg', 'HYPERLINK', 'Ann']) expect(await text()).not.toContain(word);
    const pseudonyms = (await text()).match(/\b[0-9A-F]{5}-[0-9A-F]{5}\b/g)!;
    expect(new Set(pseudonyms).size).toBe(3);
    const button = page.getByRole('button', { name: tableText.takeAs(churnText.listTitle, 'CSV') });
    const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
    const content = await buffer(await download.createReadStream());
    const { data } = Papa.parse<string[]>(content.toString(), { skipEmptyLines: true });
    expect(
      data
        .slice(1)
        .map(([number]) => number)
        .toSorted(),
    ).toEqual([...new Set(pseudonyms)].toSorted());
    expect(JSON.stringify(data)).not.toMatch(/LC-|Berg|HYPERLINK|Ann/);
    await page.getByText(pageText.pseudonymsOn).waitFor();
  });

  it('hide the cards that the report on the files names', async () => {
    await goTo(page, '#/data');
    const report = await page.locator('main').innerText();
    expect(report).toContain(qualityText.noteWords('unknown-card', 'transactions').what(1));
    expect(report).not.toMatch(/LC-100/);
  });

  it('are what is said to be in the tables that are saved, as long as they are on', async () => {
    for (const [isOn, within] of [
      [false, howText.namesInTables],
      [true, howText.pseudonymsInTables],
    ] as const) {
      const shown = await openPrivacyPanel(page);
      await shown.getByRole('switch').setChecked(isOn);
      await page.keyboard.press('Escape');
      const hints = page.getByText(howText.namesInTables).or(page.getByText(howText.pseudonymsInTables));
      await expect.poll(() => hints.allInnerTexts()).toEqual([within]);
    }
  });

  it('leave one letter of each word where one is asked in what letters a text is written', async () => {
    const cards = ['id;customer_name;created_at', '1;иван петров;2026-01-02', '2;ольга;2026-01-03'].join('\n');
    await openMade(page, [
      new File([encodedIn('koi8-r', cards)], 'cards.csv'),
      new File(['card_id;transaction_at;points_delta\n1;2026-03-01 10:00:00;5'], 'transactions.csv'),
    ]);
    await matchingTitle(page).waitFor();
    const answers = page.getByRole('group', { name: layoutText.encodingQuestion }).getByRole('button');
    const answer = answers.filter({ hasText: layoutText.encodings['koi8-r'] });
    expect(await answer.innerText()).toMatch(/^\p{L}( · \p{L})*\n/u);
    const names = /иван|петров|ольга/i;
    expect(await page.locator('main').innerText()).not.toMatch(names);
    await answer.click();
    await answer.waitFor({ state: 'detached' });
    expect(await page.locator('main').innerText()).not.toMatch(names);
    await page.getByRole('button', { name: matchingText.cancel }).click();
    await navigation(page).waitFor();
  });

  it('stay when the page is loaded again, the same for the same card, and go when they are turned off', async () => {
    const before = await page.evaluate(() => localStorage.getItem('loyalty-lens.pseudonyms'));
    await page.reload();
    await page.getByText(pageText.pseudonymsOn).waitFor();
    const shown = await openPrivacyPanel(page);
    await shown.getByRole('switch').uncheck();
    await page.keyboard.press('Escape');
    await page.getByText(pageText.pseudonymsOn).waitFor({ state: 'detached' });
    const after = await page.evaluate(() => localStorage.getItem('loyalty-lens.pseudonyms'));
    expect(JSON.parse(after!)).toEqual({ ...(JSON.parse(before!) as object), isOn: false });
    expectNothingWrong(watched);
  });
});
