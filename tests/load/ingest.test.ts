import {
  Bool,
  DateDay,
  Decimal,
  Dictionary,
  FixedSizeBinary,
  Float64,
  Int32,
  Int64,
  Int8,
  TimestampMicrosecond,
  TimestampMillisecond,
  TimestampNanosecond,
  Uint64,
  Utf8,
  vectorFromArray,
} from 'apache-arrow';
import { beforeAll, describe, expect, it } from 'vitest';
import type { FileReport } from '../../src/contract/report.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import {
  cardsFile,
  engineWith,
  failureOf,
  goldenFiles,
  transactionsFile,
  type CardRow,
  type TransactionRow,
} from '../support/exports.ts';
import { instants, parquetFile, type Columns } from '../support/parquet.ts';

const cards: CardRow[] = [
  { id: 1, createdAt: '2026-01-01T10:00:00.123456Z', lastActivityAt: '2026-02-01T10:00:00Z', points: 40 },
  { id: 2, createdAt: '2026-01-02T10:00:00Z', lastActivityAt: '2026-01-20T23:00:00Z', points: 5, isActive: false },
];
const transactions: TransactionRow[] = [
  { card: 1, at: '2026-01-01T10:00:00.123456Z', points: 20, store: 1, cents: 1999 },
  { card: 1, at: '2026-02-01T10:00:00Z', points: 20, store: 2 },
  { card: 2, at: '2026-01-20T23:00:00Z', points: 5 },
];

const report = (summary: ExportSummary, kind: string): FileReport => summary.files.find((file) => file.kind === kind)!;

async function answers(files: File[]): Promise<unknown[]> {
  const { engine } = await engineWith(files);
  const scope = { asOf: '2026-12-31T00:00:00Z' };
  return [
    await engine.cohortRetention({ ...scope, monthsBack: 12 }),
    await engine.atRiskCards(scope),
    await engine.revenueAttribution({ ...scope, monthsBack: 12 }),
  ];
}

describe('forms of the columns', () => {
  let usual: unknown[];
  beforeAll(async () => {
    usual = await answers([cardsFile(cards), transactionsFile(transactions)]);
  });

  const at = (rows: readonly { at: string }[]): string[] => rows.map((row) => row.at);
  const forms: Record<
    string,
    [cards: Record<string, Columns[string] | undefined>, transactions: Record<string, Columns[string] | undefined>]
  > = {
    'small integers': [
      { id: [[1, 2], new Int8()] },
      { card_id: [[1, 1, 2], new Int32()], points_delta: [[20, 20, 5], new Int8()] },
    ],
    'unsigned 64-bit ids': [{ id: [[1n, 2n], new Uint64()] }, {}],
    'decimal ids and points': [
      { id: decimals([1, 2]), points_balance: decimals([40, 5]) },
      { card_id: decimals([1, 1, 2]), points_delta: decimals([20, 20, 5]) },
    ],
    'integers in floating-point columns': [
      { points_balance: [[40, 5], new Float64()] },
      { store_id: [[1, 2, NaN], new Float64()] },
    ],
    'numbers and booleans as text': [
      {
        id: [['1', ' 2'], new Utf8()],
        is_active: [['true', 'FALSE'], new Utf8()],
        points_balance: [['+40', '5.0'], new Utf8()],
      },
      { card_id: [['1', '1', '2'], new Utf8()], store_id: [['1', '2', ''], new Utf8()] },
    ],
    'booleans as 0 and 1': [{ is_active: [[1, 0], new Int8()] }, {}],
    'dictionary text': [{}, { transaction_type: dictionary(['points_earned', 'points_earned', 'points_earned']) }],
    'timestamps without UTC, in nanoseconds': [
      {},
      { transaction_at: instants(at(transactions), new TimestampMicrosecond()) },
    ],
    'ISO text with and without an offset': [
      { created_at: [['2026-01-01T11:00:00.123456+01:00', '2026-01-02 10:00:00'], new Utf8()] },
      {
        transaction_at: [
          ['2026-01-01T10:00:00.123456Z', '2026-02-01T05:00-0500', '2026-01-20T23:00:00+00'],
          new Utf8(),
        ],
      },
    ],
    'other cases, orders and more columns': [
      { note: [['x', 'y'], new Utf8()], id: undefined, ID: [[1n, 2n], new Int64()] },
      { transaction_at: undefined, Transaction_At: instants(at(transactions), new TimestampMicrosecond('UTC')) },
    ],
    'no merchant, no names': [{ merchant_id: undefined, customer_name: undefined }, { merchant_id: undefined }],
    'merchant with the cards only': [{}, { merchant_id: undefined }],
    'merchant with the transactions only': [{ merchant_id: undefined }, {}],
  };

  it.each(Object.keys(forms))('%s give the same answers', async (form) => {
    const [cardChange, transactionChange] = forms[form]!;
    expect(await answers([cardsFile(cards, cardChange), transactionsFile(transactions, transactionChange)])).toEqual(
      usual,
    );
  });

  it('reads dates, and milliseconds, as midnight and as they are', async () => {
    const days = [Date.UTC(2026, 0, 1), Date.UTC(2026, 0, 2)].map((ms) => new Date(ms));
    const { summary } = await engineWith([
      cardsFile(cards, {
        created_at: [days, new DateDay()],
        last_activity_at: [[null, null], new TimestampMillisecond()],
      }),
      transactionsFile(transactions),
    ]);
    expect(summary.earliest).toBe('2026-01-01T00:00:00.000000Z');
    expect(report(summary, 'cards').rowsUsed).toBe(2);
  });

  it('keeps UUIDs and other text as ids', async () => {
    const uuids = ['0f8fad5b-d9cb-469f-a165-70867728950e', '7c9e6679-7425-40de-944b-e07fc1f90ae7'];
    const bytes = uuids.map((uuid) => Uint8Array.from(Buffer.from(uuid.replaceAll('-', ''), 'hex')));
    const { engine } = await engineWith([
      cardsFile(cards, {
        id: [bytes, new FixedSizeBinary(16)],
        merchant_id: [['m-7', 'm-7'], new Utf8()],
        is_active: [[true, true], new Bool()],
      }),
      transactionsFile(transactions, {
        card_id: [[uuids[0], uuids[0], uuids[1]], new Utf8()],
        store_id: [['Gare', '12', null], new Utf8()],
        merchant_id: [['m-7', 'm-7', 'm-7'], new Utf8()],
      }),
    ]);
    const { cards: atRisk } = await engine.atRiskCards({ merchantId: 'm-7', asOf: '2026-12-31T00:00:00Z' });
    expect(atRisk.map(({ card_id }) => card_id)).toEqual([uuids[1], uuids[0]]);
    const { by_store } = await engine.revenueAttribution({ monthsBack: 60 });
    expect(by_store.map(({ store_id, store_name }) => [store_id, store_name])).toEqual([
      ['12', null],
      ['Gare', null],
    ]);
  });
});

describe('rows that cannot be used', () => {
  it('are counted by reason with examples, and the rest is used', async () => {
    const rows: CardRow[] = Array.from({ length: 7 }, (_, index) => ({
      id: index + 1,
      createdAt: '2026-01-01T00:00:00Z',
    }));
    const { summary } = await engineWith([
      cardsFile(rows, {
        id: [['1', '2', '2', null, '5', '6', '7'], new Utf8()],
        created_at: [
          ['2026-01-01', '2026-01-01', '2026-01-01', '2026-01-01', 'in January', '1816-03-29', '2026-01-01'],
          new Utf8(),
        ],
        is_active: [['yes', 'no', 'yes', 'yes', 'yes', 'yes', 'perhaps'], new Utf8()],
      }),
      transactionsFile([...transactions, ...transactions], {
        points_delta: [['1', '2.55555', '3', '4', '', 'six'], new Utf8()],
      }),
    ]);
    expect(report(summary, 'cards')).toMatchObject({ rowsRead: 7, rowsUsed: 5 });
    expect(report(summary, 'cards').setAside).toEqual([
      { column: 'id', reason: 'missing', rows: 1, examples: [{ row: 4, value: null }] },
      { column: 'id', reason: 'earlier-row', rows: 1, examples: [{ row: 2, value: '2' }] },
    ]);
    expect(report(summary, 'cards').notes).toMatchObject([
      { kind: 'derived-enrolment', rows: 2 },
      { kind: 'unread-value', column: 'created_at', rows: 2, examples: ['in January', '1816-03-29'] },
      { kind: 'unread-value', column: 'is_active', rows: 1, examples: ['perhaps'] },
      { kind: 'unused-card', rows: 3 },
    ]);
    expect(report(summary, 'transactions')).toMatchObject({ rowsRead: 6, rowsUsed: 6, setAside: [] });
    expect(report(summary, 'transactions').notes).toContainEqual({
      kind: 'unread-value',
      column: 'points_delta',
      rows: 2,
      examples: ['2.55555', 'six'],
    });
  });

  it('are rows of the file, not of the batch that they came in', async () => {
    const length = 250_000;
    const ids = Array.from({ length }, (_, index) => (index === 200_000 ? '' : '1'));
    const { summary } = await engineWith([
      cardsFile(cards),
      parquetFile('transactions.parquet', {
        card_id: [ids, new Utf8()],
        store_id: [new Array(length).fill(null), new Int32()],
        transaction_type: [new Array(length).fill('points_earned'), new Utf8()],
        points_delta: [new Array(length).fill(1), new Int32()],
        transaction_at: instants(new Array(length).fill('2026-02-01T00:00:00Z'), new TimestampNanosecond()),
      }),
    ]);
    expect(report(summary, 'transactions')).toMatchObject({ rowsRead: length, rowsUsed: length - 1 });
    expect(report(summary, 'transactions').setAside).toEqual([
      { column: 'card_id', reason: 'missing', rows: 1, examples: [{ row: 200_001, value: null }] },
    ]);
  });
});

describe('files that cannot be used', () => {
  const good = (): File[] => [cardsFile(cards), transactionsFile(transactions)];
  const text = (name: string, content: string): File => new File([content], name);

  it.each<[string, () => Promise<File[]> | File[], string, object]>([
    ['not Parquet', () => [text('cards.pdf', '%PDF-1.7 …'), good()[1]!], 'format-unknown', { file: 'cards.pdf' }],
    ['empty', () => [text('cards.parquet', ''), good()[1]!], 'file-empty', { file: 'cards.parquet' }],
    [
      'truncated',
      async () => [...good().slice(1), await cut(good()[0]!, 0.6)],
      'file-damaged',
      { file: 'cards.parquet' },
    ],
    [
      'damaged inside',
      async () => [good()[0]!, await damage(good()[1]!)],
      'file-damaged',
      { file: 'transactions.parquet' },
    ],
    ['without transactions', () => [good()[0]!], 'kind-absent', { kind: 'transactions', files: ['cards.parquet'] }],
    [
      'two files of cards that contradict each other',
      () => [
        ...good(),
        cardsFile(
          cards.map((card) => ({ ...card, points: 999 })),
          {},
          'cards-2.parquet',
        ),
      ],
      'kind-twice',
      { kind: 'cards', files: ['cards.parquet', 'cards-2.parquet'] },
    ],
    [
      'without a needed column',
      () => [good()[0]!, transactionsFile(transactions, { transaction_at: undefined })],
      'column-missing',
      { kind: 'transactions', missing: ['transaction_at'] },
    ],
    [
      'with a column of the wrong type',
      () => [good()[0]!, transactionsFile(transactions, { transaction_at: [[true, true, false], new Bool()] })],
      'column-type',
      { column: 'transaction_at', found: 'Bool', wanted: 'instant' },
    ],
    [
      'something else',
      () => [...good(), parquetFile('weather.parquet', { day: [['x'], new Utf8()] })],
      'kind-unknown',
      { file: 'weather.parquet', columns: ['day'] },
    ],
    [
      'without a usable row',
      () => [good()[0]!, transactionsFile(transactions, { transaction_at: [['1st', '2nd', '20th'], new Utf8()] })],
      'no-usable-rows',
      { column: 'transaction_at', reason: 'not-a-date', rows: 3, example: '1st' },
    ],
    [
      'several merchants, but cards that name none',
      () => [
        cardsFile(cards, { merchant_id: undefined }),
        transactionsFile(transactions.map((row, merchant) => ({ ...row, merchant }))),
      ],
      'column-missing',
      { kind: 'cards', missing: ['merchant_id'] },
    ],
  ])('%s: a clear error, and what was loaded is still there', async (_, bad, code, details) => {
    const { engine } = await engineWith(await goldenFiles('seed-a'));
    const before = await engine.revenueAttribution({ merchantId: 1 });
    const failure = await failureOf(engine.load(await bad(), () => undefined));
    expect(failure.code).toBe(code);
    expect(failure.details).toMatchObject(details);
    expect(await engine.revenueAttribution({ merchantId: 1 })).toEqual(before);
    // And the next good export loads.
    expect((await engine.load(good(), () => undefined)).merchants).toMatchObject([{ cards: 2, transactions: 3 }]);
  });
});

function decimals(values: readonly number[]): Columns[string] {
  const words = values.map((value) => Uint32Array.of(value, 0, 0, 0));
  return [words, new Decimal(0, 12)];
}

function dictionary(values: readonly string[]): Columns[string] {
  return vectorFromArray(values, new Dictionary(new Utf8(), new Int32()));
}

async function cut(file: File, share: number): Promise<File> {
  return new File([file.slice(0, Math.floor(file.size * share))], file.name);
}

/** Zeroes in the middle of the data, behind an intact footer. */
async function damage(file: File): Promise<File> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  bytes.fill(0xff, 4, 200);
  return new File([bytes], file.name);
}
