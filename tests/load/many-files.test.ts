import { describe, expect, it } from 'vitest';
import { leftOutAs } from '../../src/contract/left-out.ts';
import type { ProgressUpdate } from '../../src/contract/progress.ts';
import { createEngine } from '../../workers/engine/engine.ts';
import { FileDecoder } from '../../workers/decode/file-decoder.ts';
import { mostColumns, mostFiles, type Decoder } from '../../workers/decode/decoder.ts';
import { openInputs } from '../../workers/load/open.ts';
import { openNodeDatabase } from '../../workers/node/database.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { readyHost } from '../support/decoders.ts';
import { cardsFile, engineWith, failureOf, goldenFiles, transactionsFile } from '../support/exports.ts';
import { textFile } from '../support/text-files.ts';
import { zipFile } from '../browser/fixtures/zip.ts';

const header = 'id,card_id,store_id,transaction_type,points_delta,transaction_at\n';
const cards = cardsFile(Array.from({ length: 40 }, (_, id) => ({ id: id + 1, createdAt: '2026-01-01T00:00:00Z' })));

describe('an export in many parts', () => {
  it('is taken like one: each row counted in its file, those set aside with their place in it', async () => {
    const files = Array.from({ length: 60 }, (_, part) => {
      const good = (row: number): string => `${part * 10 + row},${((row + 10) % 10) + 1},1,points_earned,5,2026-02-03`;
      // Every seventh part has a bad date in its third row, every tenth repeats the last id of the part before.
      const rows = Array.from({ length: 8 }, (_, row) => good(row));
      if (part % 7 === 0) rows[2] = rows[2]!.replace('2026-02-03', 'soon');
      if (part > 0 && part % 10 === 0) rows.push(good(-3));
      return textFile(header + rows.join('\n'), `part-${part}.csv`);
    });
    const { engine, summary } = await engineWith([cards, ...files]);
    const reports = summary.files.filter(({ kind }) => kind === 'transactions');
    expect(reports.map(({ fileName }) => fileName)).toEqual(files.map(({ name }) => name));
    for (const [part, { rowsRead, rowsUsed, setAside }] of reports.entries()) {
      const expected = [];
      if (part % 7 === 0)
        expected.push({
          column: 'transaction_at',
          reason: 'not-a-date',
          rows: 1,
          examples: [{ row: 3, value: 'soon' }],
        });
      if (part > 0 && part % 10 === 0)
        expected.push({
          column: 'id',
          reason: 'duplicate-id',
          rows: 1,
          examples: [{ row: 9, value: String(part * 10 - 3) }],
        });
      const read = part > 0 && part % 10 === 0 ? 9 : 8;
      expect({ rowsRead, rowsUsed, setAside }, `part ${part}`).toEqual({
        rowsRead: read,
        rowsUsed: read - expected.length,
        setAside: expected,
      });
    }
    const { monthly } = await engine.revenueAttribution({ merchantId: 1 });
    expect(monthly.at(-1)!.transactions_count).toBe(60 * 8 - 9);
  });

  it('keeps the order of its files: of two transactions at one instant the first is that of the first file', async () => {
    const parts = ['1', '2', '3'].map((store) => {
      const rows = Array.from({ length: 40 }, (_, card) => `${card + 1},${store},points_earned,5,2026-02-03`);
      return textFile(header.replace('id,', '') + rows.join('\n'), `store-${store}.csv`);
    });
    for (const [first, ...rest] of [parts, parts.toReversed()]) {
      const { engine } = await engineWith([cards, first!, ...rest]);
      const storeId = Number(first!.name.slice(6, 7));
      const cohorts = async (store: number): Promise<number> =>
        (await engine.cohortRetention({ storeId: store })).cohorts.reduce((sum, { enrolled }) => sum + enrolled, 0);
      expect([await cohorts(storeId), await cohorts(2)]).toEqual([40, 0]);
    }
  });

  it('holds Parquet and text beside each other', async () => {
    const visits = (day: string): Parameters<typeof transactionsFile>[0] =>
      Array.from({ length: 9 }, (_, card) => ({ card: card + 1, at: `${day}T00:00:00Z` }));
    const { summary } = await engineWith([
      cards,
      transactionsFile(visits('2026-02-01'), {}, 'a.parquet'),
      textFile(`${header.replace('id,', '')}1,1,points_earned,5,2026-02-04\n`, 'b.csv'),
      textFile(`${header.replace('id,', '')}2,1,points_earned,5,2026-02-04\n`, 'c.csv'),
      transactionsFile(visits('2026-02-02'), {}, 'd.parquet'),
      transactionsFile(visits('2026-02-03'), { store_id: undefined }, 'e.parquet'),
    ]);
    expect(summary.merchants).toMatchObject([{ cards: 40, transactions: 29, storeCount: 1 }]);
  });

  it('reports its progress without repeating it', async () => {
    const files = Array.from({ length: 300 }, (_, part) =>
      textFile(`${header}${part},1,1,points_earned,5,2026-02-03\n`, `part-${part}.csv`),
    );
    const updates: ProgressUpdate[] = [];
    await createNodeEngine().load([cards, ...files], (update) => updates.push(structuredClone(update)));
    const reported = updates.reduce((sum, { files: list, changed }) => sum + (list?.length ?? 0) + changed.length, 0);
    // The list when it is given and when it is opened; each file when it is recognised and when it is read.
    expect(reported).toBeLessThanOrEqual(4 * 301);
  });
});

describe('what is no export but very large', () => {
  it('a table with a hundred thousand columns is refused before any row of it is looked at', async () => {
    const wide = textFile(Array.from({ length: 100_000 }, (_, place) => `c${place}`).join() + '\n', 'wide.csv');
    const { code, details } = await failureOf(createNodeEngine().load([cards, wide], () => undefined));
    expect({ code, details }).toMatchObject({
      code: 'too-many-columns',
      details: { file: 'wide.csv', limit: mostColumns },
    });
    expect((details as { count: number }).count).toBeGreaterThan(mostColumns);
  });

  it('an archive with more files than any export has is refused, unless they are plainly none of it', async () => {
    const archive = (ending: string): Promise<File> =>
      zipFile('backup.zip', {
        'cards.csv': textFile('id\n1\n'),
        ...Object.fromEntries(Array.from({ length: mostFiles }, (_, file) => [`${file}.${ending}`, new Uint8Array()])),
      });
    const decoder = new FileDecoder();
    const { code, details } = await failureOf(decoder.unpack(await archive('csv'), 'backup.zip'));
    expect({ code, details }).toEqual({
      code: 'too-many-files',
      details: { archive: 'backup.zip', count: mostFiles + 1, limit: mostFiles },
    });
    const { files, leftOut } = await decoder.unpack(await archive('jpg'), 'backup.zip');
    expect([files.map(({ name }) => name), leftOut.length]).toEqual([['backup.zip/cards.csv'], mostFiles]);
  });

  it('names of a hundred and fifty thousand files beside an export are no burden', async () => {
    const names = Array.from({ length: 150_000 }, (_, file) => `backup.zip/${file}.jpg`);
    const leftOut = leftOutAs('no-part', names);
    const unpack: Decoder['unpack'] = () => Promise.resolve({ files: [], leftOut });
    const never = new Promise<never>(() => undefined);
    const inUse = { decoder: { unpack } as Decoder, died: never, cancelled: never };
    expect((await openInputs([textFile('x', 'backup.zip')], inUse)).leftOut).toEqual(leftOut);
  });
});

const inMemory = async (file: File): Promise<File> => new File([await file.arrayBuffer()], file.name);

describe('memory that runs out', () => {
  it.each([
    ['rows are being read', '32MB', 'reading'],
    ['they are sorted', '56MB', 'finishing'],
  ])('while %s is said to have run out, and what was open stays', async (_, limit, expected) => {
    const engine = createEngine({ ...(await readyHost()), openDatabase: () => openNodeDatabase(limit) });
    await engine.load(await Promise.all((await goldenFiles('seed-a')).map(inMemory)), () => undefined);
    const before = await engine.overview({ merchantId: 1 });
    const rows = Array.from({ length: 400_000 }, (_, row) => `${(row * 7919) % 39},1,points_earned,5,2026-02-03`);
    const large = textFile(header.replace('id,', '') + rows.join('\n'), 'large.csv');
    let stage = '';
    const failure = await failureOf(engine.load([cards, large], (update) => (stage = update.stage)));
    expect([failure.code, stage]).toEqual(['out-of-memory', expected]);
    expect(await engine.overview({ merchantId: 1 })).toEqual(before);
  });
});
