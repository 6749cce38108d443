import { cutMonth, daysBefore, isMonthOpen, isWindowOpen, nextMonth, reportedPeriod } from './charts/periods.ts';
import type {
  AtRiskCards,
  Change,
  CohortRetention,
  Exact,
  Instant,
  Month,
  Overview,
  RevenueAttribution,
} from './contract.ts';
import { exactSum, nearest } from './exact.ts';
import type { Route } from './state/route.ts';

/** The facts of an insight, by its kind; percentages from 0 to 100, changes in percent of before. */
export type InsightFacts =
  | {
      kind: 'store-losing' | 'store-gaining';
      store: string;
      current: number;
      previous: number;
      change: number;
      /** Of all stores together: one baseline for whatever is said of any of them. */
      all: number;
      stores: number;
    }
  | { kind: 'active-cards' | 'new-cards'; current: number; previous: number; change: number }
  | { kind: 'second-visit'; enrolled: number; returned: number; share: number; before: number | null }
  | {
      kind: 'at-risk';
      count: number;
      checked: number;
      points: Exact | null;
      top: { cards: number; points: Exact } | null;
    }
  | { kind: 'enrolment-peak'; month: Month; cards: number; times: number; later: PeakLater | null }
  | { kind: 'points-outstanding'; points: Exact; days: number }
  | {
      kind: 'weekday';
      busiest: number;
      onBusiest: number;
      total: number;
      quietest: number;
      times: number;
      period: Period;
    }
  | { kind: 'store-share'; store: string; transactions: number; total: number; stores: number; period: Period }
  | { kind: 'best-month'; month: Month; transactions: number; above: number; months: number };

/** The days that something is said of, the first and the last. */
interface Period {
  first: Instant;
  last: Instant;
}

/** Activity of the peak's cards in days 61 to 90, against the lowest and highest of the other cohorts. */
interface PeakLater {
  active: number;
  lowest: number;
  highest: number;
}

export type Insight = InsightFacts & { tone: 'good' | 'warn' | 'neutral'; weight: number; link: Partial<Route> };

/** The answers that insights are drawn from; those that are not there yet, or failed, are null. */
export interface InsightSources {
  overview: Overview;
  atRisk: AtRiskCards | null;
  cohorts: CohortRetention | null;
  revenue: RevenueAttribution | null;
}

/**
 * What is most worth knowing, first things first. Each insight needs enough cases to mean something: a count that
 * may differ by chance (2.5 standard deviations of a Poisson or binomial count) is not reported as a change.
 */
export function insightsOf(sources: InsightSources): Insight[] {
  return [
    ...storeInsights(sources.overview),
    changeInsight('active-cards', sources.overview.activeCards, { least: 8, weight: 45, view: 'cohorts' }),
    changeInsight('new-cards', sources.overview.newCards, { least: 20, weight: 32, view: 'cohorts' }),
    secondVisit(sources.overview),
    atRisk(sources.atRisk),
    enrolmentPeak(sources),
    pointsOutstanding(sources.overview),
    weekday(sources.overview),
    storeShare(sources),
    bestMonth(sources),
  ]
    .filter((insight) => insight !== null)
    .sort((a, b) => b.weight - a.weight);
}

const SURE = 2.5;
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);
const percentChange = (current: number, previous: number) => (100 * (current - previous)) / previous;

/** The store that fell furthest behind, and the one that pulled furthest ahead, of what the others together did. */
function storeInsights({ stores }: Overview): Insight[] {
  const known = stores.flatMap(({ storeId, storeName, activeCards: { current, previous } }) =>
    previous === null ? [] : [{ id: storeId, store: storeName, current, previous }],
  );
  const before = sum(known.map((each) => each.previous));
  const now = sum(known.map((each) => each.current));
  const compared = known.flatMap((store) => {
    const previous = before - store.previous;
    const current = now - store.current;
    if (store.previous < 40 || previous < 100) return [];
    const trend = current / previous;
    const expected = store.previous * trend;
    const deviation = Math.sqrt(store.current + store.previous * trend ** 2);
    const change = percentChange(store.current, store.previous);
    const gap = change - 100 * (trend - 1);
    return [{ ...store, change, gap, sure: Math.abs(store.current - expected) > SURE * deviation }];
  });
  const insight = (kind: 'store-losing' | 'store-gaining', of: (typeof compared)[number]): Insight => ({
    kind,
    store: of.store,
    current: of.current,
    previous: of.previous,
    change: of.change,
    all: percentChange(now, before),
    stores: known.length,
    tone: kind === 'store-losing' ? 'warn' : 'good',
    weight: (kind === 'store-losing' ? 62 : 36) + Math.min(30, Math.abs(of.gap)),
    // Who stays away from the one; what the other takes.
    link: { view: kind === 'store-losing' ? 'churn' : 'revenue', store: of.id },
  });
  const sure = compared.filter(({ sure }) => sure).sort((a, b) => a.gap - b.gap);
  const [worst] = sure;
  const best = sure.at(-1);
  return [
    ...(worst && worst.gap <= -15 && worst.change < 0 ? [insight('store-losing', worst)] : []),
    ...(best && best.gap >= 15 && best.change > 0 ? [insight('store-gaining', best)] : []),
  ];
}

function changeInsight(
  kind: 'active-cards' | 'new-cards',
  { current, previous }: Change,
  { least, weight, view }: { least: number; weight: number; view: Route['view'] },
): Insight | null {
  if (previous === null || previous < 30) return null;
  const change = percentChange(current, previous);
  if (Math.abs(change) < least || Math.abs(current - previous) < SURE * Math.sqrt(current + previous)) return null;
  const tone = change > 0 ? 'good' : 'warn';
  return { kind, current, previous, change, tone, weight: weight + Math.min(30, Math.abs(change) / 2), link: { view } };
}

function secondVisit({ secondVisit: { enrolled, returned } }: Overview): Insight | null {
  if (enrolled.current < 40) return null;
  const share = (100 * returned.current) / enrolled.current;
  let before: number | null = null;
  if (enrolled.previous !== null && returned.previous !== null && enrolled.previous >= 40) {
    const pooled = (returned.current + returned.previous) / (enrolled.current + enrolled.previous);
    const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / enrolled.current + 1 / enrolled.previous));
    const previous = (100 * returned.previous) / enrolled.previous;
    if (Math.abs(share - previous) > Math.max(5, SURE * 100 * deviation)) before = previous;
  }
  const worse = before !== null && before > share;
  return {
    kind: 'second-visit',
    enrolled: enrolled.current,
    returned: returned.current,
    share,
    before,
    tone: worse || (before === null && share < 50) ? 'warn' : before === null ? 'neutral' : 'good',
    weight: 38 + Math.max(0, 60 - share) / 2 + (before === null ? 0 : 15),
    link: { view: 'cohorts' },
  };
}

function atRisk(answer: AtRiskCards | null): Insight | null {
  if (!answer || answer.total_cards_checked < 30 || answer.at_risk_count < 5) return null;
  const { at_risk_count: count, total_cards_checked: checked, cards } = answer;
  // Balances can only be added up when every card at risk is listed.
  const balances = cards.length === count ? cards.map((card) => card.points_balance) : null;
  const owed = balances?.filter((points) => nearest(points) > 0).toSorted((a, b) => nearest(b) - nearest(a));
  const points = owed && exactSum(owed);
  const largest = exactSum(owed?.slice(0, 10) ?? []);
  return {
    kind: 'at-risk',
    count,
    checked,
    points: points || null,
    top: points && count >= 30 && nearest(largest) / nearest(points) >= 0.15 ? { cards: 10, points: largest } : null,
    tone: 'warn',
    weight: 42 + (20 * count) / checked,
    link: { view: 'churn', sort: '-points_balance' },
  };
}

/** A month with far more new cards than a usual one, and what became of them. */
function enrolmentPeak({ overview, cohorts }: InsightSources): Insight | null {
  const whole = overview.enrolment.slice(-13).filter(({ month }) => !isMonthOpen(month, overview.asOf));
  const peak = whole.reduce<(typeof whole)[number] | null>(
    (best, each) => (best && best.cards >= each.cards ? best : each),
    null,
  );
  if (!peak || whole.length < 5 || peak.cards < 40) return null;
  const sorted = whole.map(({ cards }) => cards).sort((a, b) => a - b);
  const usual = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  if (usual < 5 || peak.cards < 1.8 * usual) return null;
  const later = cohorts && laterActivity(cohorts, peak.month, overview);
  const fades = later !== null && later.active < later.lowest;
  return {
    kind: 'enrolment-peak',
    month: peak.month,
    cards: peak.cards,
    times: peak.cards / usual,
    later,
    tone: fades ? 'warn' : 'neutral',
    weight: 38 + 3 * Math.min(5, peak.cards / usual) + (fades ? 10 : 0),
    link: { view: 'cohorts', monthsBack: 12 },
  };
}

function laterActivity(answer: CohortRetention, month: Month, { asOf, firstInstant }: Overview): PeakLater | null {
  const cut = cutMonth(asOf, answer.months_back, firstInstant)?.month;
  const comparable = answer.cohorts.flatMap((cohort) => {
    const active = cohort.retention[2];
    const usable = active !== undefined && cohort.enrolled >= 30 && cohort.month !== cut;
    return usable && !isWindowOpen(cohort.month, 2, asOf) ? [{ month: cohort.month, active }] : [];
  });
  const own = comparable.find((each) => each.month === month);
  const others = comparable.filter((each) => each.month !== month).map(({ active }) => active);
  if (!own || others.length < 3) return null;
  return { active: own.active, lowest: Math.min(...others), highest: Math.max(...others) };
}

function pointsOutstanding({ pointsOutstanding: points, pointsEarned }: Overview): Insight | null {
  const earned = nearest(pointsEarned.current);
  if (nearest(points) < 500 || earned < 100) return null;
  const days = (30 * nearest(points)) / earned;
  if (days < 45) return null;
  const weight = 28 + Math.min(14, days / 30);
  return {
    kind: 'points-outstanding',
    points,
    days,
    tone: 'neutral',
    weight,
    link: { view: 'churn', sort: '-points_balance' },
  };
}

function weekday({ weekdays, firstInstant, asOf }: Overview): Insight | null {
  const total = sum(weekdays);
  if (total < 300) return null;
  const busiest = weekdays.indexOf(Math.max(...weekdays));
  // A day with next to nothing is a day the doors are shut, not a quiet one.
  const open = weekdays.filter((count) => count > 0.02 * total);
  const quietest = weekdays.indexOf(Math.min(...open));
  const times = (weekdays[busiest] ?? 0) / (weekdays[quietest] ?? 1);
  if (open.length < 2 || times < 1.25) return null;
  return {
    kind: 'weekday',
    busiest,
    onBusiest: weekdays[busiest] ?? 0,
    total,
    quietest,
    times,
    period: weekdaysPeriod(asOf, firstInstant),
    tone: 'neutral',
    weight: 27 + Math.min(8, times),
    link: { view: 'revenue' },
  };
}

/** The 52 weeks that the weekdays are counted over, or what there is of them. */
export function weekdaysPeriod(asOf: Instant, firstInstant: Instant | null): Period {
  const first = daysBefore(asOf, 364);
  return { first: firstInstant !== null && firstInstant > first ? firstInstant : first, last: asOf };
}

function storeShare({ revenue, overview: { asOf } }: InsightSources): Insight | null {
  const stores = revenue?.by_store ?? [];
  const total =
    sum(stores.map((store) => store.transactions_count)) + (revenue?.without_store?.transactions_count ?? 0);
  const largest = stores.reduce<(typeof stores)[number] | null>(
    (best, each) => (best && best.transactions_count >= each.transactions_count ? best : each),
    null,
  );
  if (!revenue || !largest || stores.length < 3 || total < 300) return null;
  const { transactions_count: transactions } = largest;
  const share = (100 * transactions) / total;
  if (share < 20 || share < (1.6 * 100) / stores.length) return null;
  const months = revenue.months_back;
  const period = reportedPeriod(revenue.monthly[0]!.month, months, asOf, null);
  const shared = {
    kind: 'store-share',
    store: largest.store_name,
    transactions,
    total,
    stores: stores.length,
  } as const;
  const link = { view: 'revenue', store: largest.store_id, monthsBack: months } as const;
  return { ...shared, period, tone: 'neutral', weight: 28 + share / 5, link };
}

function bestMonth({ revenue, overview: { asOf, firstInstant } }: InsightSources): Insight | null {
  if (!revenue) return null;
  const cut = cutMonth(asOf, revenue.months_back, firstInstant)?.month;
  const first = firstInstant && nextMonth(firstInstant.slice(0, 7));
  // Whole months only: not the cut one, not the one the data begins in, not the running one.
  const whole = revenue.monthly.filter(
    ({ month }) => month !== cut && !isMonthOpen(month, asOf) && (first === null || month >= first),
  );
  const [best] = [...whole].sort((a, b) => b.transactions_count - a.transactions_count);
  if (!best || whole.length < 5 || best.transactions_count < 200) return null;
  const mean = sum(whole.map((row) => row.transactions_count)) / whole.length;
  const above = percentChange(best.transactions_count, mean);
  if (above < 10) return null;
  const shared = { kind: 'best-month', month: best.month, transactions: best.transactions_count, above } as const;
  return {
    ...shared,
    months: whole.length,
    tone: 'neutral',
    weight: 24 + Math.min(8, above / 5),
    link: { view: 'revenue', monthsBack: 12 },
  };
}
