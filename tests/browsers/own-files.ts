import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { onTestFinished } from 'vitest';
import { asOneWorkbook } from '../support/as-workbooks.ts';
import { messages } from '../support/english.ts';
import { cards, transactions } from '../browser/fixtures/small-export.ts';
import type { Visitor } from '../support/visitor.ts';
import { isOpen } from './views.ts';

const { pageText } = messages;

/** The committed files of a sample. */
export const sampleFiles = (id: string): string[] =>
  ['cards', 'transactions', 'stores'].map((kind) =>
    fileURLToPath(new URL(`../../sample-data/${id}/${kind}.parquet`, import.meta.url)),
  );

/** Opens files in the place of those that are open. */
export async function openInstead(visitor: Visitor, files: string[], name: string): Promise<void> {
  await visitor.setFiles('input[type=file]', files);
  await visitor.click({ role: 'button', name: pageText.adding.replace });
  await isOpen(visitor, name);
}

/** CSV files as the sheets of a workbook beside them. */
export async function asBook(csv: string[]): Promise<string> {
  const book = join(dirname(csv[0]!), 'export.xlsx');
  const files = await Promise.all(csv.map(async (path) => new File([await readFile(path)], basename(path))));
  await writeFile(book, new Uint8Array(await (await asOneWorkbook(files)).arrayBuffer()));
  return book;
}

/** The small export as CSV, with a later transaction, after which the other card is at risk. */
export async function csvFiles(): Promise<string[]> {
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
