import { beforeEach, describe, expect, it } from 'vitest';
import { utcCalendar, type Calendar } from '../../src/contract/calendar.ts';
import { EngineError } from '../../src/contract/errors.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import type { EngineClient } from '../../src/platform/engine-client.ts';
import { RememberedCalendars } from '../../src/state/opening/remembered-calendars.ts';
import { RememberedPlans } from '../../src/state/opening/remembered-plans.ts';
import { routeDefaults, type Route } from '../../src/state/route.ts';
import { Session } from '../../src/state/session.svelte.ts';
import { loadCheck } from '../support/load-check.ts';

interface HeldLoad {
  calendar: Calendar;
  resolve: (summary: ExportSummary) => void;
  reject: (cause: unknown) => void;
}

const zone = (timeZone: string): Calendar => ({ ...utcCalendar, timeZone });
const luxembourg = zone('Europe/Luxembourg');
const paris = zone('Europe/Paris');
const shape = 'csv:card_id\ndate';
const settled = () => new Promise((resolve) => setTimeout(resolve));

let loads: HeldLoad[];
let navigation: { route: Route; go: (change: Partial<Route>) => void };
let calendars: RememberedCalendars;
let session: Session;
let items: Map<string, string>;

/** Of files whose instants name no zone. */
const localTimes = (): ExportSummary => ({
  merchants: [],
  namesMerchants: true,
  earliest: '2026-01-01T00:00:00.000000Z',
  latest: '2026-03-31T12:00:00.000000Z',
  hasPurchaseAmounts: false,
  currency: null,
  files: [{ shape, hasLocalTimes: true } as ExportSummary['files'][number]],
  check: loadCheck(),
  leftOut: [],
});

beforeEach(() => {
  loads = [];
  items = new Map();
  const storage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
  calendars = new RememberedCalendars(storage);
  const engine: Partial<EngineClient> = {
    load: (_files, { signal, calendar }) =>
      new Promise((resolve, reject) => {
        loads.push({ calendar: calendar!, resolve, reject });
        signal!.addEventListener('abort', () => reject(new EngineError('load-cancelled', {})));
      }),
  };
  navigation = {
    route: routeDefaults,
    go: (change) => {
      navigation.route = { ...navigation.route, ...change };
    },
  };
  session = new Session(engine as EngineClient, navigation, new RememberedPlans(null), calendars);
});

async function opened(): Promise<void> {
  void session.open([new File(['x'], 'visits.csv')]);
  await settled();
  loads.at(-1)!.resolve(localTimes());
  await settled();
}

/** As the page does when a person chooses: the address asks, and what is open follows. */
async function choose(calendar: Calendar): Promise<void> {
  navigation.go({ timeZone: calendar.timeZone });
  session.readBy(calendar);
  await settled();
}

describe('an export whose times name no zone', () => {
  it('is read again by the calendar that is chosen, which is kept once it has been', async () => {
    await opened();
    navigation.go({ asOf: '2030-01-01', search: 'Ann' });
    await choose(luxembourg);
    expect(loads.map(({ calendar }) => calendar)).toEqual([utcCalendar, luxembourg]);
    expect(session.current!.calendar).toEqual(utcCalendar);
    expect(calendars.isEmpty).toBe(true);
    loads[1]!.resolve(localTimes());
    await settled();
    expect(session).toMatchObject({ status: { is: 'idle' }, current: { calendar: luxembourg }, revision: 2 });
    expect(calendars.get([shape])).toEqual({ timeZone: 'Europe/Luxembourg' });
    // Nothing else of the address has changed, not even a date after the end of the data.
    expect(navigation.route).toMatchObject({ asOf: '2030-01-01', search: 'Ann', timeZone: 'Europe/Luxembourg' });
  });

  it('follows the latest choice, also while it is read by the one before', async () => {
    await opened();
    await choose(luxembourg);
    await choose(paris);
    loads.at(-1)!.resolve(localTimes());
    await settled();
    expect(session.current!.calendar).toEqual(paris);
    expect(navigation.route.timeZone).toBe('Europe/Paris');
    await choose(luxembourg);
    await choose(paris);
    // What is in force is asked for again: nothing is left to read.
    expect(session).toMatchObject({ status: { is: 'idle' }, current: { calendar: paris } });
    expect(navigation.route.timeZone).toBe('Europe/Paris');
  });

  it.each(['cancelled', 'failed'])('stays as it was when that is %s, and so do address and memory', async (how) => {
    await opened();
    navigation.go({ weekStart: 7 });
    await choose(luxembourg);
    if (how === 'cancelled') session.cancel();
    else loads[1]!.reject(new EngineError('file-unreadable', { file: 'visits.csv', cause: 'moved' }));
    await settled();
    expect(session).toMatchObject({ status: { is: 'idle' }, current: { calendar: utcCalendar }, revision: 1 });
    expect(session.failure?.error.code).toBe(how === 'failed' ? 'file-unreadable' : undefined);
    expect(navigation.route).toMatchObject({ timeZone: 'UTC', weekStart: 7 });
    expect(calendars.isEmpty).toBe(true);
  });

  it('is not disturbed while other files are being opened', async () => {
    await opened();
    void session.open([new File(['x'], 'other.csv')]);
    await settled();
    await choose(luxembourg);
    expect(loads).toHaveLength(2);
    loads[1]!.reject(new EngineError('file-empty', { file: 'other.csv' }));
    await settled();
    // The choice stands, and is followed now.
    expect(navigation.route.timeZone).toBe('Europe/Luxembourg');
  });

  it('is read at once by what was chosen for files like these', async () => {
    calendars.keep([shape], { timeZone: 'Europe/Paris', dayStart: 4 });
    void session.open([new File(['x'], 'visits.csv')]);
    await settled();
    // Which files they are is known only once they have been read, unless they were looked at before.
    loads[0]!.resolve(localTimes());
    await settled();
    expect(loads[1]!.calendar).toEqual({ ...paris, dayStart: 4 });
    loads[1]!.resolve(localTimes());
    await settled();
    expect(session.current!.calendar).toEqual({ ...paris, dayStart: 4 });
    expect(navigation.route).toMatchObject({ timeZone: 'Europe/Paris', dayStart: 4, weekStart: null });
  });
});
