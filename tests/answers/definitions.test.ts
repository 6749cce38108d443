import { describe, expect, it } from 'vitest';
import { callColumns, type CalledCard, type CallOrder } from '../../src/contract/answers.ts';
import { cardsFile, engineWith, failureOf, goldenFiles, transactionsFile } from '../support/exports.ts';

describe('cohort retention', () => {
  it('counts a window from its first instant to just before its last, and rounds half to even', async () => {
    const ids = [1, 2, 3, 4, 5, 6, 7, 8];
    const { engine } = await engineWith([
      cardsFile(ids.map((id) => ({ id, createdAt: '2026-01-10T00:00:00Z' }))),
      transactionsFile([
        { card: 1, at: '2026-01-01T00:00:00Z' }, // offset 0, although before enrolment
        { card: 2, at: '2026-01-30T23:59:59.999999Z' }, // last microsecond of offset 0
        { card: 2, at: '2026-01-31T00:00:00Z', type: 'something_new' }, // first of offset 1; any type counts
        { card: 3, at: '2026-03-02T00:00:00Z' }, // first of offset 2
        { card: 4, at: '2025-12-31T23:59:59.999999Z' }, // before the month: in no window
      ]),
    ]);
    const { cohorts } = await engine.cohortRetention({ asOf: '2026-04-01T00:00:00Z', monthsBack: 6 });
    // 2 of 8 is 25; 1 of 8 is 12.5, which rounds to the even 12.
    expect(cohorts).toEqual([{ month: '2026-01', enrolled: 8, retention: [25, 12, 12], active: [2, 1, 1] }]);
  });

  it('takes the start of the oldest cohort to the microsecond', async () => {
    const { engine } = await engineWith([
      cardsFile([
        { id: 1, createdAt: '2026-01-01T12:00:00.123455Z' },
        { id: 2, createdAt: '2026-01-01T12:00:00.123456Z' },
      ]),
      transactionsFile([{ card: 1, at: '2026-01-02T00:00:00Z' }]),
    ]);
    const { cohorts } = await engine.cohortRetention({ asOf: '2026-02-01T12:00:00.123456Z', monthsBack: 1 });
    expect(cohorts).toEqual([{ month: '2026-01', enrolled: 1, retention: [0], active: [0] }]);
  });
});

describe('cards at risk', () => {
  it('compares whole days with the mean of whole-day gaps, and takes 60 days where there is no gap', async () => {
    const { engine } = await engineWith([
      cardsFile([
        {
          id: 1,
          createdAt: '2026-01-01T00:00:00Z',
          lastActivityAt: '2026-01-11T20:00:00Z',
          points: 7,
          name: '<b>Bob</b>',
        },
        { id: 2, createdAt: '2026-01-01T00:00:00Z', lastActivityAt: '2026-01-05T00:00:00Z' },
        { id: 3, createdAt: '2026-01-01T00:00:00Z', lastActivityAt: '2026-01-05T00:00:00Z', isActive: false },
        { id: 4, createdAt: '2026-01-01T00:00:00Z' },
      ]),
      transactionsFile([
        { card: 1, at: '2026-01-01T00:00:00Z' },
        { card: 1, at: '2026-01-06T23:00:00Z' }, // 5 whole days
        { card: 1, at: '2026-01-11T20:00:00Z' }, // 4 whole days
        { card: 2, at: '2026-01-05T00:00:00Z' },
      ]),
    ]);
    // 9 whole days, mean gap 4.5: at twice the interval exactly, which is not at risk yet.
    expect(await engine.atRiskCards({ asOf: '2026-01-21T19:59:59Z' })).toMatchObject({
      at_risk_count: 0,
      total_cards_checked: 2,
    });
    expect(await engine.atRiskCards({ asOf: '2026-01-21T20:00:00Z' })).toEqual({
      at_risk_count: 1,
      total_cards_checked: 2,
      cards: [
        {
          card_id: 1,
          card_number: 'LC-1',
          customer_name: '<b>Bob</b>',
          days_inactive: 10,
          avg_interval_days: 4,
          points_balance: 7,
          interval_basis: 'gaps',
        },
      ],
    });
    const late = await engine.atRiskCards({ asOf: '2026-06-01T00:00:00Z' });
    expect(late.cards.map(({ card_id, avg_interval_days }) => [card_id, avg_interval_days])).toEqual([
      [2, 60],
      [1, 4],
    ]);
  });

  it('agrees with the spread at every multiple of its bin width', async () => {
    const { engine } = await engineWith(await goldenFiles('seed-b'));
    const scope = { merchantId: 2 };
    const { binWidth, bins, beyond, total } = await engine.inactivitySpread(scope);
    for (const [index] of bins.entries()) {
      const right = bins.slice(index).reduce((sum, cards) => sum + cards, beyond);
      if (index === 0) expect(right).toBe(total);
      else
        expect((await engine.atRiskCards({ ...scope, multiplier: index * binWidth, limit: 0 })).at_risk_count).toBe(
          right,
        );
    }
  });
});

describe('revenue attribution', () => {
  const cards = cardsFile([{ id: 1, createdAt: '2026-01-01T00:00:00Z' }]);

  it('counts earning transactions only, an unknown card among them, and names stores that have a name', async () => {
    const { engine, summary } = await engineWith([
      cards,
      transactionsFile([
        { card: 1, at: '2026-01-05T00:00:00Z', points: 10, store: 3, cents: 1000 },
        { card: 99, at: '2026-01-06T00:00:00Z', points: 5, store: null, cents: 500 },
        { card: 1, at: '2026-01-07T00:00:00Z', points: 1, type: 'stamp_earned', store: 2 },
        { card: 1, at: '2026-01-08T00:00:00Z', points: 0, store: 2 },
        { card: 1, at: '2026-01-08T00:00:00Z', points: 50, type: 'welcome_bonus', store: 2 },
      ]),
      new File(['id,name\n3,Gare\n'], 'stores.csv'),
    ]);
    expect(await engine.revenueAttribution({})).toEqual({
      monthly: [
        {
          month: '2026-01',
          transactions_count: 3,
          total_points_earned: 16,
          unique_customers: 2,
          estimated_revenue_cents: 1500,
        },
      ],
      by_store: [
        {
          store_id: 2,
          store_name: null,
          transactions_count: 1,
          total_points_earned: 1,
          estimated_revenue_cents: null,
        },
        {
          store_id: 3,
          store_name: 'Gare',
          transactions_count: 1,
          total_points_earned: 10,
          estimated_revenue_cents: 1000,
        },
      ],
      without_store: { transactions_count: 1, total_points_earned: 5, estimated_revenue_cents: 500 },
      months_back: 6,
    });
    expect(summary.files.find(({ kind }) => kind === 'transactions')!.notes[0]).toEqual({
      kind: 'unknown-card',
      rows: 1,
      examples: ['99'],
    });
  });

  it('estimates from points only where there are no purchase amounts', async () => {
    const { engine } = await engineWith([
      cards,
      transactionsFile([{ card: 1, at: '2026-01-05T00:00:00Z', points: 25, store: 1 }]),
    ]);
    expect((await engine.revenueAttribution({})).monthly[0]!.estimated_revenue_cents).toBeNull();
    const { monthly, by_store } = await engine.revenueAttribution({ pointsPerCurrencyUnit: 2 });
    expect([monthly[0]!.estimated_revenue_cents, by_store[0]!.estimated_revenue_cents]).toEqual([1250, 1250]);
  });
});

describe('overview', () => {
  it('has revenue for a merchant with purchase amounts only, whatever others in the export have', async () => {
    const { engine, summary } = await engineWith([
      cardsFile([
        { id: 1, createdAt: '2026-01-01T00:00:00Z', merchant: 1 },
        { id: 2, createdAt: '2026-01-01T00:00:00Z', merchant: 2 },
      ]),
      transactionsFile([
        { card: 1, at: '2026-01-05T00:00:00Z', merchant: 1, cents: 700 },
        { card: 2, at: '2026-01-05T00:00:00Z', merchant: 2 },
      ]),
    ]);
    expect(summary.merchants.map(({ hasPurchaseAmounts }) => hasPurchaseAmounts)).toEqual([true, false]);
    expect((await engine.overview({ merchantId: 1 })).revenueCents).toEqual({ current: 700, previous: null });
    expect((await engine.overview({ merchantId: 2 })).revenueCents).toBeNull();
  });
});

describe('parameters', () => {
  it.each([
    [{ monthsBack: 0 }, 'monthsBack'],
    [{ monthsBack: 61 }, 'monthsBack'],
    [{ monthsBack: 2.5 }, 'monthsBack'],
    [{ asOf: 'yesterday' }, 'asOf'],
    [{ asOf: '2026-02-30' }, 'asOf'],
  ])('refuses %o', async (params, parameter) => {
    const { engine } = await engineWith(await goldenFiles('seed-a'));
    expect((await failureOf(engine.cohortRetention({ merchantId: 1, ...params }))).details).toMatchObject({
      parameter,
    });
  });

  it('asks for the merchant where there are several, and answers one that is not there with nothing', async () => {
    const { engine } = await engineWith(await goldenFiles('seed-a'));
    expect((await failureOf(engine.cohortRetention({}))).code).toBe('merchant-needed');
    expect(await engine.cohortRetention({ merchantId: 77 })).toEqual({ cohorts: [], months_back: 6 });
    expect(await engine.atRiskCards({ merchantId: 'nobody' })).toEqual({
      at_risk_count: 0,
      total_cards_checked: 0,
      cards: [],
    });
    expect(await engine.revenueAttribution({ merchantId: 77 })).toEqual({
      monthly: [],
      by_store: [],
      without_store: null,
      months_back: 6,
    });
  });

  it.each(['0050-01-01T00:00:00Z', '1969-12-31T23:30:00Z', '9999-12-31T23:59:59.999999Z'])(
    'is asked of any instant, in any zone: %s',
    async (asOf) => {
      const { engine } = await engineWith(await goldenFiles('seed-a'));
      const calendar = { timeZone: 'Europe/Luxembourg', weekStart: 1, dayStart: 4 };
      expect((await engine.cohortRetention({ merchantId: 1, asOf, calendar })).cohorts).toEqual([]);
      const { weekdays, enrolment } = await engine.overview({ merchantId: 1, asOf, calendar });
      expect(weekdays).toEqual([0, 0, 0, 0, 0, 0, 0]);
      // Those who enrolled long before are known to be there.
      expect(enrolment).toHaveLength(asOf.startsWith('9') ? 36 : 0);
    },
  );

  it('reads an offset of the report date', async () => {
    const { engine } = await engineWith(await goldenFiles('seed-a'));
    const ask = (asOf: string): Promise<unknown> => engine.atRiskCards({ merchantId: 1, asOf });
    expect(await ask('2026-04-01T01:30:00.000001+02:00')).toEqual(await ask('2026-03-31T23:30:00.000001Z'));
  });
});

describe('bands of churn', () => {
  /** Visits on days of January 2026; the second of a day is none. */
  const visits = (card: number, ...days: number[]): { card: number; at: string }[] =>
    days.flatMap((day) => {
      const date = `2026-01-${String(day).padStart(2, '0')}`;
      return [
        { card, at: `${date}T09:00:00Z` },
        { card, at: `${date}T18:00:00Z` },
      ];
    });
  const cards = [1, 2, 3, 4, 5, 6].map((id) => ({ id, createdAt: '2026-01-01T00:00:00Z', points: id === 4 ? -5 : 10 }));

  it('are by whole days of the calendar, up to and including each threshold', async () => {
    const { engine } = await engineWith([
      cardsFile([...cards, { id: 7, createdAt: '2026-01-01T00:00:00Z', points: 10, isActive: false }]),
      transactionsFile([
        // Every four days, last on the 9th: four days away on the 13th, eight on the 17th, sixteen on the 25th.
        ...visits(1, 1, 5, 9),
        ...visits(2, 3),
        // Closed today.
        ...visits(7, 1, 5, 9),
        // The export's last instant.
        { card: 3, at: '2026-02-28T00:00:00Z', type: 'points_voided' },
      ]),
    ]);
    const bandOf = async (asOf: string, multiplier?: number): Promise<unknown> =>
      (await engine.churnBands({ asOf, multiplier })).bands
        .filter((one) => one.cards > 0)
        .map((one) => [one.band, one.cards]);
    const single = ['single-visit', 1];
    expect(await bandOf('2026-01-13T23:59:59Z')).toEqual([['within-rhythm', 2], single]);
    expect(await bandOf('2026-01-14T00:00:00Z')).toEqual([['slipping', 2], single]);
    expect(await bandOf('2026-01-17T23:59:59Z')).toEqual([['slipping', 2], single]);
    expect(await bandOf('2026-01-18T00:00:00Z')).toEqual([['overdue', 2], single]);
    expect(await bandOf('2026-01-25T23:59:59Z')).toEqual([['overdue', 2], single]);
    expect(await bandOf('2026-01-26T00:00:00Z')).toEqual([['lost', 2], single]);
    // Below 1 it counts as 1: nobody slips, and up to twice the interval one is overdue.
    expect(await bandOf('2026-01-14T00:00:00Z', 0.5)).toEqual([['overdue', 2], single]);
    expect(await bandOf('2026-02-28T00:00:00Z')).toEqual([['lost', 1], single]);
  });

  it('say what the cards hold and spent, and where the same cards were 30 days before', async () => {
    const { engine } = await engineWith([
      cardsFile(cards),
      transactionsFile([
        ...visits(1, 1, 11, 21, 31),
        ...visits(3, 1, 3),
        ...visits(4, 30),
        { card: 4, at: '2026-02-20T00:00:00Z', type: 'points_earned', points: 0, cents: 700 },
        { card: 3, at: '2026-01-02T12:00:00Z', type: 'points_earned', points: 5, cents: 1250 },
        { card: 1, at: '2026-02-25T12:00:00Z', type: 'points_earned', points: 5, cents: 300 },
      ]),
    ]);
    const { bands, moves } = await engine.churnBands({ asOf: '2026-03-01T12:00:00Z' });
    const empty = { cards: 0, before: 0, points: 0, revenueCents: 0, visits: 0 };
    expect(bands).toEqual([
      { band: 'within-rhythm', cards: 2, before: 1, points: 10, revenueCents: 300, visits: 7 },
      { band: 'slipping', ...empty },
      { band: 'overdue', ...empty },
      { band: 'lost', cards: 1, before: 1, points: 10, revenueCents: 1250, visits: 3 },
      { band: 'single-visit', ...empty, before: 1 },
    ]);
    expect(moves).toEqual([
      { from: 'within-rhythm', to: 'within-rhythm', cards: 1 },
      { from: 'single-visit', to: 'within-rhythm', cards: 1 },
      { from: 'lost', to: 'lost', cards: 1 },
    ]);
  });
});

describe('the call list', () => {
  const cards = [1, 2, 3, 4].map((id) => ({
    id,
    createdAt: '2026-01-01T00:00:00Z',
    lastActivityAt: '2026-03-01T00:00:00Z',
    name: id === 2 ? 'Łucja É' : `Customer ${id}`,
  }));
  const on = (card: number, day: string, cents: number, store = 1) => ({ card, at: `${day}T10:00:00Z`, cents, store });

  it('has late cards with three visits, by what they would spend, times who of such cards stayed away', async () => {
    const { engine } = await engineWith([
      cardsFile(cards),
      transactionsFile([
        // Every 10 days until 30 May: 15 days away on 14 June.
        ...['2026-05-10', '2026-05-20', '2026-05-30'].map((day, i) => on(1, day, 1000, i === 0 ? 2 : 1)),
        ...['2026-01-01', '2026-01-11', '2026-01-21'].map((day) => on(1, day, 1000, 2)),
        // Every 20 days until 13 April: overdue.
        ...['2026-03-04', '2026-03-24', '2026-04-13'].map((day) => on(2, day, 500)),
        // Two visits are no habit.
        ...['2026-05-01', '2026-05-15'].map((day) => on(3, day, 9900)),
        // Slipping 90 days before, on 16 March, and not seen since.
        ...['2026-02-01', '2026-02-14', '2026-02-27'].map((day) => on(4, day, 100)),
      ]),
    ]);
    const asked = { asOf: '2026-06-14T12:00:00Z', multiplier: 2 };
    const { cards: called, ...rest } = await engine.callList(asked);
    expect(rest).toEqual({
      multiplier: 2,
      count: 1,
      hasMoney: true,
      stayedAway: { slipping: { cards: 1, away: 1 }, overdue: { cards: 0, away: 0 } },
    });
    expect(called).toEqual([
      {
        cardId: 2,
        cardNumber: 'LC-2',
        customerName: 'Łucja É',
        band: 'overdue',
        visits: 3,
        lastVisit: '2026-04-13',
        daysAway: 62,
        usualInterval: 20,
        expected: '2026-05-03',
        spendCents: 500,
        homeStore: { id: 1, name: null },
        atStake: 2250,
      },
    ]);
    expect((await engine.callList({ ...asked, search: 'e LUCJA' })).cards).toEqual([]);
    expect((await engine.callList({ ...asked, search: 'é' })).found).toBe(1);
    expect((await engine.callList({ ...asked, limit: 0 })).cards).toEqual([]);
  });

  it.each(callColumns)('is sorted by %s in either direction, over all cards', async (column) => {
    const { engine } = await engineWith(await goldenFiles('seed-a'));
    const [merchantId, asOf] = [1, '2026-01-31T00:00:00Z'];
    const listed = async (sort: CallOrder, limit = 1000) =>
      (await engine.callList({ merchantId, asOf, sort, limit })).cards;
    const up = await listed(column);
    const down = await listed(`-${column}`);
    const value = (card: CalledCard): number | string | null => {
      if (column === 'times') return card.daysAway / card.usualInterval;
      if (column === 'spend') return card.spendCents;
      if (column === 'home') return card.homeStore && `${card.homeStore.name?.toLowerCase()} ${card.homeStore.id}`;
      return card[column];
    };
    const known = (cards: CalledCard[]) => cards.map(value).filter((one) => one !== null);
    expect(up.length).toBeGreaterThan(3);
    const compare = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);
    expect(known(up)).toEqual(known(up).toSorted(compare));
    expect(known(down)).toEqual(known(up).toReversed());
    expect(await listed(column, 3)).toEqual(up.slice(0, 3));
  });
});
