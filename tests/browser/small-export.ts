import { cardsFile, transactionsFile, type CardRow, type TransactionRow } from '../support/exports.ts';

export const cards: CardRow[] = [
  { id: 1, createdAt: '2026-01-01T10:00:00Z', lastActivityAt: '2026-02-01T10:00:00Z', points: 40 },
  { id: 2, createdAt: '2026-01-02T10:00:00Z', lastActivityAt: '2026-01-20T23:00:00Z', points: 5 },
];

export const transactions: TransactionRow[] = [
  { card: 1, at: '2026-01-01T10:00:00Z', points: 20, store: 1 },
  { card: 1, at: '2026-02-01T10:00:00Z', points: 20, store: 2 },
  { card: 2, at: '2026-01-20T23:00:00Z', points: 5 },
];

/** The least export there is, for a file of it to be spoilt. */
export const smallExport = (): [cards: File, transactions: File] => [cardsFile(cards), transactionsFile(transactions)];

/** The file with other bytes. */
export async function rebuilt(file: File, change: (bytes: Buffer<ArrayBuffer>) => Buffer<ArrayBuffer>): Promise<File> {
  return new File([change(Buffer.from(await file.arrayBuffer()))], file.name);
}
