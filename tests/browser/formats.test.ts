import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { readXlsx } from 'hucre';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardsFile, transactionsFile, type CardRow, type TransactionRow } from '../support/exports.ts';
import { asOneWorkbook, asTypedWorkbook } from '../support/as-workbooks.ts';
import { messages } from '../support/english.ts';
import { answerIfAsked, connectToChromium, goTo, openMade, openPage, settled, type WatchedPage } from './page.ts';
import { cellsOf, expectNothingWrong, exportLink, keyFigures, numberIn, panel, quality } from './readings.ts';
import { zipFile } from './fixtures/zip.ts';

const { pageText, qualityText } = messages;
const { quoted, reasons, report, rowOf } = qualityText;

let browser: Browser;
let watched: WatchedPage;
let page: Page;
beforeAll(async () => {
  browser = await connectToChromium();
  watched = await openPage(browser);
  page = watched.page;
});
afterAll(() => browser.close());

const cards: CardRow[] = Array.from({ length: 6 }, (_, index) => ({
  id: index + 1,
  createdAt: `2026-01-0${index + 1}T10:00:00Z`,
  lastActivityAt: '2026-02-01T10:00:00Z',
  name: `Customer ${index + 1}`,
}));
const months = ['2026-01', '2026-02', '2026-03'];
const visits = (month: string): TransactionRow[] =>
  cards.map(({ id }) => ({ card: id, at: `${month}-1${id}T12:00:00Z`, store: 1, cents: 250 * id }));
const transactions = months.flatMap(visits);

const cardsCsv = [
  'id,card_number,customer_name,created_at,last_activity_at,is_active,points_balance',
  ...cards.map((card) => `${card.id},LC-${card.id},${card.name},${card.createdAt},${card.lastActivityAt},true,0`),
].join('\n');
const transactionsCsv = [
  'card_id,store_id,transaction_type,points_delta,transaction_at,purchase_amount_cents',
  ...transactions.map(({ card, at, cents }) => `${card},1,points_earned,10,${at},${cents}`),
].join('\n');
const plain = (name: string, content: string): File => new File([content], name);
const gzip = (name: string, content: string): File => new File([gzipSync(content)], name);
const partition = (month: string): File => transactionsFile(visits(month), {}, `transactions-${month}.parquet`);

/** Opens files and reads the overview once they have replaced what was open. */
async function figuresOf(files: readonly File[], name: string): Promise<Record<string, string>> {
  await openMade(page, files);
  await exportLink(page, name).waitFor();
  await goTo(page, '#/');
  return keyFigures(page);
}

describe('one export gives one answer', () => {
  let parquet: Record<string, string>;
  beforeAll(async () => {
    parquet = await figuresOf([cardsFile(cards, {}, 'plain.parquet'), transactionsFile(transactions)], 'plain.parquet');
  });

  it.each<[as: string, files: () => (File | Promise<File>)[], name: string]>([
    ['CSV', () => [plain('cards.csv', cardsCsv), plain('transactions.csv', transactionsCsv)], 'cards.csv'],
    [
      'compressed CSV',
      () => [gzip('cards.csv.gz', cardsCsv), gzip('transactions.csv.gz', transactionsCsv)],
      'cards.csv.gz',
    ],
    [
      'a zip of Parquet and CSV',
      () => [
        zipFile('export.zip', {
          'export/cards.parquet': cardsFile(cards),
          'export/transactions.csv': plain('transactions.csv', transactionsCsv),
        }),
      ],
      'export.zip',
    ],
    [
      'a workbook of two sheets',
      () => [asOneWorkbook([plain('cards.csv', cardsCsv), plain('transactions.csv', transactionsCsv)])],
      'export.xlsx',
    ],
    [
      'workbooks with types',
      () => [
        asTypedWorkbook(plain('cards.csv', cardsCsv)),
        asTypedWorkbook(plain('transactions.csv', transactionsCsv)),
      ],
      'cards.xlsx',
    ],
    ['partitions', () => [...months.map(partition), cardsFile(cards)], 'transactions-2026-01.parquet'],
  ])('as %s', async (_, files, name) => {
    expect(await figuresOf(await Promise.all(files()), name)).toEqual(parquet);
    await goTo(page, '#/data');
    expect(await quality(page, 'cards')).toMatchObject({ read: 6, used: 6, aside: 0 });
    expect(await quality(page, 'transactions')).toMatchObject({ read: 18, used: 18, aside: 0 });
  });

  it('as a folder with other things in it', async () => {
    await chooseFolder({
      ...Object.fromEntries(months.map((month) => [`2026/${month}/part-0.parquet`, partition(month)])),
      'cards.parquet': cardsFile(cards),
      '2026/_SUCCESS': new File([], '_SUCCESS'),
      '.DS_Store': new File(['x'], '.DS_Store'),
    });
    await goTo(page, '#/');
    expect(await keyFigures(page)).toEqual(parquet);
    await goTo(page, '#/data');
    expect(await quality(page, 'transactions')).toMatchObject({ read: 18, used: 18, aside: 0 });
  });
});

describe('what was read of several files', () => {
  const formula = '=cmd|calc!A0';
  const late = 'transactions-late.csv';
  beforeAll(async () => {
    const rows = `card_id,store_id,transaction_type,points_delta,transaction_at\n1,1,points_earned,5,${formula}\n2,1,points_earned,5,2026-04-02\n`;
    await figuresOf([cardsFile(cards), ...months.map(partition), plain(late, rows)], 'cards.parquet');
    await goTo(page, '#/data');
  });

  it('is said for each of them, and adds up', async () => {
    const region = panel(page, pageText.kinds.transactions);
    const parts = await cellsOf(region.getByRole('table').filter({ hasText: qualityText.size }));
    const sums = parts.map(([file, , read, used, aside]) => [file, ...[read!, used!, aside!].map(numberIn)]);
    expect(sums).toEqual([...months.map((month) => [`transactions-${month}.parquet`, 6, 6, 0]), [late, 2, 1, 1]]);
    expect(await quality(page, 'transactions')).toEqual({
      read: 20,
      used: 19,
      aside: 1,
      reasons: [[reasons['not-a-date'], 'transaction_at', '1', `${rowOf(1, late)} ${quoted(formula)}`]],
    });
  });

  it('is downloaded as a table in which nothing is a formula', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: qualityText.download }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(qualityText.downloadName);
    const kind = pageText.kinds.transactions;
    const setAside = report.setAsideFor(reasons['not-a-date']);
    const lines = (await buffer(await download.createReadStream())).toString().split('\r\n');
    expect(lines[0]).toBe(`\ufeff${report.header.map((name) => `"${name}"`).join()}`);
    expect(lines).toEqual(
      expect.arrayContaining([
        `"${late}","${kind}","${qualityText.read}",,2,,,`,
        `"${late}","${kind}","${qualityText.used}",,1,,,`,
        `"${late}","${kind}","${setAside}","transaction_at",1,1,"'${formula}","${report.setAsideEffect}"`,
      ]),
    );
    const cells = lines.flatMap((line) => line.replace('\ufeff', '').split(','));
    expect(cells.filter((cell) => /^"?[=+@\t]|^"?-\D/.test(cell))).toEqual([]);
    await settled(page);
  });

  it('and as a workbook, in which numbers are numbers and text is text', async () => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: qualityText.downloadWorkbook }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(qualityText.workbookName);
    const { sheets } = await readXlsx(await buffer(await download.createReadStream()));
    const rows = sheets[0]!.rows.map((row) => [...row]);
    const kind = pageText.kinds.transactions;
    const setAside = report.setAsideFor(reasons['not-a-date']);
    expect(rows[0]).toEqual(report.header);
    expect(rows).toContainEqual([late, kind, qualityText.read, null, 2, null, null, null]);
    expect(rows).toContainEqual([late, kind, setAside, 'transaction_at', 1, 1, formula, report.setAsideEffect]);
    await settled(page);
  });
});

it('all without an error or a request to the outside', () => expectNothingWrong(watched));

/** Chooses a folder with these files, by their paths in it. */
async function chooseFolder(inside: Record<string, File>): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'loyalty-lens-folder-'));
  try {
    for (const [path, file] of Object.entries(inside)) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), Buffer.from(await file.arrayBuffer()));
    }
    await page.locator('input[webkitdirectory]').first().setInputFiles(folder);
    await answerIfAsked(page, 'replace');
    await exportLink(page).filter({ hasText: 'part-0.parquet' }).waitFor();
  } finally {
    await rm(folder, { recursive: true });
  }
}
