import { buffer } from 'node:stream/consumers';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { format, messages } from '../support/english.ts';
import { expectAccessible } from './axe.ts';
import { hasFocus } from './keys.ts';
import { connectToChromium, goTo, openExport, openMade, openPage, openSample, settled } from './page.ts';
import {
  cellsOf,
  exportLink,
  expectNothingWrong,
  heading,
  matchingTitle,
  navigation,
  panel,
  viewLink,
} from './readings.ts';

const { checkText, matchingText, overviewText, pageText, qualityText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

/** What a till writes, with rows that have no date. */
const sales = (undated: number): File => {
  const rows = Array.from({ length: 40 }, (_, customer) => [
    `C${customer},2026-01-${String(1 + (customer % 28)).padStart(2, '0')} 10:00:00,12.50,Sale`,
    `C${customer},2026-02-${String(1 + (customer % 28)).padStart(2, '0')} 10:00:00,7.50,Sale`,
  ]);
  const all = [
    'Customer,Date,Total,Kind',
    ...rows.flat(),
    'C1,2026-03-01 18:00:00,-7.50,Refund',
    ...Array<string>(undated).fill('C1,someday,7.50,Sale'),
  ];
  return new File([all.join('\n')], 'sales.csv');
};

const check = (page: Page): Locator => panel(page, checkText.title);
const notice = (page: Page, undated: number): Locator =>
  page.getByText(checkText.warning({ is: 'rows-unused', used: 81, read: 81 + undated }));

async function openMatched(page: Page, file: File): Promise<void> {
  await openMade(page, [file]);
  await matchingTitle(page).waitFor();
  await page.getByRole('button', { name: matchingText.load, exact: true }).click();
  await navigation(page).waitFor();
  await settled(page);
}

it('files that had to be matched open on what was understood, which is dismissed, and stays in the Data view', async () => {
  const watched = await openPage(browser);
  const { page } = watched;
  await openMatched(page, sales(0));
  await check(page).waitFor();
  const said = await check(page).innerText();
  for (const sentence of [
    checkText.held(
      { transactions: 81, areReceipts: false, cards: 40, areCustomers: true, files: 1 },
      { from: '2026-01-01', to: '2026-03-01' },
    ),
    checkText.sentences['derived-card'](),
    checkText.sentences['no-points'](),
    checkText.sentences['one-shop'](),
    checkText.sentences.refund(1),
    checkText.of(81, 81),
  ])
    expect(said).toContain(sentence);
  const rows = await cellsOf(check(page));
  expect(rows).toHaveLength(3);
  expect(rows[0]).toEqual(['C1', `${format.date('2026-03-01')}, 18:00`, matchingText.typeName('refund'), '-7.50']);
  expect(await hasFocus(page.getByRole('heading', { name: checkText.title }))).toBe(true);
  expect(await page.getByRole('link', { name: checkText.seeData }).count()).toBe(0);
  await expectAccessible(page);

  // Of the view that it was opened on alone.
  await viewLink(page, 'revenue').click();
  await settled(page);
  expect(await check(page).count()).toBe(0);
  await viewLink(page, 'overview').click();
  await settled(page);
  await check(page).getByRole('button', { name: checkText.right }).press('Enter');
  await check(page).waitFor({ state: 'detached' });
  expect(await heading(page)).toContain(overviewText.title);

  await exportLink(page).click();
  await settled(page);
  await check(page).waitFor();
  expect(await check(page).getByRole('button', { name: checkText.right }).count()).toBe(0);
  await expectAccessible(page);
  await viewLink(page, 'overview').click();
  await settled(page);
  expect(await check(page).count()).toBe(0);

  // What is wrong is put right where the columns are matched.
  await goTo(page, '#/data');
  await check(page).getByRole('button', { name: checkText.wrong }).click();
  await matchingTitle(page).waitFor();
  expectNothingWrong(watched);
  await page.context().close();
});

it('how files were read is saved as the command line takes it', async () => {
  const { page } = await openPage(browser, '#/data');
  await openMatched(page, sales(0));
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: checkText.save }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('loyalty-lens-plan.json');
  const content = await buffer(await download.createReadStream());
  expect(JSON.parse(content.toString())).toMatchObject({
    format: 'loyalty-lens-plan',
    version: 1,
    plans: { 'sales.csv': { kind: 'transactions', columns: { card_id: 'Customer', transaction_at: 'Date' } } },
  });
  await page.context().close();
});

it('rows that are missing in numbers are noticed on every view until that is dismissed', async () => {
  const watched = await openPage(browser);
  const { page } = watched;
  await openMatched(page, sales(5));
  await notice(page, 5).waitFor();
  await goTo(page, '#/cohorts');
  await notice(page, 5).waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: checkText.seeData }).click();
  await settled(page);
  expect(await heading(page)).toBe(qualityText.title);
  await notice(page, 5).waitFor();
  await page.getByRole('button', { name: pageText.dismiss }).click();
  await notice(page, 5).waitFor({ state: 'detached' });
  await viewLink(page, 'churn').click();
  await settled(page);
  expect(await notice(page, 5).count()).toBe(0);
  expectNothingWrong(watched);
  await page.context().close();
});

it('files in the contract’s own form, and samples, open on their view alone', async () => {
  const watched = await openPage(browser);
  const { page } = watched;
  await openSample(page, 'cafe');
  expect(await check(page).count()).toBe(0);
  await openExport(watched, 'seed-a');
  expect(await check(page).count()).toBe(0);
  await goTo(page, '#/data');
  expect(await check(page).count()).toBe(0);
  expectNothingWrong(watched);
  await page.context().close();
});
