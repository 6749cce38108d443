import { Utf8 } from 'apache-arrow';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorWords } from '../../src/text/errors.ts';
import { cardsFile, transactionsFile } from '../support/exports.ts';
import { failureText, messages } from '../support/english.ts';
import { zipFile } from './fixtures/zip.ts';
import {
  connectToChromium,
  goldenName,
  goldenPaths,
  goTo,
  openExport,
  openFiles,
  openMade,
  openPage,
  settled,
  type WatchedPage,
} from './page.ts';
import {
  dismissButton,
  expectAlert,
  expectNothingWrong,
  keyFigures,
  nameOfExport,
  navigation,
  tableOf,
  welcome,
} from './readings.ts';
import { cards, rebuilt, smallExport, transactions } from './fixtures/small-export.ts';
import { encrypted } from './fixtures/spoilt-exports.ts';

const { revenueText } = messages;

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
  const revenue = await tableOf(page, revenueText.monthlyHeading(revenueText.metric.transactions));
  await goTo(page, '#/');
  return { revenue, figures: await keyFigures(page) };
}

describe('files that cannot be used', () => {
  it.each<[problem: string, files: () => (File | Promise<File>)[], says: ErrorWords]>([
    [
      'a PDF',
      () => [new File(['%PDF-1.7\n'], 'report.pdf')],
      failureText('format-unknown', { file: 'report.pdf', looksLike: 'pdf' }),
    ],
    [
      'an Excel workbook',
      () => [new File([Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)], 'cards.xls'), goodTransactions],
      failureText('format-unknown', { file: 'cards.xls', looksLike: 'excel' }),
    ],
    [
      'the page of a sign-in in the place of the export',
      () => [new File(['<!doctype html><title>Sign in</title>'], 'cards.csv'), goodTransactions],
      failureText('format-unknown', { file: 'cards.csv', looksLike: 'html' }),
    ],
    [
      'a list of numbers',
      () => [new File(['101\n102\n103\n'], 'cards.csv'), goodTransactions],
      failureText('header-missing', { file: 'cards.csv', firstRow: ['101'], rows: [], delimiter: ',' }),
    ],
    [
      'an empty file',
      () => [new File([], 'cards.parquet'), goodTransactions],
      failureText('file-empty', { file: 'cards.parquet' }),
    ],
    [
      'a truncated file',
      () => [rebuilt(goodCards, (bytes) => bytes.subarray(0, bytes.length >> 1)), goodTransactions],
      failureText('file-damaged', { file: 'cards.parquet', cause: 'end-missing' }),
    ],
    [
      'damaged pages inside a well-formed file',
      () => [goodCards, rebuilt(goodTransactions, (bytes) => bytes.fill(0xff, 4, 200))],
      failureText('file-damaged', { file: 'transactions.parquet', cause: 'contradiction' }),
    ],
    [
      'an encrypted file',
      () => [rebuilt(goodCards, encrypted), goodTransactions],
      failureText('file-encrypted', { file: 'cards.parquet' }),
    ],
    [
      'a damaged archive',
      () => [new File(['PK\u0003\u0004 and then nothing'], 'export.zip')],
      failureText('file-damaged', { file: 'export.zip', cause: 'end-missing' }),
    ],
    [
      'an archive of something else',
      () => [zipFile('holiday.zip', { 'beach.jpg': Buffer.from([0xff, 0xd8, 0xff, 0xe0]) })],
      failureText('archive-empty', { file: 'holiday.zip', found: ['beach.jpg'] }),
    ],
    [
      'two exports of the same cards that contradict each other',
      () => [
        goodCards,
        goodTransactions,
        cardsFile(
          cards.map((card) => ({ ...card, points: 999 })),
          {},
          'cards-2.parquet',
        ),
      ],
      failureText('kind-twice', { kind: 'cards', files: ['cards.parquet', 'cards-2.parquet'], rows: 2 }),
    ],
    [
      'cards without transactions',
      () => [goodCards],
      failureText('kind-absent', { kind: 'transactions', files: ['cards.parquet'], leftOut: [] }),
    ],
    [
      'no row that can be used',
      () => [
        goodCards,
        transactionsFile(transactions, { transaction_at: [['spring', 'summer', 'autumn'], new Utf8()] }),
      ],
      failureText('no-usable-rows', {
        file: 'transactions.parquet',
        rows: 3,
        column: 'transaction_at',
        reason: 'not-a-date',
        example: 'spring',
      }),
    ],
  ])('%s: a message says which and why, and nothing that was open is lost', async (_, files, says) => {
    const name = await nameOfExport(page);
    const before = await answers();
    await openMade(page, await Promise.all(files()));
    await expectAlert(page, says);
    const alert = page.getByRole('alert');
    // Nothing of the machinery shows through.
    expect(await alert.innerText()).not.toMatch(/undefined|null|\[object|NaN/);
    expect(await nameOfExport(page)).toBe(name);
    expect(await answers()).toEqual(before);

    // The next good export loads, and takes the message with it.
    await (name.includes(goldenName) ? openMade(page, smallExport()) : openFiles(page, goldenPaths('seed-a')));
    await alert.waitFor({ state: 'detached' });
    await settled(page);
    await expect.poll(answers).not.toEqual(before);
  });

  it('a message can be dismissed', async () => {
    await openMade(page, [new File([], 'cards.parquet')]);
    await dismissButton(page).click();
    await page.getByRole('alert').waitFor({ state: 'detached' });
  });

  it('all without an error of the page or a request to the outside', () => expectNothingWrong(watched));

  it('on the welcome page: the message stands there, and the files can be chosen again', async () => {
    const fresh = await openPage(browser);
    await openMade(fresh.page, [new File(['%PDF-1.7\n'], 'report.pdf')]);
    await expectAlert(fresh.page, failureText('format-unknown', { file: 'report.pdf', looksLike: 'pdf' }));
    await welcome(fresh.page).waitFor();
    await openMade(fresh.page, smallExport());
    await navigation(fresh.page).waitFor();
    expect(await fresh.page.getByRole('alert').count()).toBe(0);
    expectNothingWrong(fresh);
    await fresh.page.context().close();
  });
});
