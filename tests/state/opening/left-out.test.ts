import { beforeEach, describe, expect, it } from 'vitest';
import { leftOutAs } from '../../../src/contract/left-out.ts';
import { EngineError } from '../../../src/contract/errors.ts';
import { dispensableFile } from '../../../src/state/opening/failure.ts';
import type { Session } from '../../../src/state/session.svelte.ts';
import { certainCards, guessedTransactions, inspected, inspection } from '../../support/inspections.ts';
import { exportFiles, Given, matchingIn, missing, open } from './given.ts';

let given: Given;
let session: Session;
beforeEach(() => {
  given = new Given();
  session = given.newSession();
});

describe('files left out', () => {
  it('are those that a person says are nothing of the export: their plan says so to the engine', async () => {
    const weather = inspection('weather.csv', 'stores', {}, { others: ['city'] });
    given.found = inspected([certainCards, guessedTransactions, weather]);
    await session.open([...exportFiles, new File(['x'], 'weather.csv')]);
    await session.loadMatched();
    expect(given.loads[1]!.plans).toMatchObject({ 'cards.csv': { kind: 'cards' }, 'weather.csv': null });
  });

  it('may be those that cannot be read: the others are loaded without them', async () => {
    const failure = { code: 'file-damaged', details: { file: 'stores.parquet', cause: 'x' } } as const;
    given.found.unreadable = [{ name: 'stores.parquet', bytes: 3, failure }];
    given.found.leftOut = leftOutAs('no-part', ['readme.txt']);
    await session.open([...exportFiles, new File(['x'], 'stores.parquet'), new File(['x'], 'readme.txt')]);
    const matching = matchingIn(session);
    expect(matching).toMatchObject({
      leftOut: [{ name: 'readme.txt', why: 'no-part' }],
      unreadable: [{ name: 'stores.parquet' }],
    });
    expect(matching!.problems).toEqual([{ kind: 'unreadable', file: 'stores.parquet' }]);
    await session.loadMatched();
    expect(given.loads).toHaveLength(1);
    matching!.leaveOut('stores.parquet');
    expect(matching!.problems).toEqual([]);
    matching!.leaveOut('stores.parquet', false);
    expect(matching!.problems).toHaveLength(1);
    matching!.leaveOut('stores.parquet');
    await session.loadMatched();
    expect(given.loads[1]!.plans).toMatchObject({ 'stores.parquet': null, 'buchungen.csv': { kind: 'transactions' } });
    expect(session).toMatchObject(open({}));
  });

  it('by the page are named', async () => {
    given.found.leftOut = leftOutAs('no-part', ['readme.txt']);
    await session.open(exportFiles, ['e/photos.xlsx']);
    expect(matchingIn(session)!.leftOut).toEqual(leftOutAs('no-part', ['readme.txt', 'e/photos.xlsx']));
    await session.loadMatched();
    expect(session.current?.leftOut).toEqual([
      { name: 'old.csv', why: 'by-choice' },
      { name: 'e/photos.xlsx', why: 'no-part' },
    ]);
  });

  it('may be one that turns out to be damaged when it is loaded, on the screen', async () => {
    await session.open(exportFiles);
    given.outcomes = [new EngineError('file-damaged', { file: 'part-2.csv', cause: 'x' })];
    await session.loadMatched();
    const matching = matchingIn(session);
    expect(matching!.refusedFile).toBe('part-2.csv');
    matching!.leaveOut('part-2.csv');
    expect(matching).toMatchObject({ failure: null, problems: [] });
    await session.loadMatched();
    expect(given.loads.at(-1)!.plans).toMatchObject({ 'part-2.csv': null, 'cards.csv': { kind: 'cards' } });
  });

  it('may be one that kept the others from being opened: they are, with the same questions', async () => {
    given.outcomes = [new EngineError('file-damaged', { file: 'old.csv', cause: 'x' }), missing];
    await session.open([...exportFiles, new File(['x'], 'old.csv')]);
    expect(session.current).toBeNull();
    expect(dispensableFile(session.failure!)).toBe('old.csv');
    await session.openWithout('old.csv');
    expect(given.loads[1]!.plans).toEqual({ 'old.csv': null });
    expect(session).toMatchObject({ status: { is: 'matching' }, failure: null });
    await session.loadMatched();
    expect(given.loads[2]!.plans).toMatchObject({ 'old.csv': null, 'cards.csv': { kind: 'cards' } });
  });

  it.each([
    ['it is the only file', ['old.csv'], 'old.csv', null],
    ['it is one of several', ['old.csv', 'cards.csv'], 'old.csv', 'old.csv'],
    ['it is in an archive', ['export.zip'], 'export.zip/old.csv', 'export.zip/old.csv'],
  ])('are offered where something is left to open: %s', async (_, names, damaged, offered) => {
    given.outcomes = [new EngineError('file-damaged', { file: damaged, cause: 'x' })];
    await session.open(names.map((name) => new File(['x'], name)));
    expect(dispensableFile(session.failure!)).toBe(offered);
  });

  it('are not offered for a failure of the export as a whole', async () => {
    given.outcomes = [new EngineError('kind-absent', { kind: 'cards', files: ['old.csv'], leftOut: [] })];
    await session.open([new File(['x'], 'old.csv'), new File(['x'], 'new.csv')]);
    expect(dispensableFile(session.failure!)).toBeNull();
  });
});
