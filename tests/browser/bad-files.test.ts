import { Utf8 } from 'apache-arrow';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardsFile, transactionsFile } from '../support/exports.ts';
import { zipFile } from './fixtures/zip.ts';
import {
  connectToChromium,
  goldenPaths,
  goTo,
  openExport,
  openFiles,
  openMade,
  openPage,
  settled,
  type WatchedPage,
} from './page.ts';
import { expectNothingWrong, keyFigures, nameOfExport, tableOf } from './readings.ts';
import { cards, rebuilt, smallExport, transactions } from './fixtures/small-export.ts';
import { encrypted } from './fixtures/spoilt-exports.ts';

let browser: Browser;
let watched: WatchedPage;
let page: Page;
beforeAll(async () => {
  browser = await connectToChromium();
  watched = await openPage(browser);
  page = watched.page;
  await openExport(watched, 'seed-a');
});
afterAll(() => browser.close());

const [goodCards, goodTransactions] = smallExport();

/** What the overview and a question asked anew say. */
async function answers(): Promise<unknown> {
  await goTo(page, '#/revenue?months_back=60');
  const revenue = await tableOf(page, 'Transactions by month');
  await goTo(page, '#/');
  return { revenue, figures: await keyFigures(page) };
}

describe('files that cannot be used', () => {
  it.each<[problem: string, files: () => (File | Promise<File>)[], says: string[]]>([
    ['a PDF', () => [new File(['%PDF-1.7\n'], 'report.pdf')], ['report.pdf cannot be opened: it is a PDF document']],
    [
      'an Excel workbook',
      () => [new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)], 'cards.xls'), goodTransactions],
      ['cards.xls cannot be opened: it is an Excel workbook', 'In Excel choose Save as, then CSV UTF-8'],
    ],
    [
      'the page of a sign-in in the place of the export',
      () => [new File(['<!doctype html><title>Sign in</title>'], 'cards.csv'), goodTransactions],
      ['cards.csv cannot be opened: it is a web page', 'Sign in to your loyalty platform'],
    ],
    [
      'a CSV file without a header',
      () => [new File(['1;LC-1;2026-01-01\n2;LC-2;2026-01-02\n'], 'cards.csv'), goodTransactions],
      ['cards.csv has no names of columns', 'here it is 1, LC-1, 2026-01-01'],
    ],
    ['an empty file', () => [new File([], 'cards.parquet'), goodTransactions], ['cards.parquet is empty', '0 bytes']],
    [
      'a truncated file',
      () => [rebuilt(goodCards, (bytes) => bytes.subarray(0, bytes.length >> 1)), goodTransactions],
      ['cards.parquet is damaged', 'its end is missing'],
    ],
    [
      'damaged pages inside a well-formed file',
      () => [goodCards, rebuilt(goodTransactions, (bytes) => bytes.fill(0xff, 4, 200))],
      ['transactions.parquet is damaged', 'cannot be read'],
    ],
    ['an encrypted file', () => [rebuilt(goodCards, encrypted), goodTransactions], ['cards.parquet is encrypted']],
    [
      'a damaged archive',
      () => [new File(['PK\u0003\u0004 and then nothing'], 'export.zip')],
      ['export.zip is damaged', 'Export or copy the file again'],
    ],
    [
      'an archive of something else',
      () => [zipFile('holiday.zip', { 'beach.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0]) })],
      ['holiday.zip holds no file of an export', 'beach.jpg'],
    ],
    [
      'two exports of the same cards',
      () => [goodCards, goodTransactions, cardsFile(cards, {}, 'cards-2.parquet')],
      ['There are two exports of the same cards', '“cards.parquet” and “cards-2.parquet”', '2 ids'],
    ],
    [
      'transactions without cards',
      () => [goodTransactions],
      ['The cards file is missing', '“transactions.parquet” came without the loyalty cards'],
    ],
    [
      'cards without transactions',
      () => [goodCards],
      ['The transactions file is missing', '“cards.parquet” came without the loyalty transactions'],
    ],
    [
      'no row that can be used',
      () => [
        goodCards,
        transactionsFile(transactions, { transaction_at: [['spring', 'summer', 'autumn'], new Utf8()] }),
      ],
      ['No row of transactions.parquet can be used', 'All of its 3 rows', '“transaction_at”', '“spring”'],
    ],
  ])('%s: a message says which and why, and nothing that was open is lost', async (_, files, says) => {
    const name = await nameOfExport(page);
    const before = await answers();
    await openMade(page, await Promise.all(files()));
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const message = await alert.innerText();
    for (const words of says) expect(message).toContain(words);
    // Nothing of the machinery shows through.
    expect(message).not.toMatch(/undefined|null|\[object|NaN/);
    expect(await nameOfExport(page)).toBe(name);
    expect(await answers()).toEqual(before);

    // The next good export loads, and takes the message with it.
    await (name.includes('2 more') ? openMade(page, smallExport()) : openFiles(page, goldenPaths('seed-a')));
    await alert.waitFor({ state: 'detached' });
    await settled(page);
    await expect.poll(answers).not.toEqual(before);
  });

  it('a message can be dismissed', async () => {
    await openMade(page, [new File([], 'cards.parquet')]);
    const alert = page.getByRole('alert');
    await alert.getByRole('button', { name: 'Dismiss' }).click();
    await alert.waitFor({ state: 'detached' });
  });

  it('all without an error of the page or a request to the outside', () => expectNothingWrong(watched));

  it('on the welcome page: the message stands there, and the files can be chosen again', async () => {
    const fresh = await openPage(browser);
    await openMade(fresh.page, [new File(['%PDF-1.7\n'], 'report.pdf')]);
    expect(await fresh.page.getByRole('alert').innerText()).toContain('report.pdf cannot be opened');
    await fresh.page.getByRole('heading', { level: 1, name: /^Know who comes back/ }).waitFor();
    await openMade(fresh.page, smallExport());
    await fresh.page.getByRole('navigation', { name: 'Views' }).waitFor();
    expect(await fresh.page.getByRole('alert').count()).toBe(0);
    expectNothingWrong(fresh);
    await fresh.page.context().close();
  });
});
