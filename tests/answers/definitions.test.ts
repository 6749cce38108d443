import { describe, expect, it } from 'vitest';
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
