import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import type { LoadProgress } from '../../src/contract/progress.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import type { EngineClient } from '../../src/platform/engine-client.ts';
import { EngineError } from '../../src/contract/errors.ts';
import { routeDefaults, type Route } from '../../src/state/route.ts';
import { merchantInRoute, askedScope, unknownMerchant } from '../../src/state/scope.ts';
import { Session } from '../../src/state/session.svelte.ts';
import { RememberedCalendars } from '../../src/state/opening/remembered-calendars.ts';
import { RememberedPlans } from '../../src/state/opening/remembered-plans.ts';
import { utc } from '../support/utc.ts';
import { loadCheck } from '../support/load-check.ts';

interface HeldLoad {
  files: File[];
  signal: AbortSignal;
  onProgress: (progress: LoadProgress) => void;
  resolve: (summary: ExportSummary) => void;
  reject: (cause: unknown) => void;
}

let loads: HeldLoad[];
let rehearsals: string[][];
let navigation: { route: Route; go: (change: Partial<Route>, how?: { replace?: boolean }) => void };
/** How each change of the route went into the history. */
let steps: string[];
let session: Session;

beforeEach(() => {
  loads = [];
  rehearsals = [];
  steps = [];
  const engine: Partial<EngineClient> = {
    load: (files, { signal, onProgress }) =>
      new Promise((resolve, reject) => {
        loads.push({ files, signal: signal!, onProgress: onProgress!, resolve, reject });
        signal!.addEventListener('abort', () => reject(new EngineError('load-cancelled', {})));
      }),
    start: async () => undefined,
    rehearse: async (files) => void rehearsals.push(files.map(({ name }) => name)),
  };
  navigation = {
    route: routeDefaults,
    go: (change, { replace = false } = {}) => {
      steps.push(replace ? 'replace' : 'push');
      navigation.route = { ...navigation.route, ...change };
    },
  };
  session = new Session(engine as EngineClient, navigation, new RememberedPlans(null), new RememberedCalendars(null));
});

const settled = () => new Promise((resolve) => setTimeout(resolve));
const file = (name: string) => new File(['x'], name);

function summary(...merchants: number[]): ExportSummary {
  return {
    merchants: merchants.map((id) => ({
      id,
      cards: 1,
      transactions: 1,
      storeCount: 0,
      storeNames: [],
      hasPurchaseAmounts: false,
    })),
    namesMerchants: true,
    earliest: '2026-01-01T00:00:00.000000Z',
    latest: '2026-03-31T12:00:00.000000Z',
    hasPurchaseAmounts: false,
    currency: null,
    files: [],
    check: loadCheck(),
    leftOut: [],
  };
}

async function opened(...merchants: number[]): Promise<void> {
  void session.open([file('old.parquet')]);
  await settled();
  loads.at(-1)!.resolve(summary(...merchants));
  await settled();
}

function serving(): void {
  vi.stubGlobal('fetch', async () => new Response('PAR1'));
  onTestFinished(() => void vi.unstubAllGlobals());
}

async function openedSample(id: string, fromAddress = false): Promise<void> {
  const before = loads.length;
  void session.openSample(id, fromAddress);
  await vi.waitUntil(() => loads.length > before);
  loads.at(-1)!.resolve(summary(1));
  await vi.waitUntil(() => session.status.is === 'idle');
}

/** A session with an export open, and nothing else going on. */
const open = (...fileNames: string[]) => ({ status: { is: 'idle' }, current: { source: { fileNames } } });
const nothing = { status: { is: 'idle' }, current: null, summary: null };
const attempt = () => (session.status.is === 'opening' ? session.status.attempt : null);

describe('a session', () => {
  it('opens an export and shows its progress', async () => {
    void session.open([file('cards.parquet'), file('transactions.parquet')]);
    await settled();
    expect(session).toMatchObject({ status: { is: 'opening' }, current: null });
    expect(attempt()?.source.fileNames).toEqual(['cards.parquet', 'transactions.parquet']);
    loads[0]!.onProgress({ stage: 'reading', files: [] });
    expect(attempt()?.progress.stage).toBe('reading');
    loads[0]!.resolve(summary(1));
    await settled();
    expect(session).toMatchObject({ ...open('cards.parquet', 'transactions.parquet'), revision: 1 });
  });

  it('keeps what is open while the next one loads, and when that fails', async () => {
    await opened(1);
    const before = session.summary;
    void session.open([file('bad.parquet')]);
    await settled();
    expect(session).toMatchObject({ ...open('old.parquet'), status: { is: 'opening' }, summary: before });
    loads[1]!.reject(new EngineError('file-empty', { file: 'bad.parquet' }));
    await settled();
    expect(session).toMatchObject({ ...open('old.parquet'), summary: before, revision: 1 });
    expect(session.failure?.error.code).toBe('file-empty');
    session.dismissFailure();
    expect(session.failure).toBeNull();
  });

  it('says nothing of a load that was cancelled', async () => {
    void session.open([file('cards.parquet')]);
    await settled();
    session.cancel();
    await settled();
    expect(session).toMatchObject({ ...nothing, failure: null });
  });

  it('ends a load before the next one reaches the engine', async () => {
    void session.open([file('first.parquet')]);
    await settled();
    void session.open([file('second.parquet')]);
    expect(loads).toHaveLength(1);
    expect(loads[0]!.signal.aborted).toBe(true);
    await settled();
    expect(loads).toHaveLength(2);
    loads[0]!.onProgress({ stage: 'finishing', files: [] });
    expect(attempt()?.progress.stage).toBe('starting');
    loads[1]!.resolve(summary(1));
    await settled();
    expect(session).toMatchObject({ ...open('second.parquet'), failure: null });
  });

  it('keeps what a bookmark asks for: the page says what of it there is not', async () => {
    const asked = { merchant: 9, store: 4, asOf: '2026-04-30T23:59:59.999999Z' };
    navigation.route = { ...routeDefaults, ...asked };
    await opened(1, 2);
    expect(navigation.route).toMatchObject(asked);
  });

  it('takes a sample and what stands beside it from the address, on an open page too', async () => {
    serving();
    await openedSample('cafe', true);
    navigation.route = { ...routeDefaults, view: 'churn', sample: 'bakery', merchant: 9, store: 4, search: 'Anna' };
    await openedSample('bakery', true);
    expect(navigation.route).toMatchObject({ sample: 'bakery', merchant: 9, store: 4, search: 'Anna' });
    expect(session.current?.source.sample).toBe('bakery');
  });

  it('is a step from the welcome page that can be gone back, which closes the sample', async () => {
    serving();
    await openedSample('cafe');
    expect(steps).toEqual(['push']);
    session.follow(null);
    expect(session).toMatchObject(nothing);
    // A sample in the address is where one is already.
    navigation.route = { ...routeDefaults, sample: 'cafe' };
    await openedSample('cafe', true);
    expect(steps).toEqual(['push', 'replace']);
  });

  it('of the user’s own files is not closed, nor replaced by a sample of the address', async () => {
    await opened(1);
    session.follow(null);
    session.follow('cafe');
    await settled();
    expect(session).toMatchObject(open('old.parquet'));
    expect(loads).toHaveLength(1);
  });

  it('drops from the route what only the old export had', async () => {
    await opened(1, 2);
    navigation.route = { ...routeDefaults, merchant: 2, asOf: '2025-06-01T23:59:59.999999Z', search: 'Anna' };
    await opened(1, 3);
    expect(navigation.route).toMatchObject({ merchant: null, asOf: null, search: '' });
  });

  it('keeps the store of a bookmark, and drops that of the old export', async () => {
    navigation.route = { ...routeDefaults, view: 'churn', store: 4 };
    await opened(1);
    expect(navigation.route.store).toBe(4);
    await opened(1);
    expect(navigation.route.store).toBeNull();
  });

  it('keeps the store when the same export is opened once more', async () => {
    await opened(1);
    navigation.route = { ...routeDefaults, view: 'churn', store: 4 };
    void session.reopen();
    await settled();
    loads.at(-1)!.resolve(summary(1));
    await settled();
    expect(navigation.route.store).toBe(4);
  });

  it('takes a sample that was cancelled out of the address', async () => {
    await opened(1);
    navigation.route = { ...routeDefaults, sample: 'cafe' };
    void session.open([file('other.parquet')]);
    await settled();
    session.cancel();
    await settled();
    expect(navigation.route.sample).toBeNull();
  });

  it('loads what was open again when the engine died over the next export', async () => {
    await opened(1);
    void session.open([file('huge.parquet')]);
    await settled();
    loads[1]!.reject(new EngineError('engine-crashed', { cause: 'out of memory' }));
    await settled();
    expect(loads[2]!.files[0]!.name).toBe('old.parquet');
    loads[2]!.resolve(summary(1));
    await settled();
    expect(session).toMatchObject({ ...open('old.parquet'), revision: 2 });
    expect(session.failure?.error.code).toBe('engine-crashed');
  });

  it('has nothing open when that fails as well', async () => {
    await opened(1);
    void session.open([file('huge.parquet')]);
    await settled();
    loads[1]!.reject(new EngineError('engine-crashed', { cause: 'out of memory' }));
    await settled();
    loads[2]!.reject(new EngineError('engine-start', { cause: 'no memory' }));
    await settled();
    expect(session).toMatchObject(nothing);
    expect(session.failure?.error.code).toBe('engine-crashed');
  });
});

describe('the scope', () => {
  it('is the merchant of the route as the export writes its id, the first where there is none in it', () => {
    const open = { summary: summary(1, 2), revision: 1 };
    expect(askedScope(open, { route: { ...routeDefaults, merchant: '2' } }, utc)).toEqual({
      merchantId: 2,
      asOf: undefined,
      calendar: utc.calendar,
    });
    expect(askedScope(open, { route: routeDefaults }, utc).merchantId).toBe(1);
    expect(merchantInRoute(summary(), 2)).toBeNull();
  });

  it('is nobody else for a merchant that the export does not have, unless it names none', () => {
    const open = { summary: summary(1, 2), revision: 1 };
    expect(askedScope(open, { route: { ...routeDefaults, merchant: 9 } }, utc).merchantId).toBe(9);
    expect(unknownMerchant(open.summary, 9)).toBe('9');
    expect([unknownMerchant(open.summary, 2), unknownMerchant(open.summary, null)]).toEqual([null, null]);
    const nameless = { ...summary(1), namesMerchants: false };
    expect(unknownMerchant(nameless, 9)).toBeNull();
    expect(merchantInRoute(nameless, 9)?.id).toBe(1);
  });
});

describe('a rehearsal', () => {
  it('is held twice, one after the other, however often it is asked for, with the files of a sample', async () => {
    serving();
    await Promise.all([session.rehearse(), session.rehearse()]);
    await session.rehearse();
    const files = ['cards.parquet', 'transactions.parquet', 'stores.parquet'];
    expect(rehearsals).toEqual([files, files]);
    expect(session).toMatchObject({ ...nothing, failure: null });
  });

  it('is not held when something is being opened by then', async () => {
    serving();
    const rehearsal = session.rehearse();
    void session.open([file('own.parquet')]);
    await rehearsal;
    expect(rehearsals).toEqual([]);
    await opened(1);
    await session.rehearse();
    expect(rehearsals).toEqual([]);
  });

  it('that cannot be held is nobody’s business', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')));
    onTestFinished(() => void vi.unstubAllGlobals());
    await session.rehearse();
    expect(session).toMatchObject({ ...nothing, failure: null });
  });
});
