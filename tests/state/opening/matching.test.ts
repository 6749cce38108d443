import { beforeEach, describe, expect, it } from 'vitest';
import type { FilePlan, Inspection } from '../../../src/contract/matching.ts';
import type { ExportSummary } from '../../../src/contract/summary.ts';
import type { EngineClient } from '../../../src/platform/engine-client.ts';
import { EngineError } from '../../../src/contract/errors.ts';
import { withColumn } from '../../../src/state/opening/drafts.ts';
import { RememberedPlans } from '../../../src/state/opening/remembered-plans.ts';
import { routeDefaults } from '../../../src/state/route.ts';
import { dispensableFile, isMaybeMismatched } from '../../../src/state/opening/failure.ts';
import { Session } from '../../../src/state/session.svelte.ts';
import { certainCards, guessedTransactions, inspected, inspection, wanted, field } from '../../support/inspections.ts';

const empty: ExportSummary = {
  merchants: [],
  namesMerchants: true,
  earliest: null,
  latest: null,
  hasPurchaseAmounts: false,
  files: [],
  leftOut: ['old.csv'],
};
const missing = new EngineError('column-missing', {
  file: 'buchungen.csv',
  kind: 'transactions',
  missing: ['card_id'],
  columns: [],
});
const files = [new File(['x'], 'cards.csv'), new File(['x'], 'buchungen.csv')];

let loads: { files: string[]; plans: Record<string, FilePlan | null> | undefined }[];
let found: Inspection;
/** What the next loads come to; without any they succeed. */
let outcomes: (EngineError | null)[];
let items: Map<string, string>;
let session: Session;

beforeEach(() => {
  loads = [];
  outcomes = [missing];
  found = inspected([certainCards, guessedTransactions]);
  items = new Map();
  session = newSession();
});

function newSession(storage: Storage | null = device()): Session {
  const engine: Partial<EngineClient> = {
    load: async (chosen, { plans }) => {
      loads.push({ files: chosen.map(({ name }) => name), plans: plans && Object.fromEntries(plans) });
      const failure = outcomes.shift();
      if (failure) throw failure;
      return empty;
    },
    inspect: async () => found,
    wantedColumns: async () => wanted,
  };
  const navigation = { route: routeDefaults, go: () => undefined };
  return new Session(engine as EngineClient, navigation, new RememberedPlans(storage));
}

function device(): Storage {
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  } as unknown as Storage;
}

const shown = () => (session.status.is === 'matching' ? session.status.matching : null);
/** A session with an export open, and nothing else going on. */
const open = (current: object) => ({ status: { is: 'idle' }, current });
const nothing = { status: { is: 'idle' }, current: null };

describe('matching columns', () => {
  it('is asked for when the columns are not recognised, and loads what was chosen', async () => {
    await session.open(files);
    expect(session).toMatchObject({ status: { is: 'matching' }, failure: null, current: null });
    expect(shown()).toMatchObject({ problems: [], failure: null });
    await session.loadMatched();
    expect(loads[1]!.plans).toMatchObject({
      'cards.csv': { kind: 'cards' },
      'buchungen.csv': { kind: 'transactions', columns: { card_id: 'Kunde' } },
    });
    expect(session).toMatchObject(open({ isRemembered: true, isAsBefore: false }));
  });

  it('works on a device that keeps nothing, and does not say that it remembers', async () => {
    session = newSession(null);
    await session.open(files);
    await session.loadMatched();
    expect(session).toMatchObject(open({ isRemembered: false, source: { decided: { shapes: [expect.any(String)] } } }));
    outcomes = [missing];
    await session.open(files);
    expect(session.status.is).toBe('matching');
  });

  it('is asked for again where what was decided last time no longer fits the file', async () => {
    await session.open(files);
    await session.loadMatched();
    const type = { file: 'buchungen.csv', column: 'Datum', found: 'DOUBLE', wanted: 'instant' };
    outcomes = [new EngineError('column-type', type)];
    await session.open(files);
    expect(session).toMatchObject({ status: { is: 'matching' }, current: { isAsBefore: false } });
    expect(shown()!.failure?.code).toBe('column-type');
  });

  it('is not loaded while something is missing', async () => {
    await session.open(files);
    const matching = shown();
    matching!.change(0, withColumn(matching!.drafts[0]!, field('transactions', 'card_id'), null));
    await session.loadMatched();
    expect(loads).toHaveLength(1);
    expect(session.status.is).toBe('matching');
  });

  it('is remembered: files of the shape open without the screen, and their like is asked about again once forgotten', async () => {
    await session.open(files);
    await session.loadMatched();
    session = newSession();
    await session.open(files);
    expect(session).toMatchObject(open({ isRemembered: true, isAsBefore: true }));
    expect(loads.at(-1)!.plans!['buchungen.csv']?.columns).toMatchObject({ card_id: 'Kunde' });
    session.forgetDecided();
    expect(session.current?.isRemembered).toBe(false);
    expect(items.size).toBe(0);
    outcomes = [missing];
    await session.open(files);
    expect(session.status.is).toBe('matching');
  });

  it('can be changed for what is open, and cancelled', async () => {
    await session.open(files);
    await session.loadMatched();
    await session.matchAgain();
    expect(session.status.is).toBe('matching');
    expect(shown()!.drafts.map(({ origin }) => origin)).toEqual(['remembered', 'remembered']);
    session.cancel();
    expect(session).toMatchObject(open({ source: { name: 'cards.csv and 1 more' } }));
  });

  it('comes back with the reason when the engine refuses what was chosen', async () => {
    await session.open(files);
    const refused = shown();
    const type = { file: 'buchungen.csv', column: 'Datum', found: 'DOUBLE', wanted: 'instant' };
    outcomes = [new EngineError('column-type', type)];
    await session.loadMatched();
    expect(session).toMatchObject({ status: { is: 'matching' }, failure: null });
    expect(shown()).toBe(refused);
    expect(refused!.failure?.code).toBe('column-type');
    outcomes = [new EngineError('dates-ambiguous', { file: 'buchungen.csv', column: 'Datum', example: '03/04/2026' })];
    await session.loadMatched();
    expect(refused).toMatchObject({ failure: null, problems: [{ kind: 'dates', column: 'Datum' }] });
  });

  it('leaves out the files that are said to be nothing of the export: their plan says so to the engine', async () => {
    const weather = inspection('weather.csv', 'stores', {}, { others: ['city'] });
    found = inspected([certainCards, guessedTransactions, weather]);
    await session.open([...files, new File(['x'], 'weather.csv')]);
    await session.loadMatched();
    expect(loads[1]!.plans).toMatchObject({ 'cards.csv': { kind: 'cards' }, 'weather.csv': null });
  });

  it('shows files that cannot be read, and loads the others once they are left out', async () => {
    const failure = { code: 'file-damaged', details: { file: 'stores.parquet', cause: 'x' } } as const;
    found.unreadable = [{ name: 'stores.parquet', bytes: 3, failure }];
    found.leftOut = ['readme.txt'];
    await session.open([...files, new File(['x'], 'stores.parquet'), new File(['x'], 'readme.txt')]);
    const matching = shown();
    expect(matching).toMatchObject({ leftOut: ['readme.txt'], unreadable: [{ name: 'stores.parquet' }] });
    expect(matching!.problems).toEqual([{ kind: 'unreadable', file: 'stores.parquet' }]);
    await session.loadMatched();
    expect(loads).toHaveLength(1);
    matching!.leaveOut('stores.parquet');
    expect(matching!.problems).toEqual([]);
    matching!.leaveOut('stores.parquet', false);
    expect(matching!.problems).toHaveLength(1);
    matching!.leaveOut('stores.parquet');
    await session.loadMatched();
    expect(loads[1]!.plans).toMatchObject({ 'stores.parquet': null, 'buchungen.csv': { kind: 'transactions' } });
    expect(session).toMatchObject(open({}));
  });

  it('says what lies beside the files and is left out', async () => {
    found.leftOut = ['readme.txt'];
    await session.open(files, ['e/photos.xlsx']);
    expect(shown()!.leftOut).toEqual(['readme.txt', 'e/photos.xlsx']);
    await session.loadMatched();
    expect(session.current?.leftOut).toEqual(['old.csv', 'e/photos.xlsx']);
  });

  it('offers to leave out a file that turns out to be damaged when it is read, on the screen', async () => {
    await session.open(files);
    outcomes = [new EngineError('file-damaged', { file: 'part-2.csv', cause: 'x' })];
    await session.loadMatched();
    const matching = shown();
    expect(matching!.refusedFile).toBe('part-2.csv');
    matching!.leaveOut('part-2.csv');
    expect(matching).toMatchObject({ failure: null, problems: [] });
    await session.loadMatched();
    expect(loads.at(-1)!.plans).toMatchObject({ 'part-2.csv': null, 'cards.csv': { kind: 'cards' } });
  });

  it('can go without a file that cannot be read: the others are opened, with the same questions', async () => {
    outcomes = [new EngineError('file-damaged', { file: 'old.csv', cause: 'x' }), missing];
    await session.open([...files, new File(['x'], 'old.csv')]);
    expect(session.current).toBeNull();
    expect(dispensableFile(session.failure!)).toBe('old.csv');
    await session.openWithout('old.csv');
    expect(loads[1]!.plans).toEqual({ 'old.csv': null });
    expect(session).toMatchObject({ status: { is: 'matching' }, failure: null });
    await session.loadMatched();
    expect(loads[2]!.plans).toMatchObject({ 'old.csv': null, 'cards.csv': { kind: 'cards' } });
  });

  it.each([
    ['it is the only file', ['old.csv'], 'old.csv', null],
    ['it is one of several', ['old.csv', 'cards.csv'], 'old.csv', 'old.csv'],
    ['it is in an archive', ['export.zip'], 'export.zip/old.csv', 'export.zip/old.csv'],
  ])('offers that where something is left to open: %s', async (_, names, damaged, offered) => {
    outcomes = [new EngineError('file-damaged', { file: damaged, cause: 'x' })];
    await session.open(names.map((name) => new File(['x'], name)));
    expect(dispensableFile(session.failure!)).toBe(offered);
  });

  it('offers it for no failure of the export as a whole', async () => {
    outcomes = [new EngineError('kind-absent', { kind: 'cards', files: ['old.csv'], leftOut: [] })];
    await session.open([new File(['x'], 'old.csv'), new File(['x'], 'new.csv')]);
    expect(dispensableFile(session.failure!)).toBeNull();
  });

  it('is offered, not forced, when a file was read and nothing in it can be used', async () => {
    outcomes = [
      new EngineError('no-usable-rows', { file: 'cards.csv', rows: 2, column: 'id', reason: 'missing', example: null }),
    ];
    await session.open(files);
    expect(session).toMatchObject(nothing);
    expect(isMaybeMismatched(session.failure!)).toBe(true);
    await session.matchFailed();
    expect(session.status.is).toBe('matching');
  });

  it('gives the error of the load when the files cannot even be looked at', async () => {
    const engine = session.engine as { inspect: EngineClient['inspect'] };
    engine.inspect = async () => {
      throw new EngineError('file-damaged', { file: 'cards.csv', cause: 'x' });
    };
    await session.open(files);
    expect(session).toMatchObject({ ...nothing, failure: { error: missing } });
  });

  it('is over at once when it is cancelled while the files are looked at', async () => {
    const engine = session.engine as { inspect: EngineClient['inspect'] };
    engine.inspect = () => new Promise(() => undefined);
    const opening = session.open(files);
    await new Promise((resolve) => setTimeout(resolve));
    session.cancel();
    await opening;
    expect(session).toMatchObject({ ...nothing, failure: null });
  });
});
