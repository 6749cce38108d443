import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { buffer } from 'node:stream/consumers';
import type { Browser, Download, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { buildOneFile } from '../../.ci/one-file/build.ts';
import { messages } from '../support/english.ts';
import { readRecipes } from '../support/recipes.ts';
import { csvFiles } from '../browsers/own-files.ts';
import { zipFile } from './fixtures/zip.ts';
import { answerIfAsked, connectToChromium, goTo, openMade, openPrivacyPanel, openSample, patienceMs } from './page.ts';
import { endSilently, exportLink, keyFigures, quality } from './readings.ts';

const { churnText, overviewText, pageText, privacyText, qualityText, tableText, viewsText } = messages;

describe('the page as one file', () => {
  let html: string;
  beforeAll(async () => {
    html = await readFile(inject('oneFile'), 'utf8');
  });

  it('allows nothing to be fetched', () => {
    const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)![1]!;
    const hashOf = (tag: string): string => {
      const content = new RegExp(`<${tag}>(.*?)</${tag}>`, 's').exec(html)![1]!;
      return `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    };
    expect(policy.split('; ')).toEqual([
      `default-src 'none'`,
      `script-src ${hashOf('script')} 'wasm-unsafe-eval'`,
      `worker-src blob:`,
      `connect-src 'none'`,
      `style-src ${hashOf('style')}`,
      `img-src data: blob:`,
      `font-src data:`,
      `base-uri 'none'`,
      `form-action 'none'`,
    ]);
    expect(html).not.toMatch(/<(script|link|img|iframe)\b[^>]*\b(src|href)="(?!data:)/);
  });

  it('is the same each time that it is built, has its hash beside it, and knows nothing of where', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'loyalty-lens-again-'));
    const { path, bytes } = await buildOneFile(folder);
    const again = await readFile(path);
    const sum = await readFile(`${path}.sha256`, 'utf8');
    await rm(folder, { recursive: true });
    expect(again.equals(Buffer.from(html))).toBe(true);
    expect(bytes).toBe(again.length);
    expect(sum).toBe(`${createHash('sha256').update(html).digest('hex')}  loyalty-lens.html\n`);
    const root = fileURLToPath(new URL('../../', import.meta.url));
    const parts = html.split('<script type="application/gzip" id="').slice(1);
    expect(parts.length).toBeGreaterThan(8);
    const contents = parts.map((part) => {
      const base64 = [...part.matchAll(/(?<=>)[\w+/=]+(?=<\/script>)/g)].join('');
      return gunzipSync(Buffer.from(base64, 'base64')).toString('latin1');
    });
    for (const text of [html, ...contents]) expect(text.includes(root)).toBe(false);
  });
});

describe('the page as one file, where nothing may be kept', () => {
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];
  beforeAll(async () => {
    browser = await connectToChromium();
    page = await browser.newPage({ locale: 'en-GB', viewport: { width: 1440, height: 900 } });
    page.setDefaultTimeout(patienceMs);
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.addInitScript(() => {
      for (const name of ['localStorage', 'sessionStorage'])
        Object.defineProperty(window, name, {
          get() {
            throw new DOMException('Forbidden', 'SecurityError');
          },
        });
    });
    await page.goto(pathToFileURL(inject('oneFile')).href);
  });
  afterAll(() => browser.close());

  it('has the words of every language, and how to export from other systems', async () => {
    await page.locator('summary').first().click();
    for (const language of ['de', 'fr', 'en'] as const) {
      await page.locator('header select').last().selectOption(language);
      await page.getByText(readRecipes(language).words.systems).waitFor();
    }
    expect(errors).toEqual([]);
  });

  it('gives tables and licences away, and goes back and forth', async () => {
    await openSample(page, 'cafe');
    await page.getByRole('link', { name: pageText.views.churn }).click();
    const taken = async (name: string): Promise<Buffer> => {
      const link = page.getByRole('button', { name }).or(page.getByRole('link', { name }));
      const [download] = await Promise.all([page.waitForEvent('download'), link.click()]);
      return contentOf(download);
    };
    expect((await taken(tableText.takeAs(churnText.listTitle, 'CSV'))).toString()).toContain(churnText.balance);
    expect((await taken(tableText.takeAs(churnText.listTitle, 'Excel'))).subarray(0, 2).toString()).toBe('PK');
    await goTo(page, '#/data');
    expect((await taken(qualityText.notices)).toString()).toContain('parquet-wasm');
    await page.goBack();
    await page.getByRole('heading', { name: pageText.views.churn, level: 1 }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { name: overviewText.insights }).waitFor();
    expect(errors).toEqual([]);
  });

  it('shows that it has asked nobody for anything, and that another address is refused to all of it', async () => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const shown = await openPrivacyPanel(page);
    await shown.getByText(qualityText.protection.everywhere).waitFor();
    const counted = shown.getByRole('region', { name: privacyText.requests });
    await counted.getByText(privacyText.requestsElsewhere(0)).waitFor();
    const nothing = `${privacyText.requestsOwn(0)} · ${privacyText.requestsRefused(0)}`;
    await counted.getByText(nothing).waitFor();
    // No worker keeps a file.
    expect(await counted.getByText(privacyText.requestsOfKeeper).count()).toBe(0);
    await counted.getByRole('button', { name: privacyText.tryIt }).click();
    await counted.getByText(privacyText.refusedAll(4)).waitFor();
    await counted.getByText(privacyText.requestsElsewhere(0)).waitFor();
    await counted.getByText(nothing).waitFor();
    await page.keyboard.press('Escape');
    // Browsers note what they refuse.
    const tried = errors.splice(0).filter((error) => error.includes('loyalty-lens.invalid'));
    expect(tried.length).toBeGreaterThan(0);
    expect(asked.filter((one) => /^(https?|wss?):/.test(one) && !one.includes('loyalty-lens.invalid'))).toEqual([]);
  });

  it.each(['duckdb', 'engine'])('opens again what was open when a worker ends without a word: %s', async (name) => {
    const before = await keyFigures(page);
    await endSilently(page, name);
    await page.getByRole('link', { name: pageText.views.churn }).click();
    const alert = page.getByRole('alert');
    await alert.waitFor();
    await page.getByRole('button', { name: viewsText.retry }).first().click();
    await alert.waitFor({ state: 'detached' });
    await goTo(page, '#/');
    expect(await keyFigures(page)).toEqual(before);
    // Those that the ended one had started have ended with it.
    await expect.poll(() => workersCalled(page, name)).toBe(1);
    expect(await workersCalled(page, 'duckdb')).toBe(1);
  });

  it('opens a zip and a folder of files', async () => {
    const paths = await csvFiles();
    const files = await Promise.all(paths.map(async (path) => [basename(path), await readFile(path)] as const));
    await openMade(page, [await zipFile('export.zip', Object.fromEntries(files))]);
    await exportLink(page, 'export.zip').waitFor();
    await goTo(page, '#/data');
    const ofZip = await quality(page, 'transactions');
    expect(ofZip).toMatchObject({ read: 4, used: 4 });
    await page.locator('input[webkitdirectory]').first().setInputFiles(dirname(paths[0]!));
    await answerIfAsked(page, 'replace');
    await exportLink(page, 'cards.csv').waitFor();
    await goTo(page, '#/data');
    expect(await quality(page, 'transactions')).toEqual(ofZip);
    expect(errors).toEqual([]);
  });
});

async function workersCalled(page: Page, name: string): Promise<number> {
  const names = await Promise.all(page.workers().map((worker) => worker.evaluate(() => self.name).catch(() => '')));
  return names.filter((one) => one === name).length;
}

async function contentOf(download: Download): Promise<Buffer> {
  return buffer(await download.createReadStream());
}
