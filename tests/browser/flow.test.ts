import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generate } from '../../sample-data/generate.ts';
import { samples } from '../../sample-data/samples.ts';
import { launchChromium } from '../support/chromium';
import {
  address,
  choose,
  goldenPaths,
  goTo,
  keyFigures,
  numberIn,
  openExport,
  openFiles,
  openPage,
  openSample,
  settled,
  tableOf,
  type WatchedPage,
} from './page';

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

const hashOf = (page: Page): string => new URL(page.url()).hash;
const heading = (page: Page): Promise<string> => page.locator('main h1').innerText();
const nameOfExport = (page: Page): Promise<string> => page.getByRole('link', { name: /^Data:/ }).innerText();
const viewLink = (page: Page, view: string) =>
  page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name: view });

function expectNothingWrong({ errors, outside }: WatchedPage): void {
  expect({ errors, outside }).toEqual({ errors: [], outside: [] });
}

describe('the welcome page', () => {
  let watched: WatchedPage;
  beforeAll(async () => {
    watched = await openPage(browser);
  });
  afterAll(() => watched.page.context().close());

  it.each(samples)('offers $title, which leads to an insight in one click', async ({ title, transactions }) => {
    const { page } = watched;
    await page.goto('about:blank');
    await page.goto(address());
    const card = page.getByRole('button', { name: new RegExp(`^${title}`) });
    expect(await card.innerText()).toContain(`${transactions.toLocaleString('en-GB')} transactions`);
    const clicked = performance.now();
    await card.click();
    // Only an insight has the way to what it rests on.
    await page.getByRole('link', { name: 'Look closer' }).waitFor();
    expect(performance.now() - clicked).toBeLessThan(10_000);
    await settled(page);
    const insight = await page.locator('main').getByRole('paragraph').first().innerText();
    expect(insight).toMatch(/^\S.*\d.*\.$/);
    const figures = await keyFigures(page);
    expect(Object.keys(figures)).toEqual(expect.arrayContaining(['Active cards', 'New cards', 'Transactions']));
    expect(Object.values(figures).every((value) => /\d/.test(value))).toBe(true);
    expect(numberIn(figures['Active cards']!.split(/[+−]/)[0]!)).toBeGreaterThan(0);
    expect(await nameOfExport(page)).toContain(title);
    expectNothingWrong(watched);
  });
});

describe('what a reader can change', () => {
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    watched = await openPage(browser);
    page = watched.page;
    await openSample(page, 'Platform');
  });
  afterAll(() => page.context().close());

  const atRisk = async (): Promise<number> => numberIn(await page.locator('main strong').first().innerText());
  const list = () => page.getByRole('region', { name: 'Cards at risk', exact: true });
  const listed = async (column: number): Promise<string[]> =>
    (await tableOf(page, 'Cards at risk')).filter((cells) => cells.length > 1).map((cells) => cells[column]!);

  it('the merchant, by the picker that an export of several shows', async () => {
    const first = await keyFigures(page);
    await choose(page, 'Merchant', /^3 · /);
    expect(hashOf(page)).toContain('merchant=3');
    await expect.poll(() => keyFigures(page)).not.toEqual(first);
    // It stays chosen in the next view.
    await viewLink(page, 'Revenue').click();
    await settled(page);
    expect(hashOf(page)).toContain('merchant=3');
    await expect.poll(async () => (await tableOf(page, 'Revenue by store')).length).toBe(12);
    await choose(page, 'Merchant', /^2 · /);
    expect(hashOf(page)).toContain('merchant=2');
    await expect.poll(async () => (await tableOf(page, 'Revenue by store')).length).toBe(4);
  });

  it('how far cohorts and revenue look back', async () => {
    await goTo(page, '#/cohorts?months_back=6&merchant=2');
    const months = async (): Promise<number> => (await tableOf(page, 'Retention by enrolment month')).length;
    const six = await months();
    await choose(page, 'Look back', '12 months');
    expect(hashOf(page)).toContain('months_back=12');
    await expect.poll(months).toBeGreaterThan(six);
    await viewLink(page, 'Revenue').click();
    await settled(page);
    expect(hashOf(page)).toContain('months_back=12');
    const revenueMonths = async (): Promise<number> => (await tableOf(page, 'Revenue by month')).length;
    await expect.poll(revenueMonths).toBeGreaterThanOrEqual(12);
    await choose(page, 'Look back', '3 months');
    await expect.poll(revenueMonths).toBeLessThanOrEqual(4);
    expect(hashOf(page)).toContain('months_back=3');
  });

  it('which measure the bars of revenue show', async () => {
    await goTo(page, '#/revenue?months_back=6&merchant=2');
    await page.getByRole('radiogroup', { name: 'Show', exact: true }).getByRole('radio', { name: 'Points' }).click();
    await page.getByRole('region', { name: 'Points earned by month', exact: true }).waitFor();
    await page.getByRole('region', { name: 'Points earned by store', exact: true }).waitFor();
  });

  it('the multiplier, and the count follows at once', async () => {
    await goTo(page, '#/churn?limit=50&merchant=2');
    const slider = page.getByRole('slider', { name: 'At risk above' });
    await slider.focus();
    const counts = [await atRisk()];
    for (let press = 0; press < 4; press++) {
      await slider.press('ArrowRight');
      // Not polled: no answer has to be waited for.
      counts.push(await atRisk());
    }
    expect(counts).toEqual(counts.toSorted((a, b) => b - a));
    expect(new Set(counts).size).toBe(counts.length);
    await expect.poll(() => hashOf(page)).toContain('multiplier=3');
    // What the histogram counted is what the engine answers.
    await settled(page);
    await expect.poll(() => list().innerText()).toContain(`${counts.at(-1)!.toLocaleString('en-GB')} at risk`);
    await slider.press('Home');
    expect(await atRisk()).toBeGreaterThan(counts[0]!);
    await expect.poll(() => hashOf(page)).toContain('multiplier=0.5');
  });

  it('how many cards are listed', async () => {
    await goTo(page, '#/churn?limit=50&merchant=2');
    await expect.poll(async () => (await listed(0)).length).toBe(50);
    await choose(page, 'List', 'First 200');
    expect(hashOf(page)).toContain('limit=200');
    // A long list draws the rows in sight, and says how many there are.
    await expect.poll(() => list().getByRole('table').getAttribute('aria-rowcount')).toBe('201');
    expect((await listed(0)).length).toBeLessThan(100);
  });

  it('the search in the list, by card and by customer', async () => {
    await goTo(page, '#/churn?limit=200&merchant=2');
    const search = page.getByRole('searchbox', { name: 'Search card or customer' });
    const [card] = await listed(0);
    await search.fill(card!);
    await expect.poll(() => listed(0)).toEqual([card]);
    await expect.poll(() => hashOf(page)).toContain(`q=${card}`);
    const found = page.getByRole('status').filter({ hasText: 'of 200 listed' });
    expect(await found.innerText()).toBe('1 of 200 listed');
    // Part of a name, in another case.
    await search.fill('ANN');
    await expect.poll(async () => numberIn((await found.innerText()).split(' of')[0]!)).toBeGreaterThan(1);
    for (const customer of await listed(1)) expect(customer.toLowerCase()).toContain('ann');
    await search.fill('nobody has this name');
    await expect.poll(() => list().innerText()).toContain('Nothing found');
    await search.fill('');
    await expect.poll(() => list().getByRole('table').getAttribute('aria-rowcount')).toBe('201');
  });

  it('how the list is sorted', async () => {
    await goTo(page, '#/churn?limit=50&merchant=2');
    const column = list().getByRole('columnheader', { name: 'Points balance' });
    const balances = async (): Promise<number[]> => (await listed(4)).map(numberIn);
    await column.getByRole('button').click();
    await expect.poll(() => column.getAttribute('aria-sort')).toBe('descending');
    const descending = await balances();
    expect(descending).toEqual(descending.toSorted((a, b) => b - a));
    expect(hashOf(page)).toContain('sort=-points_balance');
    await column.getByRole('button').click();
    await expect.poll(() => column.getAttribute('aria-sort')).toBe('ascending');
    const ascending = await balances();
    expect(ascending).toEqual(ascending.toSorted((a, b) => a - b));
    await page.goBack();
    await expect.poll(() => column.getAttribute('aria-sort')).toBe('descending');
  });

  it('the report date, and every answer with it', async () => {
    await goTo(page, '#/?merchant=2');
    const latest = await keyFigures(page);
    await page.getByRole('button', { name: /^Report date/ }).click();
    const day = page.getByLabel('Report as of the end of');
    await day.fill('2026-03-15');
    await page.getByRole('button', { name: 'Show', exact: true }).click();
    await day.waitFor({ state: 'detached' });
    expect(hashOf(page)).toContain('as_of=2026-03-15T23:59:59.999999Z');
    await expect.poll(() => heading(page)).toContain('15 Mar 2026');
    await expect.poll(() => keyFigures(page)).not.toEqual(latest);
    await viewLink(page, 'Revenue').click();
    await settled(page);
    expect(hashOf(page)).toContain('as_of=2026-03-15');
    await page
      .getByRole('region', { name: /by month$/ })
      .getByRole('radio', { name: 'Table' })
      .click();
    await expect.poll(async () => (await tableOf(page, 'Revenue by month')).at(-1)![0]).toContain('Mar 2026');
    await page.getByRole('button', { name: /^Report date/ }).click();
    await page.getByRole('button', { name: /^Latest/ }).click();
    await settled(page);
    expect(hashOf(page)).not.toContain('as_of');
    await goTo(page, '#/?merchant=2');
    await expect.poll(() => keyFigures(page)).toEqual(latest);
  });

  it.each([
    ['', 4],
    ['cohorts', 1],
    ['churn', 1],
    ['revenue', 2],
  ])('every chart of #/%s into its table and back, in one click', async (view, charts) => {
    await goTo(page, `#/${view}?merchant=2`);
    const pictures = page.locator('main').getByRole('img');
    await expect.poll(() => pictures.count()).toBe(charts);
    const panels = page
      .locator('main')
      .getByRole('region')
      .filter({ has: page.getByRole('radio', { name: 'Table' }) });
    expect(await panels.count()).toBe(charts);
    for (const panel of await panels.all()) {
      expect(await panel.getByRole('table').count()).toBe(0);
      await panel.getByRole('radio', { name: 'Table' }).click();
      expect(await panel.getByRole('table').getByRole('row').count()).toBeGreaterThan(1);
      expect(await panel.getByRole('img').count()).toBe(0);
      await panel.getByRole('radio', { name: 'Chart' }).click();
      await panel.getByRole('img').waitFor();
      // Drawn, not just a place for it.
      await panel.getByRole('img').locator('canvas').first().waitFor();
    }
  });

  it('all without an error or a request to the outside', () => {
    expectNothingWrong(watched);
  });
});

describe('addresses', () => {
  it('Back and Forward restore views with their parameters', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openExport(watched, 'seed-b');
    await viewLink(page, 'Cohorts').click();
    await settled(page);
    await choose(page, 'Look back', '12 months');
    await viewLink(page, 'Churn').click();
    await settled(page);
    await page.goBack();
    await expect.poll(() => heading(page)).toBe('Cohorts');
    expect(hashOf(page)).toContain('months_back=12');
    await page.goBack();
    await page.getByRole('combobox', { name: 'Look back 6 months' }).waitFor();
    await page.goBack();
    await expect.poll(() => heading(page)).toContain('Overview');
    await page.goForward();
    await page.goForward();
    await page.getByRole('combobox', { name: 'Look back 12 months' }).waitFor();
    await page.goForward();
    await expect.poll(() => heading(page)).toBe('Churn');
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('a bookmark shows its view once the export is open', async () => {
    const bookmark = '#/churn?limit=50&merchant=2&as_of=2026-04-01T12:00:00.000000Z';
    const watched = await openPage(browser, bookmark);
    const { page } = watched;
    await openExport(watched, 'seed-b');
    expect(await heading(page)).toBe('Churn');
    await page.getByRole('combobox', { name: /^Merchant 2/ }).waitFor();
    await page.getByRole('button', { name: 'Report date: 1 Apr 2026' }).waitFor();
    await page.getByRole('combobox', { name: 'List First 50' }).waitFor();
    expect(hashOf(page)).toBe(bookmark);
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('a sample in the address opens it, also when a file could not be opened before', async () => {
    const { page } = await openPage(browser, '#/cohorts?months_back=12&sample=cafe');
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    await settled(page);
    expect(await heading(page)).toBe('Cohorts');
    expect(await nameOfExport(page)).toContain('Corner café');
    await page.getByRole('combobox', { name: 'Look back 12 months' }).waitFor();
    await openFiles(page, { name: 'notes.txt', mimeType: '', buffer: Buffer.from('x') });
    await page.getByRole('alert').waitFor();
    await goTo(page, '#/?sample=bakery');
    await expect.poll(() => nameOfExport(page)).toContain('Bakery chain');
    await page.context().close();
  });
});

describe('opening exports', () => {
  it('a second one replaces the first', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openSample(page, 'Platform');
    const first = await keyFigures(page);
    await openFiles(page, goldenPaths('seed-a'));
    await expect.poll(() => nameOfExport(page)).toContain('cards.parquet');
    await settled(page);
    await expect.poll(() => keyFigures(page)).not.toEqual(first);
    await expect.poll(() => hashOf(page)).not.toContain('sample');
    await goTo(page, '#/data');
    expect(await page.getByRole('region', { name: 'Transactions', exact: true }).innerText()).not.toContain('311,801');
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('by dropping files, on the welcome page and on a dashboard', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    const invitation = page.getByText('Drop to open');
    await drag(page, 'dragenter', goldenPaths('seed-a'));
    await invitation.waitFor();
    await drag(page, 'dragleave', goldenPaths('seed-a'));
    await invitation.waitFor({ state: 'detached' });
    await drag(page, 'dragenter', goldenPaths('seed-a'));
    await drag(page, 'drop', goldenPaths('seed-a'));
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    await settled(page);
    expect(await invitation.count()).toBe(0);
    const first = await keyFigures(page);
    await drag(page, 'drop', goldenPaths('seed-b'));
    await expect.poll(() => keyFigures(page)).not.toEqual(first);
    expectNothingWrong(watched);
    await page.context().close();
  });
});

describe('a load that takes its time', () => {
  const names = ['cards.parquet', 'transactions.parquet', 'stores.parquet'];
  let folder: string;
  let large: string[];
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'loyalty-lens-flow-'));
    await generate(['--preset', 'retailer', '--transactions', '1000000', '--out', folder], '', () => undefined);
    large = names.map((name) => join(folder, name));
  }, 60_000);
  afterAll(() => rm(folder, { recursive: true }));

  it('shows how far each file is, and Cancel leads back to the welcome page', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openFiles(page, large);
    await page.getByRole('heading', { level: 1, name: /^Opening cards.parquet and 2 more/ }).waitFor();
    for (const kind of ['Cards', 'Transactions', 'Stores']) {
      await page.getByRole('progressbar', { name: new RegExp(`^${kind} · ${kind.toLowerCase()}.parquet`) }).waitFor();
    }
    const transactions = page.getByRole('progressbar', { name: /^Transactions/ });
    await expect
      .poll(() => transactions.getAttribute('aria-valuetext'), { interval: 20 })
      .toMatch(/^[1-9][\d,]* of [\d,]+ rows$/);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('heading', { level: 1, name: /^Know who comes back/ }).waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expectNothingWrong(watched);
    await page.context().close();
  });

  it('leaves the page responsive, and Cancel leaves what was open', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    await openSample(page, 'Corner café');
    const figures = await keyFigures(page);
    await openFiles(page, large);
    const progress = page.getByRole('progressbar', { name: /^Opening/ });
    const share = async (): Promise<number> => Number(await progress.getAttribute('aria-valuenow'));
    await expect.poll(share, { interval: 20 }).toBeGreaterThan(0);

    const frames = await page.evaluateHandle(() => {
      const gaps: number[] = [];
      let last = performance.now();
      const count = (now: number): void => {
        gaps.push(now - last);
        last = now;
        requestAnimationFrame(count);
      };
      requestAnimationFrame(count);
      return gaps;
    });
    const before = await share();
    await expect.poll(share, { interval: 20 }).toBeGreaterThan(before);
    // A view can be looked at meanwhile; its answers come from what is still open.
    await viewLink(page, 'Revenue').click();
    await expect.poll(() => heading(page)).toBe('Revenue');
    const gaps = await frames.jsonValue();
    expect(gaps.length).toBeGreaterThan(5);
    expect(Math.max(...gaps.slice(1))).toBeLessThan(400);

    await page.getByRole('button', { name: 'Cancel' }).click();
    await progress.waitFor({ state: 'detached' });
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await nameOfExport(page)).toContain('Corner café');
    await viewLink(page, 'Overview').click();
    await settled(page);
    expect(await keyFigures(page)).toEqual(figures);

    // And the engine takes the next export as if nothing had been.
    await openFiles(page, goldenPaths('seed-a'));
    await expect.poll(() => nameOfExport(page)).toContain('cards.parquet');
    expectNothingWrong(watched);
    await page.context().close();
  });
});

/** An event of files being dragged over the middle of the page. */
async function drag(page: Page, type: 'dragenter' | 'dragleave' | 'drop', paths: string[]): Promise<void> {
  const files = await Promise.all(
    paths.map(async (path) => ({ name: basename(path), content: (await readFile(path)).toString('base64') })),
  );
  const dataTransfer = await page.evaluateHandle(async (made) => {
    const transfer = new DataTransfer();
    for (const { name, content } of made) {
      const bytes = Uint8Array.from(atob(content), (character) => character.charCodeAt(0));
      transfer.items.add(new File([bytes], name));
    }
    return transfer;
  }, files);
  await page.locator('main').dispatchEvent(type, { dataTransfer });
}
