import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExportSummary } from '../../src/contract/summary.ts';
import { EngineError } from '../../src/contract/errors.ts';
import { isFirstQuestion, type FirstAnswers } from '../../src/domain/first-answers.ts';
import type { EngineClient } from '../../src/platform/engine-client.ts';
import { routeDefaults, type Route } from '../../src/state/route.ts';
import { Session } from '../../src/state/session.svelte.ts';
import { RememberedCalendars } from '../../src/state/opening/remembered-calendars.ts';
import { RememberedPlans } from '../../src/state/opening/remembered-plans.ts';

const json = readFileSync(new URL('../../sample-data/first-answers/cafe.json', import.meta.url), 'utf8');
const first = JSON.parse(json) as FirstAnswers;

let route: Route;
let load: { resolve: (summary: ExportSummary) => void; reject: (cause: unknown) => void } | null;
let session: Session;
/** Until what is seen is drawn. */
let picture: Promise<void>;

beforeEach(() => {
  load = null;
  picture = Promise.resolve();
  route = routeDefaults;
  const engine: Partial<EngineClient> = {
    load: (_, { signal }) =>
      new Promise((resolve, reject) => {
        load = { resolve, reject };
        signal!.addEventListener('abort', () => reject(new EngineError('load-cancelled', {})));
      }),
  };
  const navigation = {
    get route() {
      return route;
    },
    go: (change: Partial<Route>) => void (route = { ...route, ...change }),
  };
  const remembered = [new RememberedPlans(null), new RememberedCalendars(null)] as const;
  session = new Session(engine as EngineClient, navigation, ...remembered, () => picture);
  vi.stubGlobal('fetch', async (address: string) => new Response(address.includes('.json') ? json : 'PAR1'));
});
afterEach(() => void vi.unstubAllGlobals());

/** The café, seen, and held in its load. */
async function seen(): Promise<void> {
  void session.openSample('cafe');
  await vi.waitUntil(() => session.beforehand && load);
}

const isReady = async (): Promise<boolean> => {
  const notYet = new Promise<'not yet'>((resolve) => setTimeout(() => resolve('not yet')));
  return (await Promise.race([session.ready, notYet])) !== 'not yet';
};

describe('a sample that is seen before the engine has it', () => {
  it('is open with what was answered beforehand, and asked once the engine has it', async () => {
    await seen();
    expect(session).toMatchObject({ status: { is: 'opening' }, summary: first.summary, beforehand: first });
    expect(route.sample).toBe('cafe');
    expect(await isReady()).toBe(false);
    // The address is a person's by now.
    route = { ...route, asOf: '2026-01-31' };
    const { revision } = session;
    load!.resolve(first.summary);
    await vi.waitUntil(() => session.status.is === 'idle');
    expect(session).toMatchObject({ beforehand: null, summary: first.summary, revision: revision + 1 });
    expect(route).toMatchObject({ sample: 'cafe', asOf: '2026-01-31' });
    expect(await isReady()).toBe(true);
  });

  it.each(['fails', 'is cancelled', 'is left'])('is not open any more where its load %s', async (how) => {
    await seen();
    if (how === 'fails') load!.reject(new EngineError('out-of-memory', { file: 'cards.parquet' }));
    if (how === 'is cancelled') session.cancel();
    if (how === 'is left') session.follow(null);
    await vi.waitUntil(() => session.status.is === 'idle');
    await vi.waitUntil(() => session.current === null);
    expect(session).toMatchObject({ beforehand: null, summary: null });
    expect(session.failure?.error.code).toBe(how === 'fails' ? 'out-of-memory' : undefined);
  });

  it.each<[string, Partial<Route>]>([
    ['another view', { view: 'cohorts' }],
    ['another day', { asOf: '2026-01-31' }],
  ])('is not where the address asks for %s', async (_, asked) => {
    route = { ...route, ...asked };
    void session.openSample('cafe');
    await vi.waitUntil(() => load);
    await new Promise((resolve) => setTimeout(resolve));
    expect(session).toMatchObject({ current: null, beforehand: null });
  });

  it('is loaded once it is drawn, and not once it is cancelled', async () => {
    let draw = (): void => undefined;
    picture = new Promise((resolve) => (draw = resolve));
    void session.openSample('cafe');
    await vi.waitUntil(() => session.beforehand);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(load).toBeNull();
    session.cancel();
    await vi.waitUntil(() => session.status.is === 'idle');
    expect(session).toMatchObject({ current: null, beforehand: null });
    void session.openSample('cafe');
    await vi.waitUntil(() => session.beforehand);
    draw();
    await vi.waitUntil(() => load);
  });

  it('answers for its first merchant, its last day and UTC alone', () => {
    const merchantId = first.summary.merchants[0]!.id;
    expect(isFirstQuestion({ merchantId }, first)).toBe(true);
    expect(isFirstQuestion({ merchantId: 2 }, first)).toBe(false);
    expect(isFirstQuestion({ asOf: '2026-01-31T23:59:59.999999Z' }, first)).toBe(false);
    for (const change of [{ timeZone: 'Europe/Luxembourg' }, { weekStart: 7 }, { dayStart: 4 }])
      expect(isFirstQuestion({ calendar: { timeZone: 'UTC', weekStart: 1, dayStart: 0, ...change } }, first)).toBe(
        false,
      );
  });
});
