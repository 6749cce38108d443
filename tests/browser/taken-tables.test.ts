import { buffer } from 'node:stream/consumers';
import { parquetReadObjects } from 'hyparquet';
import type { Browser, Download, Page } from 'playwright-core';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { read, utils } from '@e965/xlsx';
import { format, messages } from '../support/english.ts';
import { connectToChromium, goTo, openPage, openSample, settled, type WatchedPage } from './page.ts';
import { expectNothingWrong, hashOf, panel, tableOf } from './readings.ts';

const { churnText, revenueText, tableText } = messages;

let browser: Browser;
beforeAll(async () => {
  browser = await connectToChromium();
});
afterAll(() => browser.close());

async function taken(page: Page, caption: string, as: 'CSV' | 'Excel' | 'Parquet'): Promise<Download> {
  const button = page.getByRole('button', { name: tableText.takeAs(caption, as) });
  const [download] = await Promise.all([page.waitForEvent('download'), button.click()]);
  return download;
}

async function contentOf(download: Download): Promise<Buffer> {
  return buffer(await download.createReadStream());
}

const linesOf = async (download: Download): Promise<string[][]> =>
  Papa.parse<string[]>((await contentOf(download)).toString().replace('\ufeff', ''), { skipEmptyLines: true }).data;

describe('tables that are taken away', () => {
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    watched = await openPage(browser);
    page = watched.page;
    await openSample(page, 'cafe');
  });
  afterAll(() => page.context().close());

  it('have all cards at risk, as they are sorted and filtered, whatever the page shows of them', async () => {
    await goTo(page, '#/churn?limit=50&sort=-points_balance');
    const count = page.locator('main .count > *');
    const atRisk = Number((await count.first().innerText()).replaceAll(',', ''));
    const download = await taken(page, churnText.listTitle, 'CSV');
    expect(download.suggestedFilename()).toMatch(new RegExp(`^${churnText.listTitle}, \\d{4}-\\d\\d-\\d\\d\\.csv$`));
    const [header, ...rows] = await linesOf(download);
    expect(atRisk).toBeGreaterThan(50);
    expect(rows.length).toBe(atRisk);
    const balances = rows.map((row) => Number(row[header!.indexOf(churnText.balance)]));
    expect(balances).toEqual(balances.toSorted((a, b) => b - a));
    await page.getByText(tableText.taken(atRisk)).waitFor();

    const name = rows.find((row) => row[1] !== '')![1]!;
    const list = panel(page, churnText.listTitle);
    await list.getByRole('searchbox').fill(name);
    await expect.poll(() => list.locator('.search [role=status]').innerText()).not.toBe('');
    await settled(page);
    expect(await hashOf(page)).not.toContain(encodeURIComponent(name));
    const filtered = await taken(page, churnText.listTitle, 'CSV');
    expect(filtered.suggestedFilename()).toContain(tableText.filtered);
    expect(filtered.suggestedFilename()).not.toContain(name);
    const [, ...found] = await linesOf(filtered);
    expect(found.length).toBeGreaterThan(0);
    expect(found.every((row) => row[1] === name)).toBe(true);
  });

  it('are workbooks with numbers that are numbers, the same as on the page', async () => {
    await goTo(page, '#/revenue');
    const title = revenueText.monthlyHeading(revenueText.metric.transactions);
    const shown = await tableOf(page, title);
    const book = read(await contentOf(await taken(page, revenueText.monthlyTitle, 'Excel')));
    const sheet = book.Sheets[book.SheetNames[0]!]!;
    const rows = utils.sheet_to_json<(string | number)[]>(sheet, { header: 1 }).slice(1);
    expect(rows.map((row) => format.integer(row.find((cell) => typeof cell === 'number')!))).toEqual(
      shown.map((row) => row[1]),
    );
  });

  it('are Parquet, which the page itself reads: the same rows, with days that are days', async () => {
    await goTo(page, '#/churn?limit=50');
    const called = messages.callText.title;
    const [header, ...lines] = await linesOf(await taken(page, called, 'CSV'));
    const download = await taken(page, called, 'Parquet');
    expect(download.suggestedFilename()).toMatch(new RegExp(`^${called}, \\d{4}-\\d\\d-\\d\\d\\.parquet$`));
    const rows = await parquetReadObjects({ file: new Uint8Array(await contentOf(download)).buffer });
    expect(rows.map((row) => row[churnText.card])).toEqual(lines.map((line) => line[header!.indexOf(churnText.card)]));
    const days = rows.map((row) => (row[messages.callText.lastVisit] as Date).toISOString().slice(0, 10));
    expect(days).toEqual(lines.map((line) => line[header!.indexOf(messages.callText.lastVisit)]));

    // Of one band, as the list is filtered.
    const list = panel(page, called);
    await list.getByRole('radio', { name: messages.bandText.names.overdue }).click();
    await expect.poll(() => list.locator('.search [role=status]').innerText()).not.toBe('');
    await settled(page);
    const filtered = await taken(page, called, 'Parquet');
    expect(filtered.suggestedFilename()).toContain(tableText.filtered);
    const overdue = await parquetReadObjects({ file: new Uint8Array(await contentOf(filtered)).buffer });
    expect(overdue.length).toBeLessThan(rows.length);
    const band = tableText.remarksOf(messages.callText.lastVisit);
    expect(new Set(overdue.map((row) => row[band]))).toEqual(new Set([messages.bandText.names.overdue]));
    expectNothingWrong(watched);
  });
});

it('are for the spreadsheets of the country: in German with semicolons and decimal commas', async () => {
  const { page } = await openPage(browser, '#/churn?sample=cafe', { locale: 'de-DE' });
  await page.locator('main input[type=radio]').first().waitFor();
  const spread = panel(page, 'Zeit seit dem letzten Besuch');
  await spread.getByRole('radio', { name: 'Tabelle' }).click();
  const [download] = await Promise.all([page.waitForEvent('download'), spread.locator('.take button').first().click()]);
  const [header, first] = (await contentOf(download)).toString().split('\r\n');
  expect(header!.split(';').length).toBe(4);
  expect(first).toMatch(/^0;0,25;\d+;0,\d+$/);
  await page.context().close();
});
