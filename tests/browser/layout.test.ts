import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encodedIn } from '../support/encoded.ts';
import { format, messages } from '../support/english.ts';
import { expectAccessible } from './axe.ts';
import { connectToChromium, goTo, openMade, openPage, type WatchedPage } from './page.ts';
import { beginning, expectNothingWrong, matchingTitle, navigation, quality } from './readings.ts';

const { layoutText, matchingText, pageText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

const layoutPart = (page: Page): Locator => page.getByText(layoutText.title);
const row = (page: Page, number: number): Locator =>
  page.getByRole('radio', { name: beginning(layoutText.row(number, '').trim()) });
const preview = (page: Page, file: string): Locator =>
  page.getByRole('region', { name: matchingText.previewRegion(file) });
const load = (page: Page): Promise<void> => page.getByRole('button', { name: matchingText.load, exact: true }).click();

const transactions = [1, 2, 3].map((card) => `${card};2026-03-0${card} 10:00:00;1${card}`);

describe('a table whose names are not where they seem to be', () => {
  const technical = ['C_NO;T_AT;P_DELTA', 'Kunde;Zeit;Punkte', ...transactions].join('\n');
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    watched = await openPage(browser);
    page = watched.page;
  });
  afterAll(() => page.context().close());

  it('is read by the row that a person chooses', async () => {
    await openMade(page, [new File([technical], 'till.csv')]);
    await matchingTitle(page).waitFor();
    await layoutPart(page).click();
    await expect.poll(() => row(page, 1).isChecked()).toBe(true);
    await row(page, 2).check();
    await expect
      .poll(() => preview(page, 'till.csv').locator('thead .name').allInnerTexts())
      .toEqual(['Kunde', 'Zeit', 'Punkte']);
    expect(await preview(page, 'till.csv').locator('tbody tr').count()).toBe(3);
    await expectAccessible(page);
    await load(page);
    await navigation(page).waitFor();
    await goTo(page, '#/data');
    expect((await quality(page, 'transactions')).used).toBe(3);
  });

  it('is read so the next time without a question', async () => {
    await page.reload();
    await openMade(page, [new File([technical.replaceAll('-03-', '-04-')], 'april.csv')]);
    await navigation(page).waitFor();
    await goTo(page, '#/data');
    expect((await quality(page, 'transactions')).used).toBe(3);
    expectNothingWrong(watched);
  });
});

it('rows in which no table is found are shown, and may be one all the same', async () => {
  const watched = await openPage(browser);
  const { page } = watched;
  await openMade(page, [new File(['101\n102\n103\n'], 'numbers.csv')]);
  await page.getByRole('button', { name: pageText.matching.match }).click();
  await expect.poll(() => row(page, 3).isVisible()).toBe(true);
  await row(page, 1).check();
  await expect.poll(() => preview(page, 'numbers.csv').locator('thead .name').allInnerTexts()).toEqual(['101']);
  await page.getByRole('button', { name: layoutText.asFound }).click();
  await page.getByText(matchingText.unreadable, { exact: true }).waitFor();
  expectNothingWrong(watched);
  await page.context().close();
});

it('letters that can be read in two ways are a question, with words that show it', async () => {
  const cards = ['id;customer_name;created_at', '1;иван петров;2026-01-02', '2;ольга;2026-01-03'].join('\n');
  const watched = await openPage(browser);
  const { page } = watched;
  await openMade(page, [
    new File([encodedIn('koi8-r', cards)], 'cards.csv'),
    new File([['card_id;transaction_at;points_delta', ...transactions].join('\n')], 'transactions.csv'),
  ]);
  await matchingTitle(page).waitFor();
  expect(await page.getByText(matchingText.problem.encoding('cards.csv')).count()).toBe(1);
  const question = page.getByRole('group', { name: layoutText.encodingQuestion });
  await question.getByRole('button', { name: /иван/ }).click();
  await expect.poll(() => preview(page, 'cards.csv').locator('tbody').innerText()).toContain('иван петров');
  expect(await question.count()).toBe(0);
  expectNothingWrong(watched);
  await page.context().close();
});

it('dates that no one knows are read in the format that a person gives', async () => {
  const rows = ['Kunde;Datum;Punkte', 'K1;05012026;3', 'K2;06022026;4', 'K3;20122025;4'];
  const watched = await openPage(browser);
  const { page } = watched;
  await openMade(page, [new File([rows.join('\n')], 'till.csv')]);
  await matchingTitle(page).waitFor();
  const field = page.getByRole('textbox', { name: matchingText.format });
  await field.fill('DD.MM');
  await page.getByText(matchingText.formatUnknown).waitFor();
  await field.fill('ddmmyyyy');
  await page.getByText(matchingText.datesReading('05012026', format.date('2026-01-05T00:00:00Z'))).waitFor();
  await load(page);
  await navigation(page).waitFor();
  await goTo(page, '#/data');
  expect((await quality(page, 'transactions')).used).toBe(3);
  expectNothingWrong(watched);
  await page.context().close();
});
