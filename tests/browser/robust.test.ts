import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { failureText, messages } from '../support/english.ts';
import { howToGet, realFiles } from '../support/real-files.ts';
import {
  address,
  connectToChromium,
  goldenName,
  goldenPaths,
  goTo,
  openFiles,
  openMade,
  openPage,
  openSample,
  patienceMs,
  settled,
  type WatchedPage,
} from './page.ts';
import { built } from './fixtures/builds.ts';
import { Host } from './host.ts';
import {
  beginning,
  crash,
  dismissButton,
  endSilently,
  expectNothingWrong,
  heading,
  keyFigures,
  matchingTitle,
  nameOfExport,
  navigation,
  viewLink,
} from './readings.ts';
import { smallExport } from './fixtures/small-export.ts';

const { churnText, matchingText, overviewText, pageText, revenueText, viewsText } = messages;

let browser: Browser;
let watched: WatchedPage;
let page: Page;
beforeAll(async () => {
  browser = await connectToChromium();
  watched = await openPage(browser);
  page = watched.page;
  await openSample(page, 'cafe');
});
afterAll(() => browser.close());

/** What an alert begins with; the cause, further on, is as the browser says it. */
const saidFirst = (): Promise<string> => page.getByRole('alert').getByRole('paragraph').first().innerText();
const stopped = failureText('engine-crashed', { cause: '' }).title;
/** What may be said of a file whose decoder died. */
const unread = [
  failureText('file-damaged', { file: 'transactions.csv.gz', cause: '' }).title,
  failureText('file-too-slow', { file: 'transactions.csv.gz', seconds: 0 }).title,
];

/** What is open, and what it answers to a question asked anew. */
async function answers(): Promise<unknown> {
  await goTo(page, '#/churn');
  expect(await heading(page)).toBe(churnText.title);
  await goTo(page, '#/');
  return { name: await nameOfExport(page), figures: await keyFigures(page) };
}

describe('a browser whose languages are none that Intl knows', () => {
  it.each([[['C']], [['en-US@posix', 'de-LU']], [[]]])('%j: the page opens all the same', async (languages) => {
    const foreign = await openPage(browser, 'about:blank');
    await foreign.page.addInitScript((tags) => {
      Object.defineProperty(navigator, 'languages', { get: () => tags });
    }, languages);
    await foreign.page.goto(`${address()}#/?sample=cafe`);
    await navigation(foreign.page).waitFor();
    await settled(foreign.page);
    expect(Object.keys(await keyFigures(foreign.page))).toContain(overviewText.activeCards);
    expectNothingWrong(foreign);
    await foreign.page.context().close();
  });
});

describe('a host that is reached by plain http', () => {
  it('is no secure context, and all of it works but what needs one', async () => {
    const host = await Host.of(built());
    const context = await browser.newContext();
    context.setDefaultTimeout(patienceMs);
    const plain = await context.newPage();
    await plain.goto(host.address('/#/data?sample=cafe').replace('127.0.0.1', 'shop.test'));
    await navigation(plain).waitFor();
    expect(await plain.evaluate(() => [isSecureContext, 'locks' in navigator])).toEqual([false, false]);
    await plain.getByText(messages.qualityText.protection.everywhere).waitFor();
    await plain.getByText(messages.qualityText.seeForYourself['not-kept']).waitFor();
    expect(await plain.getByRole('alert').count()).toBe(0);
    await context.close();
    await host.unplug();
  });
});

describe('a file on disk that changes while it is read', () => {
  it('is not taken for complete, and what was open is as it was', async () => {
    const before = await answers();
    const folder = await mkdtemp(join(tmpdir(), 'loyalty-lens-'));
    const path = join(folder, 'transactions.csv');
    const header = 'card_id,store_id,transaction_type,points_delta,transaction_at\n';
    await writeFile(path, header + '1,1,points_earned,10,2026-02-03T10:15:00Z\n'.repeat(1_500_000));
    await writeFile(join(folder, 'cards.csv'), cardsCsv);
    // By path: what the other tests open are copies.
    const browserSession = await page.context().newCDPSession(page);
    const { root } = await browserSession.send('DOM.getDocument');
    const { nodeId } = await browserSession.send('DOM.querySelector', {
      nodeId: root.nodeId,
      selector: 'input[type=file]',
    });
    await browserSession.send('DOM.setFileInputFiles', { nodeId, files: [join(folder, 'cards.csv'), path] });
    await reading(page);
    await truncate(path, 1_000_000);
    await page.getByRole('alert').waitFor();
    expect(await saidFirst()).toBe(failureText('file-unreadable', { file: 'transactions.csv', cause: '' }).title);
    await dismissButton(page).click();
    await rm(folder, { recursive: true });
    expect(await answers()).toEqual(before);
  });
});

const corpus = realFiles();

describe.runIf(corpus)(`damaged files of other programs. ${howToGet}`, () => {
  it.each([
    'data/large_string_map.brotli.parquet',
    'bad_data/ARROW-GH-41317.parquet',
    'bad_data/ARROW-GH-43605.parquet',
    'bad_data/ARROW-RS-GH-6229-DICTHEADER.parquet',
    'bad_data/PARQUET-1481.parquet',
  ])('%s ends in an answer to its reader, and what was open is as it was', async (file) => {
    const before = await answers();
    const path = fileURLToPath(new URL(`parquet-testing/${file}`, corpus!));
    await openFiles(page, [path, ...goldenPaths('seed-a')]);
    await ended(page);
    expect((await page.locator('main, [role=alert]').allInnerTexts()).join()).toContain(file.split('/')[1]);
    const isQuestion = await matchingTitle(page).isVisible();
    await page.getByRole('button', { name: isQuestion ? matchingText.cancel : pageText.dismiss }).click();
    await navigation(page).waitFor();
    await settled(page);
    expect(await answers()).toEqual(before);
  });

  it('and the next good files load', async () => {
    const before = await answers();
    await openMade(page, smallExport());
    await expect.poll(() => nameOfExport(page)).toContain('cards.parquet');
    await settled(page);
    expect(await answers()).not.toEqual(before);
  });
});

describe('a worker that dies', () => {
  it('the decoder: a message says so, and the next load has another', async () => {
    const before = await answers();
    await openMade(page, longCsv());
    await reading(page);
    await crash(page, 'decoder');
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(unread).toContain(await saidFirst());
    await dismissButton(page).click();
    expect(await answers()).toEqual(before);
    await openFiles(page, goldenPaths('seed-b'));
    await expect.poll(() => nameOfExport(page)).toContain(goldenName);
  });

  it.each(['duckdb', 'engine'])('%s: what was open is offered again, and opens', async (name) => {
    await settled(page);
    const before = await answers();
    await crash(page, name);
    await viewLink(page, 'churn').click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await saidFirst()).toBe(stopped);
    // Another has started since, which knows of no export: whoever asks now hears why, too.
    await viewLink(page, 'revenue').click();
    await expect.poll(() => heading(page)).toBe(revenueText.title);
    await alert.waitFor();
    expect(await saidFirst()).toBe(stopped);
    await page.getByRole('button', { name: viewsText.retry }).first().click();
    await alert.waitFor({ state: 'detached' });
    await settled(page);
    expect(await answers()).toEqual(before);
  });

  it('the decoder, silently, while nobody needs it: the next file has another', async () => {
    await openFiles(page, goldenPaths('seed-a'));
    await expect.poll(() => nameOfExport(page)).toContain(goldenName);
    await settled(page);
    const before = await nameOfExport(page);
    await endSilently(page, 'decoder');
    await openMade(page, smallExport());
    await expect.poll(() => nameOfExport(page)).not.toBe(before);
    await settled(page);
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  it.each(['decoder', 'duckdb', 'engine'])('%s, silently, while files are opened: a message says so', async (name) => {
    const before = await answers();
    await openMade(page, longCsv());
    await reading(page);
    await endSilently(page, name);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(name === 'decoder' ? unread : [stopped]).toContain(await saidFirst());
    await dismissButton(page).click();
    await settled(page);
    expect(await answers()).toEqual(before);
  });

  it('without a request to the outside', () => expect(watched.outside).toEqual([]));
});

const cardsCsv =
  'id,card_number,customer_name,created_at,last_activity_at,is_active,points_balance\n1,LC-1,Ada,2026-01-01,,true,0\n';

/** An opening is over: in a message, or in a question about columns. */
async function ended(page: Page): Promise<void> {
  await page.getByRole('alert').or(matchingTitle(page)).first().waitFor();
}

/** Rows are being read. */
async function reading(page: Page): Promise<void> {
  const progress = page.getByRole('progressbar', { name: beginning(pageText.loading.title('')) });
  const share = async (): Promise<number> => Number(await progress.getAttribute('aria-valuenow'));
  await expect.poll(share, { interval: 10 }).toBeGreaterThan(0);
}

/** Cards, and two million transactions as text: more than is decoded ahead of what is inserted. */
function longCsv(): File[] {
  const header = 'card_id,store_id,transaction_type,points_delta,transaction_at,order_reference\n';
  const row = '1,1,points_earned,10,2026-02-03T10:15:00Z,0123456789abcdef0123456789abcdef\n';
  const transactions = gzipSync(header + row.repeat(2_000_000), { level: 1 });
  return [new File([cardsCsv], 'cards.csv'), new File([transactions], 'transactions.csv.gz')];
}
