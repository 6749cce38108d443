import { gunzipSync, gzipSync } from 'node:zlib';
import { loyaltyExport, type Card, type Transaction } from './loyalty-export.ts';

/** The two files of an export that are damaged. */
export type Kind = 'cards' | 'transactions';

/** How a program writes the text files of an export. */
export interface Dialect {
  name: string;
  delimiter: ',' | ';' | '\t';
  newline: '\n' | '\r\n';
  encoding: 'utf-8' | 'windows-1252';
  hasMark: boolean;
  isGzip: boolean;
  /** Every value is quoted, not only those that have to be. */
  quotesAll: boolean;
  /** `4.3.2026 10:00:00`, `1.234,50` in units of the currency, `ja` and `nein`. */
  isGerman: boolean;
  hasMerchant: boolean;
}

const plain: Omit<Dialect, 'name'> = {
  delimiter: ',',
  newline: '\n',
  encoding: 'utf-8',
  hasMark: false,
  isGzip: false,
  quotesAll: false,
  isGerman: false,
  hasMerchant: false,
};

const dialects: readonly Dialect[] = [
  { ...plain, name: 'comma, UTF-8 with a mark', hasMark: true },
  { ...plain, name: 'comma, CRLF, gzip', newline: '\r\n', isGzip: true },
  {
    ...plain,
    name: 'semicolon, CRLF, Windows-1252, German',
    delimiter: ';',
    newline: '\r\n',
    encoding: 'windows-1252',
    isGerman: true,
  },
  { ...plain, name: 'tab, all quoted, merchants', delimiter: '\t', quotesAll: true, hasMerchant: true },
];

/** A sound text file. */
export interface CsvFile {
  name: string;
  kind: Kind;
  dialect: Dialect;
  /** The names of its columns, and the export's for them, in their order. */
  header: string[];
  columns: string[];
  /** Its records as the file has them, with the break that ends each; the header is the first. */
  lines: string[];
  /** The values of its rows. */
  cells: string[][];
  bytes: Uint8Array;
}

/** A sound file, to be damaged. */
export interface CsvBase extends CsvFile {
  /** The other file of its export. */
  other: CsvFile;
}

/** Every file that is damaged: an export of some hundred rows in several ways of writing. */
export function csvBases(): CsvBase[] {
  return dialects.flatMap((dialect, index) => {
    const { cards, transactions } = loyaltyExport(index + 1, { cards: 60, transactions: 240 });
    const ofCards = cards.map((card) => cardCells(card, dialect));
    const ofTransactions = transactions.map((row) => transactionCells(row, dialect));
    const both = [csvFile('cards', dialect, ofCards), csvFile('transactions', dialect, ofTransactions)] as const;
    return [
      { ...both[0], other: both[1] },
      { ...both[1], other: both[0] },
    ];
  });
}

/** The file of a base, or a damaged copy of it. */
export function fileOf({ kind, dialect: { isGzip, delimiter }, bytes: sound }: CsvFile, bytes = sound): File {
  const ending = delimiter === '\t' ? 'tsv' : 'csv';
  return new File([bytes as BlobPart], `${kind}.${ending}${isGzip ? '.gz' : ''}`);
}

/** A text as its program writes it to disk. */
export function bytesOf(text: string, { encoding, hasMark, isGzip }: Dialect): Uint8Array {
  // The export has no character that Windows-1252 and Latin-1 tell apart.
  const bytes = encoding === 'utf-8' ? Buffer.from(`${hasMark ? '\ufeff' : ''}${text}`) : Buffer.from(text, 'latin1');
  return new Uint8Array(isGzip ? gzipSync(bytes) : bytes);
}

/** What bytes say to who knows how they were written; null where they cannot be unpacked. */
export function textOf(bytes: Uint8Array, { encoding, isGzip }: Dialect): string | null {
  if (!isGzip) return new TextDecoder(encoding).decode(bytes);
  try {
    return new TextDecoder(encoding).decode(gunzipSync(bytes));
  } catch {
    return null;
  }
}

type Cells = [exportName: string, ownName: string, value: string][];

function csvFile(kind: Kind, dialect: Dialect, rows: readonly Cells[]): CsvFile {
  const columns = rows[0]!.map(([name]) => name);
  const header = rows[0]!.map(([, own]) => own);
  const cells = rows.map((row) => row.map(([, , value]) => value));
  const lines = [header, ...cells].map((row) => lineOf(row, dialect));
  const bytes = bytesOf(lines.join(''), dialect);
  return { name: `${kind}, ${dialect.name}`, kind, dialect, header, columns, lines, cells, bytes };
}

/** A record as a line, or several where a value has more. */
export function lineOf(row: readonly string[], { delimiter, newline, quotesAll }: Dialect): string {
  const quoted = row.map((value) =>
    quotesAll || /["\n\r]/.test(value) || value.includes(delimiter) ? `"${value.replaceAll('"', '""')}"` : value,
  );
  return quoted.join(delimiter) + newline;
}

function cardCells(card: Card, dialect: Dialect): Cells {
  return [
    ['id', 'id', String(card.id)],
    ...merchant(dialect),
    ['card_number', 'card_number', card.number],
    ['customer_name', 'customer_name', card.name],
    ['created_at', 'created_at', instant(card.createdAt, dialect)],
    ['last_activity_at', 'last_activity_at', instant(card.lastActivityAt, dialect)],
    ['is_active', 'is_active', dialect.isGerman ? (card.isActive ? 'ja' : 'nein') : String(card.isActive)],
    ['points_balance', 'points_balance', String(card.points)],
  ];
}

function transactionCells(row: Transaction, dialect: Dialect): Cells {
  const { isGerman } = dialect;
  const amount = isGerman ? ['purchase_amount_cents', 'Betrag'] : ['purchase_amount_cents', 'purchase_amount_cents'];
  return [
    ['id', 'id', String(row.id)],
    ...merchant(dialect),
    ['card_id', 'card_id', String(row.card)],
    ['store_id', 'store_id', row.store === null ? '' : String(row.store)],
    ['transaction_type', 'transaction_type', row.type],
    ['points_delta', 'points_delta', isGerman && row.points % 3 === 0 ? `${row.points},5` : String(row.points)],
    ['transaction_at', 'transaction_at', instant(row.at, dialect)],
    [amount[0]!, amount[1]!, row.cents === null ? '' : isGerman ? germanAmount(row.cents) : String(row.cents)],
    ['remark', 'remark', row.remark],
  ];
}

function merchant({ hasMerchant }: Dialect): Cells {
  return hasMerchant ? [['merchant_id', 'merchant_id', '7']] : [];
}

function instant(at: Date, { isGerman, delimiter }: Dialect): string {
  const iso = at.toISOString();
  if (isGerman) return `${iso.slice(8, 10)}.${iso.slice(5, 7)}.${iso.slice(0, 4)} ${iso.slice(11, 19)}`;
  return delimiter === '\t' ? iso.slice(0, 19).replace('T', ' ') : `${iso.slice(0, 19)}Z`;
}

function germanAmount(cents: number): string {
  const units = Math.floor(cents / 100)
    .toString()
    .replace(/\B(?=(\d{3})+$)/g, '.');
  return `${units},${String(cents % 100).padStart(2, '0')}`;
}
