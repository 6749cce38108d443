import { describe, expect, it } from 'vitest';
import type { CohortRetention, Overview, RevenueAttribution } from '../../src/contract/answers.ts';
import { insightsOf, type Insight, type InsightSources } from '../../src/domain/insights/index.ts';
import { messages } from '../support/english.ts';
import { utc } from '../support/utc.ts';

const none = { current: 0, previous: 0 };
const quiet: Overview = {
  asOf: '2026-03-31T20:00:00Z',
  firstInstant: '2024-01-05T09:00:00Z',
  cards: 500,
  activeCards: { current: 201, previous: 199 },
  newCards: { current: 20, previous: 21 },
  transactions: none,
  pointsEarned: none,
  revenueCents: null,
  pointsOutstanding: 0,
  secondVisit: { enrolled: none, returned: none },
  stores: [],
  weekdays: [0, 0, 0, 0, 0, 0, 0],
  enrolment: [],
  monthlyActive: [],
};
const insights = (change: Partial<Overview>, others: Partial<InsightSources> = {}): Insight[] =>
  insightsOf({
    overview: { ...quiet, ...change },
    atRisk: null,
    cohorts: null,
    revenue: null,
    local: utc,
    ...others,
  });
const kinds = (...given: Parameters<typeof insights>): string[] => insights(...given).map(({ kind }) => kind);
const words = (insight: Insight | undefined): string => {
  if (!insight) return '';
  const { lead, detail } = messages.insightText(insight);
  return `${lead} ${detail}`;
};

describe('a merchant with nothing remarkable', () => {
  it('gets no insight', () => {
    expect(insights({})).toEqual([]);
  });
});

describe('stores', () => {
  const store = (id: number, current: number, previous: number | null): Overview['stores'][number] => ({
    storeId: id,
    storeName: `Shop ${id}`,
    activeCards: { current, previous },
  });

  it('that lose customers against the others come first', () => {
    const [first] = insights({ stores: [store(1, 200, 400), store(2, 410, 400), store(3, 395, 400)] });
    expect(first).toMatchObject({ kind: 'store-losing', store: { id: 1, name: 'Shop 1' }, change: -50 });
    expect(first!.more).toEqual({ answer: 'churn', store: 1 });
    expect(words(first)).toBe(
      'Shop 1 is losing customers: 50% fewer active cards than three months before. 200 cards were used there in the last 91 days, 400 in the 91 days before. All 3 stores, added up, are down 16%.',
    );
  });

  it('without a name are called by their id', () => {
    const unnamed = { ...store(7, 200, 400), storeName: null };
    const [first] = insights({ stores: [unnamed, store(2, 410, 400), store(3, 395, 400)] });
    expect(first).toMatchObject({ store: { id: 7, name: null } });
    expect(words(first)).toMatch(/^Store 7 is losing customers: /);
  });

  it('are held against one and the same baseline, whichever of them is spoken of', () => {
    const both = insights({ stores: [store(1, 200, 400), store(2, 640, 400), store(3, 395, 400)] });
    expect(both.map(({ kind }) => kind)).toEqual(['store-losing', 'store-gaining']);
    expect(both.map((each) => /All 3 stores, added up, are (.*)\./.exec(words(each))?.[1])).toEqual(['up 3%', 'up 3%']);
  });

  it('that fall with all others are not singled out', () => {
    expect(kinds({ stores: [store(1, 200, 400), store(2, 210, 400), store(3, 190, 400)] })).toEqual([]);
  });

  it('of few cards, or without a before, are not judged', () => {
    expect(kinds({ stores: [store(1, 5, 12), store(2, 410, 400)] })).toEqual([]);
    expect(kinds({ stores: [store(1, 5, null), store(2, 410, null)] })).toEqual([]);
  });

  it('that make far more of the purchases than others are named', () => {
    const revenue: RevenueAttribution = {
      months_back: 12,
      monthly: [
        {
          month: '2025-10',
          transactions_count: 1000,
          total_points_earned: 1000,
          unique_customers: 9,
          estimated_revenue_cents: null,
        },
      ],
      without_store: null,
      by_store: [600, 200, 200].map((n, i) => ({
        store_id: i,
        store_name: `Shop ${i}`,
        transactions_count: n,
        total_points_earned: n,
        estimated_revenue_cents: null,
      })),
    };
    expect(insights({}, { revenue })).toMatchObject([
      {
        kind: 'store-share',
        store: { id: 0, name: 'Shop 0' },
        transactions: 600,
        total: 1000,
        period: { first: '2025-10-01' },
      },
    ]);
  });
});

describe('changes', () => {
  it('count when they are larger than chance', () => {
    expect(insights({ activeCards: { current: 300, previous: 400 } })).toMatchObject([
      { kind: 'active-cards', change: -25, tone: 'warn' },
    ]);
    expect(kinds({ activeCards: { current: 36, previous: 40 } })).toEqual([]);
    expect(kinds({ activeCards: { current: 400, previous: null } })).toEqual([]);
    expect(kinds({ newCards: { current: 12, previous: 3 } })).toEqual([]);
  });
});

describe('second visits', () => {
  it('state the share of new cards that did not come back', () => {
    const [first] = insights({
      secondVisit: { enrolled: { current: 200, previous: 210 }, returned: { current: 90, previous: 95 } },
    });
    expect(first).toMatchObject({ kind: 'second-visit', share: 45, before: null, tone: 'warn' });
    expect(words(first)).toMatch(/^55% of new cards did not come back within 60 days\. Of 200 cards/);
  });

  it('compare with before only where the difference is sure', () => {
    const [first] = insights({
      secondVisit: { enrolled: { current: 400, previous: 400 }, returned: { current: 260, previous: 180 } },
    });
    expect(first).toMatchObject({ before: 45, tone: 'good' });
    expect(words(first)).toMatch(/^New members come back more often: 65% within 60 days, up from 45%\./);
    expect(kinds({ secondVisit: { enrolled: { current: 12, previous: 9 }, returned: none } })).toEqual([]);
  });
});

describe('cards at risk', () => {
  const holdings = { count: 60, checked: 200, haveBalances: true, points: 1490, largest: 1000 };

  it('say what they hold, and how much of it the ten largest', () => {
    const [first] = insights({}, { atRisk: holdings });
    expect(first).toMatchObject({ count: 60, checked: 200, points: 1490, top: { cards: 10, points: 1000 } });
    expect(words(first)).toContain('They hold 1,490 points, 67% of them on 10 cards.');
  });

  it('say nothing of points that are not known', () => {
    const unknown = { ...holdings, points: null, largest: 0 };
    expect(insights({}, { atRisk: unknown })).toMatchObject([{ points: null, top: null }]);
  });

  it('are left out when they are few', () => {
    expect(kinds({}, { atRisk: { ...holdings, count: 4 } })).toEqual([]);
  });
});

describe('a month of many new cards', () => {
  const enrolment = ['08', '09', '10', '11', '12', '01', '02', '03'].map((month, i) => ({
    month: `${i < 5 ? 2025 : 2026}-${month}`,
    cards: month === '12' ? 300 : 100,
  }));
  const cohorts = (active: number): CohortRetention => ({
    months_back: 12,
    cohorts: ['07', '08', '09', '10', '11', '12'].map((month) => ({
      month: `2025-${month}`,
      enrolled: 100,
      retention: [90, 60, month === '12' ? active : 40],
      active: [90, 60, month === '12' ? active : 40],
    })),
  });

  it('is compared with a usual month', () => {
    expect(insights({ enrolment })).toMatchObject([
      { kind: 'enrolment-peak', month: '2025-12', times: 3, later: null },
    ]);
  });

  it('is followed to days 61 to 90, which must be over', () => {
    expect(insights({ enrolment }, { cohorts: cohorts(20) })).toMatchObject([
      { later: { own: { active: 20, enrolled: 100 }, lowest: { active: 40 }, highest: { active: 40 } }, tone: 'warn' },
    ]);
    const asOf = '2026-02-20T00:00:00Z';
    expect(insights({ enrolment: enrolment.slice(0, 7), asOf }, { cohorts: cohorts(20) })[0]).toMatchObject({
      later: null,
    });
  });
});

describe('the week', () => {
  it('names the busiest day, and takes a closed day for closed', () => {
    expect(insights({ weekdays: [100, 100, 100, 110, 150, 250, 1] })).toMatchObject([
      { kind: 'weekday', busiest: 5, quietest: 0, times: 2.5 },
    ]);
    expect(kinds({ weekdays: [100, 101, 99, 100, 102, 98, 100] })).toEqual([]);
    expect(kinds({ weekdays: [1, 1, 1, 1, 1, 9, 0] })).toEqual([]);
  });
});

describe('points', () => {
  it('outstanding are measured by the pace at which they are earned', () => {
    expect(insights({ pointsOutstanding: 12_000, pointsEarned: { current: 2000, previous: null } })).toMatchObject([
      { kind: 'points-outstanding', days: 180 },
    ]);
    expect(kinds({ pointsOutstanding: 12_000, pointsEarned: { current: 0, previous: 0 } })).toEqual([]);
  });
});

describe('the best month', () => {
  it('is taken from whole months only', () => {
    const month = (name: string, n: number): RevenueAttribution['monthly'][number] => ({
      month: name,
      transactions_count: n,
      total_points_earned: n,
      unique_customers: n,
      estimated_revenue_cents: null,
    });
    const revenue: RevenueAttribution = {
      months_back: 6,
      // September is cut by the report's beginning, and March is not over.
      monthly: [
        month('2025-09', 9000),
        month('2025-10', 500),
        month('2025-11', 500),
        month('2025-12', 900),
        month('2026-01', 500),
        month('2026-02', 500),
        month('2026-03', 9999),
      ],
      by_store: [],
      without_store: null,
    };
    const asOf = '2026-03-30T23:59:59.999999Z';
    expect(insights({ asOf }, { revenue })).toMatchObject([{ kind: 'best-month', month: '2025-12', months: 5 }]);
  });
});
