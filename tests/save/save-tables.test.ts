import { beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { Utf8 } from 'apache-arrow';
import { fileURLToPath } from 'node:url';
import { utcCalendar, type Calendar } from '../../src/contract/calendar.ts';
import { definitionNames } from '../../src/contract/definitions.ts';
import type { Engine } from '../../src/contract/engine.ts';
import type { EngineError, ErrorCode } from '../../src/contract/errors.ts';
import type { SaveProgress } from '../../src/contract/progress.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import { samples } from '../../sample-data/samples.ts';
import { createEngine } from '../../workers/engine/engine.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { openFile } from '../../workers/node/files.ts';
import { readyHost } from '../support/decoders.ts';
import { DefinitionAnswers, type DefinitionQuestion } from '../support/definition-answers.ts';
import { cardsFile, engineWith, failureOf, goldenFiles, transactionsFile } from '../support/exports.ts';
import { unpacked } from '../support/saved-tables.ts';

/** Questions with every answer, of every merchant: of a store, and of a date in the past. */
async function compareAll(engine: Engine, summary: ExportSummary, calendar: Calendar): Promise<void> {
  const saved = await unpacked(await engine.saveTables(() => undefined, calendar));
  onTestFinished(() => saved.close());
  for (const { id: merchantId } of summary.merchants) {
    const [store] = await engine.stores({ merchantId });
    const questions: DefinitionQuestion[] = [
      { calendar, merchantId, asOf: summary.latest!, storeId: store?.id, monthsBack: 13, multiplier: 1.5, limit: 7 },
      { calendar, merchantId, asOf: '2026-01-31T23:59:59.999999Z', monthsBack: 60, pointsPerCurrencyUnit: 10 },
    ];
    for (const question of questions) {
      const copied = new DefinitionAnswers(async (name) => saved.run(await engine.explain(name, question)));
      const asked = JSON.stringify(question);
      expect(await copied.cohortRetention(question), asked).toEqual(await engine.cohortRetention(question));
      expect(await copied.atRiskCards(question), asked).toEqual(await engine.atRiskCards(question));
      expect(await copied.inactivitySpread(question), asked).toEqual(await engine.inactivitySpread(question));
      expect(await copied.revenueAttribution(question), asked).toEqual(await engine.revenueAttribution(question));
      expect(await copied.overview(question), asked).toEqual(await engine.overview(question));
      expect(await copied.stores(question), asked).toEqual(await engine.stores(question));
    }
  }
}

const calendars: Calendar[] = [
  utcCalendar,
  { timeZone: 'Europe/Luxembourg', weekStart: 1, dayStart: 4 },
  { timeZone: 'America/St_Johns', weekStart: 7, dayStart: 0 },
];

describe('the SQL of an answer, as it is copied, over the saved tables', () => {
  it.each(samples.map((sample) => [sample.title, sample]))('gives the answers of the engine: %s', async (_, sample) => {
    const paths = sample.files.map((name) =>
      fileURLToPath(new URL(`../../sample-data/${sample.id}/${name}`, import.meta.url)),
    );
    const { engine, summary } = await engineWith(await Promise.all(paths.map(openFile)));
    await compareAll(engine, summary, calendars[sample.id.length % calendars.length]!);
  });

  it('gives them for ids of text too, whatever characters they have', async () => {
    const hostile = ["O'Brien", '\\', '--x', '$2::TIMESTAMP', '"; DROP TABLE cards; --', 'a\nb', '{}', '%s', 'é漢'];
    const text = (ids: readonly string[]): [string[], Utf8] => [[...ids], new Utf8()];
    const rows = hostile.map((_, index) => ({ id: index, createdAt: `2026-01-0${1 + (index % 9)}T00:00:00Z` }));
    const visits = hostile.map((_, index) => ({ card: index, at: `2026-02-0${1 + (index % 9)}T10:00:00Z` }));
    const { engine, summary } = await engineWith([
      cardsFile(rows, { id: text(hostile), merchant_id: text(hostile.map(() => "it's")) }),
      transactionsFile(visits, {
        card_id: text(hostile),
        store_id: text(hostile),
        merchant_id: text(hostile.map(() => "it's")),
      }),
    ]);
    const saved = await unpacked(await engine.saveTables(() => undefined));
    onTestFinished(() => saved.close());
    for (const storeId of [...hostile, undefined]) {
      const question = { merchantId: "it's", asOf: summary.latest!, storeId };
      const copied = new DefinitionAnswers(async (name) => saved.run(await engine.explain(name, question)));
      expect(await copied.cohortRetention(question)).toEqual(await engine.cohortRetention(question));
      expect((await copied.cohortRetention(question)).cohorts[0]?.enrolled).toBe(storeId === undefined ? 9 : 1);
      expect((await copied.revenueAttribution(question)).monthly).toEqual(
        (await engine.revenueAttribution(question)).monthly,
      );
    }
  });

  it('answers a store that the export does not have with nothing, as the engine does', async () => {
    const { engine, summary } = await engineWith(await goldenFiles('seed-a'));
    const saved = await unpacked(await engine.saveTables(() => undefined));
    onTestFinished(() => saved.close());
    const [store] = await engine.stores({ merchantId: 1 });
    // An id with a zero in front is text, and no store of this export.
    for (const storeId of [999_999, 'nobody', `0${store!.id}`]) {
      const question = { merchantId: 1, asOf: summary.latest!, storeId };
      expect((await engine.revenueAttribution(question)).by_store).toEqual([]);
      expect(await saved.run(await engine.explain('revenue-by-store', question))).toEqual([]);
    }
  });

  it('exists for every answer', async () => {
    const { engine } = await engineWith(await goldenFiles('seed-a'));
    for (const name of definitionNames) {
      const sql = await engine.explain(name, { merchantId: 1 });
      expect(sql).toMatch(/^-- For DuckDB/);
      expect(sql).not.toMatch(/\$\d/);
    }
    expect((await failureOf(engine.explain('cohorts', { merchantId: 1, monthsBack: 61 }))).code).toBe(
      'parameter-invalid',
    );
  });
});

const small = (): File[] => [
  cardsFile([{ id: 1, createdAt: '2026-01-01T00:00:00Z' }]),
  transactionsFile([{ card: 1, at: '2026-01-02T00:00:00Z' }]),
];

describe('saving', () => {
  it('says how far it is', async () => {
    const { engine } = await engineWith(await goldenFiles('seed-a'));
    const progress: SaveProgress[] = [];
    await engine.saveTables((step) => progress.push(step));
    expect(progress.at(-1)).toEqual({ rows: 9492, of: 9492 });
    expect(progress.map(({ rows }) => rows)).toEqual(progress.map(({ rows }) => rows).toSorted((a, b) => a - b));
  });

  it('gives a table without rows too: of an export without stores', async () => {
    const { engine } = await engineWith(small());
    const saved = await unpacked(await engine.saveTables(() => undefined));
    onTestFinished(() => saved.close());
    expect(await saved.run("FROM 'stores.parquet'")).toEqual([]);
    expect(await saved.run("SELECT column_name FROM (DESCRIBE FROM 'stores.parquet')")).toEqual(
      ['row_number', 'id', 'name'].map((name) => ({ column_name: name })),
    );
  });

  it('has nothing to save before an export is open', async () => {
    expect((await failureOf(createNodeEngine().saveTables(() => undefined))).code).toBe('nothing-loaded');
  });

  describe('while the encoder takes its time', () => {
    let engine: Engine;
    let asked: string[];
    let die: (reason: Error) => void;
    /** Of every encoder since the first save: whether it was ended. */
    let ended: boolean[];

    beforeAll(async () => {
      const host = await readyHost();
      const never = new Promise<never>(() => undefined);
      engine = createEngine({
        ...host,
        startEncoder: () => {
          const which = ended.push(false) - 1;
          const note = (call: string, answer: Promise<never> | Promise<void>): (() => Promise<never>) => {
            return () => (asked.push(call), answer as Promise<never>);
          };
          const encoder = {
            ready: note('ready', Promise.resolve()),
            begin: note('begin', Promise.resolve()),
            add: note('add', never),
            end: note('end', never),
            finish: note('finish', never),
          };
          return { encoder, died: new Promise((_, reject) => (die = reject)), end: () => void (ended[which] = true) };
        },
      });
      await engine.load(small(), () => undefined);
    });

    /** Not the failure itself, which an asynchronous function would wait for. */
    async function saving(): Promise<{ failure: Promise<EngineError> }> {
      [asked, ended] = [[], []];
      const failure = failureOf(engine.saveTables(() => undefined));
      await expect.poll(() => asked).toContain('add');
      return { failure };
    }

    it.each<[string, () => unknown, ErrorCode]>([
      ['is cancelled', () => engine.cancelSaving(), 'saving-cancelled'],
      [
        'gives way to another that is asked for',
        () => void engine.saveTables(() => undefined).catch(() => undefined),
        'saving-cancelled',
      ],
      ['fails where the encoder dies', () => die(new Error('no space')), 'saving-failed'],
      ['ends where another export is opened', () => engine.load(small(), () => undefined), 'saving-interrupted'],
    ])('%s, and the encoder ends', async (_, act, code) => {
      const { failure } = await saving();
      await act();
      expect((await failure).code).toBe(code);
      expect(ended[0]).toBe(true);
      // Questions are answered all the while.
      expect((await engine.overview({ merchantId: 1 })).cards).toBeGreaterThan(0);
    });
  });
});
