import { beforeEach, describe, expect, it } from 'vitest';
import type { EngineClient } from '../../../src/platform/engine-client.ts';
import { EngineError } from '../../../src/contract/errors.ts';
import { withColumn } from '../../../src/state/opening/drafts.ts';
import { isMaybeMismatched } from '../../../src/state/opening/failure.ts';
import type { Session } from '../../../src/state/session.svelte.ts';
import { field } from '../../support/inspections.ts';
import { exportFiles, Given, matchingIn, missing, nothing, open } from './given.ts';

let given: Given;
let session: Session;
beforeEach(() => {
  given = new Given();
  session = given.newSession();
});

describe('matching columns', () => {
  it('is asked for when the columns are not recognised, and loads what was chosen', async () => {
    await session.open(exportFiles);
    expect(session).toMatchObject({ status: { is: 'matching' }, failure: null, current: null });
    expect(matchingIn(session)).toMatchObject({ problems: [], failure: null });
    await session.loadMatched();
    expect(given.loads[1]!.plans).toMatchObject({
      'cards.csv': { kind: 'cards' },
      'buchungen.csv': { kind: 'transactions', columns: { card_id: 'Kunde' } },
    });
    expect(session).toMatchObject(open({ isRemembered: true, isAsBefore: false }));
  });

  it('works on a device that keeps nothing, and does not say that it remembers', async () => {
    session = given.newSession(null);
    await session.open(exportFiles);
    await session.loadMatched();
    expect(session).toMatchObject(open({ isRemembered: false, source: { decided: { shapes: [expect.any(String)] } } }));
    given.outcomes = [missing];
    await session.open(exportFiles);
    expect(session.status.is).toBe('matching');
  });

  it('is asked for again where what was decided last time no longer fits the file', async () => {
    await session.open(exportFiles);
    await session.loadMatched();
    const type = { file: 'buchungen.csv', column: 'Datum', found: 'DOUBLE', wanted: 'instant' };
    given.outcomes = [new EngineError('column-type', type)];
    await session.open(exportFiles);
    expect(session).toMatchObject({ status: { is: 'matching' }, current: { isAsBefore: false } });
    expect(matchingIn(session)!.failure?.code).toBe('column-type');
  });

  it('is not loaded while something is missing', async () => {
    await session.open(exportFiles);
    const matching = matchingIn(session);
    matching!.change(0, withColumn(matching!.drafts[0]!, field('transactions', 'card_id'), null));
    await session.loadMatched();
    expect(given.loads).toHaveLength(1);
    expect(session.status.is).toBe('matching');
  });

  it('is remembered: files of the shape open without the screen, and their like is asked about again once forgotten', async () => {
    await session.open(exportFiles);
    await session.loadMatched();
    session = given.newSession();
    await session.open(exportFiles);
    expect(session).toMatchObject(open({ isRemembered: true, isAsBefore: true }));
    expect(given.loads.at(-1)!.plans!['buchungen.csv']?.columns).toMatchObject({ card_id: 'Kunde' });
    session.forgetDecided();
    expect(session.current?.isRemembered).toBe(false);
    expect(given.items.size).toBe(0);
    given.outcomes = [missing];
    await session.open(exportFiles);
    expect(session.status.is).toBe('matching');
  });

  it('can be changed for what is open, and cancelled', async () => {
    await session.open(exportFiles);
    await session.loadMatched();
    await session.matchAgain();
    expect(session.status.is).toBe('matching');
    expect(matchingIn(session)!.drafts.map(({ origin }) => origin)).toEqual(['remembered', 'remembered']);
    session.cancel();
    expect(session).toMatchObject(open({ source: { fileNames: ['cards.csv', 'buchungen.csv'] } }));
  });

  it('comes back with the reason when the engine refuses what was chosen', async () => {
    await session.open(exportFiles);
    const refused = matchingIn(session);
    const type = { file: 'buchungen.csv', column: 'Datum', found: 'DOUBLE', wanted: 'instant' };
    given.outcomes = [new EngineError('column-type', type)];
    await session.loadMatched();
    expect(session).toMatchObject({ status: { is: 'matching' }, failure: null });
    expect(matchingIn(session)).toBe(refused);
    expect(refused!.failure?.code).toBe('column-type');
    given.outcomes = [
      new EngineError('dates-ambiguous', { file: 'buchungen.csv', column: 'Datum', example: '03/04/2026' }),
    ];
    await session.loadMatched();
    expect(refused).toMatchObject({ failure: null, problems: [{ kind: 'dates', column: 'Datum' }] });
  });

  it('is offered, not forced, when a file was read and nothing in it can be used', async () => {
    given.outcomes = [
      new EngineError('no-usable-rows', { file: 'cards.csv', rows: 2, column: 'id', reason: 'missing', example: null }),
    ];
    await session.open(exportFiles);
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
    await session.open(exportFiles);
    expect(session).toMatchObject({ ...nothing, failure: { error: missing } });
  });

  it('is over at once when it is cancelled while the files are looked at', async () => {
    const engine = session.engine as { inspect: EngineClient['inspect'] };
    engine.inspect = () => new Promise(() => undefined);
    const opening = session.open(exportFiles);
    await new Promise((resolve) => setTimeout(resolve));
    session.cancel();
    await opening;
    expect(session).toMatchObject({ ...nothing, failure: null });
  });
});
