import { Bool, Int32, Utf8 } from 'apache-arrow';
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launchChromium } from '../support/chromium';
import { cardsFile, transactionsFile, type CardRow, type TransactionRow } from '../support/exports';
import { parquetFile } from '../support/parquet';
import {
  choose,
  goldenPaths,
  goTo,
  keyFigures,
  numberIn,
  openExport,
  openFiles,
  openPage,
  settled,
  tableOf,
  upload,
  type WatchedPage,
} from './page';

const cards: CardRow[] = [
  { id: 1, createdAt: '2026-01-01T10:00:00Z', lastActivityAt: '2026-02-01T10:00:00Z', points: 40 },
  { id: 2, createdAt: '2026-01-02T10:00:00Z', lastActivityAt: '2026-01-20T23:00:00Z', points: 5 },
];
const transactions: TransactionRow[] = [
  { card: 1, at: '2026-01-01T10:00:00Z', points: 20, store: 1 },
  { card: 1, at: '2026-02-01T10:00:00Z', points: 20, store: 2 },
  { card: 2, at: '2026-01-20T23:00:00Z', points: 5 },
];

const nameOfExport = (page: Page): Locator => page.getByRole('link', { name: /^Data:/ });
const opened = (page: Page, files: File[]): Promise<void> =>
  Promise.all(files.map(upload)).then((uploads) => openFiles(page, uploads));

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
});
afterAll(() => browser.close());

describe('files that cannot be used', () => {
  let watched: WatchedPage;
  let page: Page;
  beforeAll(async () => {
    watched = await openPage(browser);
    page = watched.page;
    await openExport(watched, 'seed-a');
  });
  afterAll(() => page.context().close());

  const good = (): File[] => [cardsFile(cards), transactionsFile(transactions)];
  const rebuilt = async (file: File, change: (bytes: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer>): Promise<File> =>
    new File([change(Buffer.from(await file.arrayBuffer()))], file.name);

  /** What the overview and a question asked anew say. */
  async function answers(): Promise<unknown> {
    await goTo(page, '#/revenue?months_back=60');
    const revenue = await tableOf(page, 'Transactions by month');
    await goTo(page, '#/');
    return { revenue, figures: await keyFigures(page) };
  }

  it.each<[problem: string, files: () => File[] | Promise<File[]>, says: string[]]>([
    [
      'not a Parquet file',
      () => [new File(['id;card_number\n1;LC-1'], 'cards.csv'), good()[1]!],
      ['cards.csv is not a Parquet file'],
    ],
    ['an empty file', () => [new File([], 'cards.parquet'), good()[1]!], ['cards.parquet is empty', '0 bytes']],
    [
      'a truncated file',
      async () => [await rebuilt(good()[0]!, (bytes) => bytes.subarray(0, bytes.length >> 1)), good()[1]!],
      ['cards.parquet is damaged', 'its end is missing'],
    ],
    [
      'damaged pages inside a well-formed file',
      async () => [good()[0]!, await rebuilt(good()[1]!, (bytes) => bytes.fill(0xff, 4, 200))],
      ['transactions.parquet is damaged', 'cannot be read'],
    ],
    [
      'a missing column',
      () => [good()[0]!, transactionsFile(transactions, { transaction_at: undefined })],
      ['transactions.parquet has no column “transaction_at”', 'Its columns are', 'card_id', 'points_delta'],
    ],
    [
      'several missing columns',
      () => [cardsFile(cards, { points_balance: undefined, is_active: undefined }), good()[1]!],
      ['cards.parquet has no columns', '“is_active”', '“points_balance”', 'Its columns are', 'created_at'],
    ],
    [
      'a column of the wrong type',
      () => [good()[0]!, transactionsFile(transactions, { transaction_at: [[true, true, false], new Bool()] })],
      ['The column “transaction_at” of transactions.parquet', 'It holds Bool', 'a date and time is needed'],
    ],
    [
      'two files of cards',
      () => [...good(), cardsFile(cards, {}, 'cards-2.parquet')],
      ['There are 2 cards files', '“cards.parquet” and “cards-2.parquet”'],
    ],
    [
      'transactions without cards',
      () => [good()[1]!],
      ['The cards file is missing', '“transactions.parquet” came without the loyalty cards'],
    ],
    [
      'cards without transactions',
      () => [good()[0]!],
      ['The transactions file is missing', '“cards.parquet” came without the loyalty transactions'],
    ],
    [
      'an unrelated Parquet file',
      () => [
        ...good(),
        parquetFile('weather.parquet', { day: [['2026-01-01'], new Utf8()], rain_mm: [[3], new Int32()] }),
      ],
      ['weather.parquet is neither cards, transactions nor stores', 'Its columns are day, rain_mm'],
    ],
    [
      'an encrypted file',
      async () => [await rebuilt(good()[0]!, encrypted), good()[1]!],
      ['cards.parquet is encrypted'],
    ],
    [
      'no row that can be used',
      () => [
        good()[0]!,
        transactionsFile(transactions, { transaction_at: [['1.1.26', '1.2.26', '20.1.26'], new Utf8()] }),
      ],
      ['No row of transactions.parquet can be used', 'All of its 3 rows', '“transaction_at”', '“1.1.26”'],
    ],
  ])('%s: a message says which and why, and nothing that was open is lost', async (_, files, says) => {
    const name = await nameOfExport(page).innerText();
    const before = await answers();
    await opened(page, await files());
    const alert = page.getByRole('alert');
    await alert.waitFor();
    const message = await alert.innerText();
    for (const words of says) expect(message).toContain(words);
    // Nothing of the machinery shows through.
    expect(message).not.toMatch(/undefined|null|\[object|NaN/);
    expect(await nameOfExport(page).innerText()).toBe(name);
    expect(await answers()).toEqual(before);

    // The next good export loads, and takes the message with it.
    const next = name.includes('2 more') ? good() : goldenPaths('seed-a');
    await (typeof next[0] === 'string' ? openFiles(page, next as string[]) : opened(page, next as File[]));
    await alert.waitFor({ state: 'detached' });
    await settled(page);
    await expect.poll(answers).not.toEqual(before);
  });

  it('a message can be dismissed', async () => {
    await opened(page, [new File([], 'cards.parquet')]);
    const alert = page.getByRole('alert');
    await alert.getByRole('button', { name: 'Dismiss' }).click();
    await alert.waitFor({ state: 'detached' });
  });

  it('all without an error of the page or a request to the outside', () => {
    expect(watched).toMatchObject({ errors: [], outside: [] });
  });

  it('on the welcome page: the message stands there, and the files can be chosen again', async () => {
    const fresh = await openPage(browser);
    await opened(fresh.page, [new File(['hello'], 'notes.txt')]);
    expect(await fresh.page.getByRole('alert').innerText()).toContain('notes.txt is not a Parquet file');
    await fresh.page.getByRole('heading', { level: 1, name: /^Know who comes back/ }).waitFor();
    await opened(fresh.page, good());
    await fresh.page.getByRole('navigation', { name: 'Views' }).waitFor();
    expect(await fresh.page.getByRole('alert').count()).toBe(0);
    expect(fresh).toMatchObject({ errors: [], outside: [] });
    await fresh.page.context().close();
  });
});

describe('rows that cannot be used', () => {
  it('are counted by reason, with examples, and add up', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    const seven: CardRow[] = Array.from({ length: 7 }, (_, index) => ({
      id: index + 1,
      createdAt: '2026-01-01T00:00:00Z',
    }));
    await opened(page, [
      cardsFile(seven, {
        id: [['1', '2', '2', null, '5', '6', '7'], new Utf8()],
        created_at: [
          ['2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01', '31.01.2026', '1816-03-29', '2026-01-01'],
          new Utf8(),
        ],
        is_active: [['yes', 'no', 'yes', 'yes', 'yes', 'yes', 'perhaps'], new Utf8()],
      }),
      transactionsFile([...transactions, ...transactions], {
        points_delta: [['1', '2.5', '3', '4', '', 'six'], new Utf8()],
      }),
    ]);
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    const data = page.getByRole('link', { name: /^Data:.*\(8 rows set aside\)$/ });
    await data.click();
    await settled(page);

    expect(await quality(page, 'Cards')).toEqual({
      read: 7,
      used: 2,
      aside: 5,
      reasons: [
        ['id', 'No value', '1', 'row 4: nothing'],
        ['created_at', 'Not a date', '1', 'row 5: “31.01.2026”'],
        ['created_at', 'Out of range', '1', 'row 6: “1816-03-29”'],
        ['is_active', 'Neither true nor false', '1', 'row 7: “perhaps”'],
        ['id', 'The same id as a row before it', '1', 'row 3: “2”'],
      ],
    });
    expect(await quality(page, 'Transactions')).toEqual({
      read: 6,
      used: 3,
      aside: 3,
      reasons: [
        ['points_delta', 'No value', '1', 'row 5: nothing'],
        ['points_delta', 'Not a number', '2', 'row 2: “2.5”\nrow 6: “six”'],
      ],
    });
    expect(watched).toMatchObject({ errors: [], outside: [] });

    // An export without any says so, and the header has nothing to say.
    await openFiles(page, goldenPaths('seed-a'));
    await expect.poll(() => nameOfExport(page).innerText()).toContain('2 more');
    expect(await nameOfExport(page).innerText()).not.toContain('set aside');
    expect(await quality(page, 'Cards')).toMatchObject({ aside: 0, reasons: [] });
    await page.context().close();
  });
});

describe('names that would be markup', () => {
  const image = '<img src=x onerror=alert(1)>';
  const script = '"><script>alert(2)</script>';
  const bold = '<b onmouseover=alert(3)>Gare</b> &amp; <svg onload=alert(4)>';
  const fileName = '<img src=x onerror=alert(5)>.parquet';
  const perStore = 30;

  // Two merchants, the first with two stores that are drawn in every chart of stores: enough cards, in two quarters.
  const hostile = (): File[] => {
    const all = Array.from({ length: 3 * perStore }, (_, index) => index + 1);
    const merchant = (id: number): number => (id > 2 * perStore ? 2 : 1);
    const store = (id: number): number => Math.ceil(id / perStore);
    return [
      cardsFile(
        all.map((id) => ({
          id,
          createdAt: '2025-10-01T10:00:00Z',
          lastActivityAt: '2026-01-20T10:00:00Z',
          merchant: merchant(id),
          name: id % 2 ? image : `${script} ${id}`,
        })),
        {},
        fileName,
      ),
      transactionsFile([
        ...all.flatMap((id) =>
          // Every third card of the second store stays away in the later quarter.
          ['2025-10-05T10:00:00Z', '2025-11-12T10:00:00Z', '2026-03-20T10:00:00Z']
            .slice(0, store(id) === 2 && id % 3 ? 2 : 3)
            .map((at) => ({ card: id, at, store: store(id), merchant: merchant(id) })),
        ),
        { card: 1, at: '2026-04-30T10:00:00Z', store: 1, merchant: 1 },
      ]),
      parquetFile('stores.parquet', {
        id: [[1, 2, 3], new Int32()],
        merchant_id: [[1, 1, 2], new Int32()],
        name: [[image, bold, script], new Utf8()],
      }),
    ];
  };

  it('are shown as the text they are, wherever they are shown', async () => {
    const watched = await openPage(browser);
    const { page } = watched;
    const dialogs: string[] = [];
    page.on('dialog', (dialog) => {
      dialogs.push(dialog.message());
      void dialog.dismiss();
    });
    await opened(page, hostile());
    await page.getByRole('navigation', { name: 'Views' }).waitFor();
    await settled(page);
    expect(await nameOfExport(page).innerText()).toContain(fileName);

    await tooltipOf(page, 'Stores gaining and losing customers', [image, bold]);
    expect((await tableOf(page, 'Stores gaining and losing customers')).map(([store]) => store)).toEqual([image, bold]);

    await page.getByRole('combobox', { name: /^Merchant/ }).click();
    const merchants = await page.getByRole('option').allInnerTexts();
    expect(merchants[0]).toContain(`1 · ${image}, ${bold}`);
    expect(merchants[1]).toContain(`2 · ${script}`);
    await page.keyboard.press('Escape');
    await choose(page, 'Merchant', /^2 · /);
    expect(await page.getByRole('combobox', { name: /^Merchant/ }).innerText()).toContain(script);
    await choose(page, 'Merchant', /^1 · /);

    await goTo(page, '#/churn?limit=50&multiplier=0.5');
    const customers = async (): Promise<(string | undefined)[]> =>
      (await tableOf(page, 'Cards at risk')).map(([, customer]) => customer);
    await expect.poll(customers).toEqual(expect.arrayContaining([image, `${script} 2`]));
    await page.getByRole('searchbox', { name: 'Search card or customer' }).fill(image);
    await expect.poll(async () => [...new Set(await customers())]).toEqual([image]);

    await goTo(page, '#/revenue?months_back=12');
    await tooltipOf(page, 'Transactions by store', [image, bold]);
    expect((await tableOf(page, 'Transactions by store')).map(([store]) => store)).toEqual([image, bold]);

    await goTo(page, '#/data');
    expect(await page.locator('main').innerText()).toContain(fileName);
    await opened(page, [new File(['no'], fileName)]);
    expect(await page.getByRole('alert').innerText()).toContain(`${fileName} is not a Parquet file`);

    expect(dialogs).toEqual([]);
    expect(await page.locator('img, b[onmouseover], [onerror], [onload], main script').count()).toBe(0);
    // A refused inline handler would be an error on the console.
    expect(watched).toMatchObject({ errors: [], outside: [] });
    await page.context().close();
  });
});

/** What the Data view says of a file. */
async function quality(page: Page, kind: string): Promise<unknown> {
  const region = page.getByRole('region', { name: kind, exact: true });
  const figure = async (label: string): Promise<number> =>
    numberIn(await region.locator('dl > div').filter({ hasText: label }).locator('dd').innerText());
  const [read, used, aside] = await Promise.all(['Rows read', 'Used', 'Set aside'].map(figure));
  expect(read).toBe(used! + aside!);
  const rows = await region.getByRole('table').filter({ hasText: 'Examples' }).locator('tbody tr').all();
  const reasons = await Promise.all(rows.map((row) => row.locator('td').allInnerTexts()));
  return { read, used, aside, reasons };
}

/** Points at the bars of a chart from top to bottom and expects each name in a tooltip. */
async function tooltipOf(page: Page, panel: string, names: string[]): Promise<void> {
  const region = page.getByRole('region', { name: panel, exact: true });
  const picture = region.getByRole('img');
  await picture.locator('canvas').first().waitFor();
  await picture.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await picture.boundingBox())!;
  const seen = new Set<string>();
  for (let share = 0.1; share < 1 && seen.size < names.length; share += 0.1) {
    await page.mouse.move(x + width * 0.5, y + height * share);
    for (const name of names) if (await region.getByText(name).count()) seen.add(name);
  }
  expect([...seen].sort()).toEqual([...names].sort());
}

/** The marks of a file whose footer is encrypted. */
function encrypted(bytes: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  bytes.write('PARE', 0);
  bytes.write('PARE', bytes.length - 4);
  return bytes;
}
