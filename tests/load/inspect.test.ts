import { Float64, Int32, Utf8 } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { leftOutAs } from '../../src/contract/left-out.ts';
import type { Engine } from '../../src/contract/engine.ts';
import type { FileInspection, FilePlan, FilePlans, Inspection } from '../../src/contract/matching.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import { EngineError } from '../../src/contract/errors.ts';
import type { Decoder } from '../../workers/decode/decoder.ts';
import { inspectFiles } from '../../workers/load/inspect.ts';
import { openInputs } from '../../workers/load/open.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { cardsFile, failureOf, transactionsFile, type CardRow, type TransactionRow } from '../support/exports.ts';
import { textFile } from '../support/text-files.ts';

const engine: Engine = createNodeEngine();
const load = (files: File[], plans: FilePlans = new Map()): Promise<ExportSummary> =>
  engine.load(files, () => undefined, plans);

const card: CardRow = { id: 1, createdAt: '2026-01-01T00:00:00Z' };
const visit: TransactionRow = { card: 1, at: '2026-01-15T00:00:00Z', store: 1 };
const cards = (): File => cardsFile([card]);
const transactions = (): File => transactionsFile([visit]);

const bookings = (name: string, ...rows: string[]): File =>
  textFile(['Kunde;Datum;Art;Punkte;Filiale;Umsatz', ...rows].join('\n'), name);
const german = (): File =>
  bookings(
    'buchungen.csv',
    '1;15.01.2026;Gutschrift;12;1;12,50',
    '1;16.01.2026;Einlösung;-5;1;0,00',
    '1;17.01.2026;Sonderaktion;3;1;1.234,05',
  );

const named = ({ files }: Inspection, name: string): FileInspection => files.find((file) => file.name === name)!;

describe('an inspection', () => {
  it('proposes how to read a file, by names and values, once for every kind', async () => {
    const [file] = (await engine.inspect([german()])).files;
    expect(file).toMatchObject({ format: 'csv', rows: null, certain: false });
    expect(file!.preview[0]).toEqual(['1', '15.01.2026', 'Gutschrift', '12', '1', '12,50']);
    expect(file!.columns.map(({ name, words, fractional }) => [name, words, fractional])).toEqual([
      ['Kunde', { 1: null }, false],
      ['Datum', { '15.01.2026': null, '16.01.2026': null, '17.01.2026': null }, false],
      ['Art', { Gutschrift: 'points_earned', Einlösung: 'points_redeemed', Sonderaktion: null }, false],
      ['Punkte', { 12: null, '-5': null, 3: null }, false],
      ['Filiale', { 1: null }, false],
      ['Umsatz', { '12,50': null, '0,00': null, '1.234,05': null }, true],
    ]);
    expect(file!.proposals[0]).toEqual({
      kind: 'transactions',
      columns: {
        card_id: 'Kunde',
        transaction_at: 'Datum',
        transaction_type: 'Art',
        points_delta: 'Punkte',
        store_id: 'Filiale',
        purchase_amount_cents: 'Umsatz',
      },
      dialect: { dates: 'day-first', decimal: ',' },
      types: { Gutschrift: 'points_earned', Einlösung: 'points_redeemed' },
      amounts: 'units',
      ambiguousDates: null,
      ambiguousNumbers: null,
    });
    expect(file!.proposals.map(({ kind }) => kind).toSorted()).toEqual(['cards', 'orders', 'stores', 'transactions']);
  });

  it('is certain of the contract’s own names, and changes no word of such a file', async () => {
    const [file] = (await engine.inspect([transactionsFile([visit, { ...visit, type: 'EARNED' }])])).files;
    expect(file).toMatchObject({ certain: true, format: 'parquet', rows: 2 });
    expect(file!.proposals[0]!.types).toBeUndefined();
    expect(file!.columns.find(({ name }) => name === 'transaction_type')?.words).toEqual({ EARNED: 'points_earned' });
  });

  it('asks for the order of dates that can be read two ways', async () => {
    const file = bookings('b.csv', '1;03/04/2026;Gutschrift;12;1;12,50', '1;05/06/2026;Gutschrift;12;1;12,50');
    expect((await engine.inspect([file])).files[0]!.proposals[0]!.ambiguousDates).toBe('Datum');
  });

  it('asks nothing of a file that a later row than the first thousand settles, and proposes what that says', async () => {
    const rows = Array.from({ length: 1500 }, () => '1,1,points_earned,"1.000",01/02/2026');
    const header = 'card_id,store_id,transaction_type,points_delta,transaction_at';
    const file = textFile([header, ...rows, '1,1,points_earned,"1.250",25/02/2026'].join('\n'), 't.csv');
    const [found] = (await engine.inspect([file])).files;
    expect(found).toMatchObject({ certain: true });
    expect(found!.proposals[0]).toMatchObject({
      dialect: { dates: 'day-first', decimal: ',' },
      ambiguousDates: null,
      ambiguousNumbers: null,
    });
  });

  it('says what is wrong with a file, and looks at the others all the same', async () => {
    const damaged = new File([(await transactions().arrayBuffer()).slice(0, 400)], 'damaged.parquet');
    const found = await engine.inspect([
      damaged,
      cards(),
      new File([], 'empty.csv'),
      textFile('PK\x03\x04 no archive', 'export.zip'),
      german(),
    ]);
    expect(found.files.map(({ name }) => name)).toEqual(['cards.parquet', 'buchungen.csv']);
    expect(found.unreadable.map(({ name, failure }) => [name, failure.code])).toEqual([
      ['export.zip', 'file-damaged'],
      ['damaged.parquet', 'file-damaged'],
      ['empty.csv', 'file-empty'],
    ]);
    expect(found.unreadable[1]!.bytes).toBe(400);
    // The engine is as it was.
    expect((await load([cards(), transactions()])).merchants).toMatchObject([{ cards: 1, transactions: 1 }]);
  });

  it('goes on with another decoder where a file took the first with it, and is over when it is cancelled', async () => {
    const decoder = (open: Decoder['open']): Decoder =>
      ({
        unpack: async (file: Blob, name: string) => ({ files: [{ file, name }], leftOut: [] }),
        open,
        preview: async () => [],
        close: async () => undefined,
      }) as unknown as Decoder;
    const never = new Promise<never>(() => undefined);
    const dead = { decoder: decoder(() => never), died: Promise.reject<never>(new Error('unreachable')) };
    dead.died.catch(() => undefined);
    const alive = decoder(async () => ({
      id: 1,
      format: 'csv',
      rows: null,
      columns: [],
      delimiter: ',',
      hasRowProblems: true,
      hasHeader: true,
      layout: null,
    }));
    const files = [textFile('x', 'trap.csv'), textFile('y', 'next.csv')];
    const found = await inspectFiles(files, new Map(), { ...dead, cancelled: never }, () => ({
      decoder: alive,
      died: never,
    }));
    expect(found.unreadable.map(({ name, failure }) => [name, failure.code])).toEqual([['trap.csv', 'file-damaged']]);
    expect(found.files.map(({ name }) => name)).toEqual(['next.csv']);

    const cancelled = Promise.reject<never>(new EngineError('load-cancelled', {}));
    cancelled.catch(() => undefined);
    const waiting = { decoder: decoder(() => never), died: never, cancelled };
    const failure = await failureOf(inspectFiles(files, new Map(), waiting, () => ({ decoder: alive, died: never })));
    expect(failure.code).toBe('load-cancelled');
  });

  it('does not look at what is plainly no part of an export, and says so', async () => {
    const beside = ['README.txt', '.DS_Store', 'Thumbs.db', 'photo.JPG', 'manual.pdf', '~$cards.xlsx', '_SUCCESS'];
    const found = await engine.inspect([...beside.map((name) => textFile('x', name)), cards()]);
    expect(found).toMatchObject({ unreadable: [], leftOut: leftOutAs('no-part', beside) });
    expect(found.files).toHaveLength(1);
  });
});

describe('files that are left out of a load', () => {
  it('are those that are plainly no part of an export, and the summary says which', async () => {
    const summary = await load([textFile('hello', 'README.txt'), cards(), textFile('x', '.DS_Store'), transactions()]);
    expect(summary).toMatchObject({
      leftOut: leftOutAs('no-part', ['README.txt', '.DS_Store']),
      merchants: [{ transactions: 1 }],
    });
    expect((await load([cards(), transactions()])).leftOut).toEqual([]);
  });

  it('are not read at all where their plan says so', async () => {
    const asked: string[] = [];
    const decoder = {
      unpack: async (file: Blob, name: string) => {
        asked.push(name);
        const files = name === 'all.zip' ? [part('all.zip/old.csv'), part('all.zip/new.csv')] : [{ file, name }];
        return { files, leftOut: [] };
      },
      open: async (_file: Blob, name: string) => {
        asked.push(name);
        return { id: 1, format: 'csv', rows: null, columns: [], delimiter: ',' };
      },
    } as unknown as Decoder;
    const part = (name: string): { file: Blob; name: string } => ({ file: new Blob(), name });
    const never = new Promise<never>(() => undefined);
    const files = [textFile('x', 'old.csv'), textFile('x', 'all.zip')];
    const plans = new Map([
      ['old.csv', null],
      ['all.zip/old.csv', null],
    ]);
    const { opened, leftOut } = await openInputs(files, { decoder, died: never, cancelled: never }, plans);
    expect(asked).toEqual(['all.zip', 'all.zip/new.csv']);
    expect(opened.map(({ name }) => name)).toEqual(['all.zip/new.csv']);
    expect(leftOut).toEqual(leftOutAs('by-choice', ['old.csv', 'all.zip/old.csv']));
    expect((await load([cards(), new File([], 'old.csv'), transactions()], plans)).leftOut).toEqual(
      leftOutAs('by-choice', ['old.csv']),
    );
  });

  it('are none that may be part of the export: a damaged one stops the load', async () => {
    for (const name of ['stores.parquet', 'stores.csv', 'Mappe1.xlsx', 'Kundenliste.pdf', 'data']) {
      const failure = await failureOf(load([cards(), transactions(), new File([], name)]));
      expect([failure.code, failure.details]).toEqual(['file-empty', { file: name }]);
    }
  });

  it('are named when what is left is no export', async () => {
    const failure = await failureOf(load([cards(), textFile('%PDF', 'manual.pdf')]));
    expect(failure.details).toEqual({
      kind: 'transactions',
      files: ['cards.parquet'],
      leftOut: leftOutAs('no-part', ['manual.pdf']),
    });
  });

  it('are opened where there is nothing else, to say why they cannot be', async () => {
    const failure = await failureOf(load([textFile('%PDF-1.7', 'cards.pdf')]));
    expect([failure.code, failure.details]).toEqual(['format-unknown', { file: 'cards.pdf', looksLike: 'pdf' }]);
  });
});

describe('a plan', () => {
  const planOf = async (file: File, change: Partial<FilePlan> = {}): Promise<FilePlans> =>
    new Map([[file.name, { ...named(await engine.inspect([file]), file.name).proposals[0]!, ...change }]]);

  it('says what the words for types stand for, and leaves the others as they are', async () => {
    const file = german();
    const summary = await load([cards(), file], await planOf(file));
    const report = summary.files.find(({ kind }) => kind === 'transactions')!;
    expect(report).toMatchObject({ rowsRead: 3, rowsUsed: 3 });
    expect(report.notes.find(({ kind }) => kind === 'unknown-type')).toMatchObject({
      rows: 1,
      examples: ['Sonderaktion'],
    });
    expect((await engine.revenueAttribution({})).monthly).toMatchObject([
      { transactions_count: 1, total_points_earned: 12, estimated_revenue_cents: 1250 },
    ]);
  });

  it('without words leaves every word as it is', async () => {
    const file = german();
    await load([cards(), file], await planOf(file, { types: undefined }));
    expect((await engine.revenueAttribution({})).monthly).toEqual([]);
  });

  it('takes words as they are, quotes and all, and each file’s for itself', async () => {
    const words = ["it's; DROP TABLE", '1'];
    const one = bookings('one.csv', `1;15.01.2026;"${words[0]}";12;1;1,00`);
    const two = bookings('two.csv', '1;16.01.2026;1;5;1;1,00', `1;16.01.2026;"${words[0]}";7;1;1,00`);
    const plans = [
      ...(await planOf(one, { types: { [words[0]!]: 'points_earned' } })),
      ...(await planOf(two, { types: { 1: 'points_earned' } })),
    ];
    await load([cards(), one, two], new Map(plans));
    expect((await engine.revenueAttribution({})).monthly).toMatchObject([
      { transactions_count: 2, total_points_earned: 17 },
    ]);
  });

  it.each([
    [',', ['12,50', '0,29', '-1.234,5', '7', '12,5000', '12,345', '1,250', 'x']],
    ['.', ['12.50', '0.29', '-1,234.5', '7', '12.5000', '12.345', '1.250', 'x']],
  ] as const)('reads amounts in units, decimal %o, to the cent', async (decimal, amounts) => {
    const file = bookings('t.csv', ...amounts.map((amount) => `1;2026-01-15;points_earned;1;1;"${amount}"`));
    const plans = await planOf(file, { dialect: { dates: 'iso', decimal }, amounts: 'units' });
    const summary = await load([cards(), file], plans);
    const report = summary.files.find(({ kind }) => kind === 'transactions')!;
    expect(report).toMatchObject({ rowsUsed: 8, setAside: [] });
    expect(report.notes).toContainEqual({
      kind: 'unread-value',
      column: 'purchase_amount_cents',
      rows: 3,
      examples: amounts.slice(5),
    });
    expect((await engine.revenueAttribution({})).monthly[0]!.estimated_revenue_cents).toBe(
      1250 + 29 - 123450 + 700 + 1250,
    );
  });

  it('reads amounts of floats and of whole numbers in units without rounding', async () => {
    const amounts = [0.29, 1.15, 4.35, 1.005, 1e6];
    const rows = amounts.map(() => visit);
    const plans = (file: File): Promise<FilePlans> => planOf(file, { amounts: 'units' });
    const floats = transactionsFile(rows, { purchase_amount_cents: [amounts, new Float64()] });
    const { files } = await load([cards(), floats], await plans(floats));
    expect(files.find(({ kind }) => kind === 'transactions')).toMatchObject({ rowsUsed: 5, setAside: [] });
    expect((await engine.revenueAttribution({})).monthly[0]!.estimated_revenue_cents).toBe(29 + 115 + 435 + 1e8);
    const whole = transactionsFile([visit], { purchase_amount_cents: [[12], new Int32()] });
    await load([cards(), whole], await plans(whole));
    expect((await engine.revenueAttribution({})).monthly[0]!.estimated_revenue_cents).toBe(1200);
  });

  it('for a column of text with the contract’s own types changes nothing', async () => {
    const file = transactionsFile([visit], { transaction_type: [['points_earned'], new Utf8()] });
    await load([cards(), file], await planOf(file, { types: { points_earned: 'points_voided' } }));
    expect((await engine.revenueAttribution({})).monthly).toMatchObject([{ transactions_count: 1 }]);
  });
});
