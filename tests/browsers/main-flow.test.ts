import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, it, onTestFinished } from 'vitest';
import { asOneWorkbook } from '../support/as-workbooks.ts';
import { messages } from '../support/english.ts';
import { built, type Build } from '../browser/fixtures/builds.ts';
import { cards, transactions } from '../browser/fixtures/small-export.ts';
import type { Visitor } from '../support/visitor.ts';
import { answersOf, type Answers } from './answers.ts';
import { inEveryBrowser } from './every.ts';
import { isOpen, lookAtAll } from './views.ts';
import { firstVisit } from './visit.ts';

const { pageText, qualityText, sampleText } = messages;

const sample = (id: string): string[] =>
  ['cards', 'transactions', 'stores'].map((kind) =>
    fileURLToPath(new URL(`../../sample-data/${id}/${kind}.parquet`, import.meta.url)),
  );

let build: Build;
let bakery: Answers;
let cafe: Answers;
beforeAll(async () => {
  build = built();
  bakery = await answersOf(sample('bakery'));
  cafe = await answersOf(sample('cafe'));
});

inEveryBrowser((start) => {
  it('a sample is opened from the welcome page, every view of it answers as the engine does in Node, and after that all works without the network', async () => {
    const { visitor, host } = await firstVisit(start, build);
    await visitor.click({ role: 'button', name: sampleText.bakery.title, startsWith: true });
    await isOpen(visitor, sampleText.bakery.title);
    expect(await lookAtAll(visitor)).toEqual(bakery);
    await visitor.until(
      (kept) => document.querySelector('main')!.textContent.includes(kept),
      qualityText.seeForYourself.kept,
    );
    await host.unplug();
    await expect(fetch(host.address())).rejects.toThrow();
    await visitor.reload();
    await isOpen(visitor, sampleText.bakery.title);
    await visitor.visit(host.address());
    await visitor.click({ role: 'button', name: sampleText.cafe.title, startsWith: true });
    await isOpen(visitor, sampleText.cafe.title);
    expect(await lookAtAll(visitor)).toEqual(cafe);
    expect(await visitor.errors()).toEqual([]);
  });

  it('so do files of the user’s own, CSV, a workbook and Parquet', async () => {
    const { visitor } = await firstVisit(start, build);
    const csv = await csvFiles();
    await visitor.setFiles('input[type=file]', csv);
    await isOpen(visitor, 'cards.csv');
    const answers = await lookAtAll(visitor);
    expect(answers).toEqual(await answersOf(csv));
    expect(answers.data).toEqual({ cards: [2, 2, 0], transactions: [4, 4, 0] });
    expect(answers.churn).toMatchObject({ atRisk: 1, checked: 2 });
    await openInstead(visitor, [await asBook(csv)], 'export.xlsx');
    expect(await lookAtAll(visitor)).toEqual(answers);
    await openInstead(visitor, sample('cafe'), 'cards.parquet');
    expect(await lookAtAll(visitor)).toEqual(cafe);
    expect(await visitor.errors()).toEqual([]);
  });
});

/** Opens files in the place of those that are open. */
async function openInstead(visitor: Visitor, files: string[], name: string): Promise<void> {
  await visitor.setFiles('input[type=file]', files);
  await visitor.click({ role: 'button', name: pageText.adding.replace });
  await isOpen(visitor, name);
}

/** CSV files as the sheets of a workbook beside them. */
async function asBook(csv: string[]): Promise<string> {
  const book = join(dirname(csv[0]!), 'export.xlsx');
  const files = await Promise.all(csv.map(async (path) => new File([await readFile(path)], basename(path))));
  await writeFile(book, new Uint8Array(await (await asOneWorkbook(files)).arrayBuffer()));
  return book;
}

/** The small export as CSV, with a later transaction, after which the other card is at risk. */
async function csvFiles(): Promise<string[]> {
  const folder = await mkdtemp(join(tmpdir(), 'loyalty-lens-csv-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files: Record<string, string[]> = {
    'cards.csv': [
      'id,card_number,created_at,last_activity_at,is_active,points_balance',
      ...cards.map((card) => `${card.id},LC-${card.id},${card.createdAt},${card.lastActivityAt},true,${card.points}`),
    ],
    'transactions.csv': [
      'card_id,store_id,transaction_type,points_delta,transaction_at,purchase_amount_cents',
      ...[...transactions, { card: 1, at: '2026-06-01T10:00:00Z', points: 10, store: 1 }].map(
        ({ card, store = '', points, at }) => `${card},${store},points_earned,${points},${at},1250`,
      ),
    ],
  };
  return Promise.all(
    Object.entries(files).map(async ([name, lines]) => {
      await writeFile(join(folder, name), lines.join('\n'));
      return join(folder, name);
    }),
  );
}
