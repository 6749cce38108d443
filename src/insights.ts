import { cutMonth, isMonthOpen, isWindowOpen, nextMonth } from './charts/periods.ts';
import type { AtRiskCards, Change, CohortRetention, Month, Overview, RevenueAttribution } from './contract.ts';
import type { Route } from './state/route.ts';

/** The facts of an insight, by its kind; percentages from 0 to 100, changes in percent of before. */
export type InsightFacts =
  | {
      kind: 'store-losing' | 'store-gaining';
      store: string;
      current: number;
      previous: number;
      change: number;
      others: number;
    }
  | { kind: 'active-cards' | 'new-cards'; current: number; previous: number; change: number }
  | { kind: 'second-visit'; enrolled: number; returned: number; share: number; before: number | null }
  | {
      kind: 'at-risk';
      count: number;
      checked: number;
      points: number | null;
      top: { cards: number; points: number } | null;
    }
  | { kind: 'enrolment-peak'; month: Month; cards: number; times: number; later: PeakLater | null }
  | { kind: 'points-outstanding'; points: number; days: number }
  | { kind: 'weekday'; busiest: number; share: number; quietest: number; times: number }
  | { kind: 'store-share'; store: string; share: number; stores: number; months: number }
  | { kind: 'best-month'; month: Month; transactions: number; above: number; months: number };

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
    storeShare(sources.revenue),
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
  const compared = known.flatMap((store) => {
    const previous = sum(known.map((each) => each.previous)) - store.previous;
    const current = sum(known.map((each) => each.current)) - store.current;
    if (store.previous < 40 || previous < 100) return [];
    const trend = current / previous;
    const expected = store.previous * trend;
    const deviation = Math.sqrt(store.current + store.previous * trend ** 2);
    const change = percentChange(store.current, store.previous);
    const others = 100 * (trend - 1);
    return [
      { ...store, change, others, gap: change - others, sure: Math.abs(store.current - expected) > SURE * deviation },
    ];
  });
  const insight = (kind: 'store-losing' | 'store-gaining', of: (typeof compared)[number]): Insight => ({
    kind,
    store: of.store,
    current: of.current,
    previous: of.previous,
    change: of.change,
    others: of.others,
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
  const balances = cards.length === count ? cards.map((card) => Math.max(0, card.points_balance)) : null;
  const points = balances && sum(balances);
  const largest = balances ? sum(balances.sort((a, b) => b - a).slice(0, 10)) : 0;
  return {
    kind: 'at-risk',
    count,
    checked,
    points: points || null,
    top: points && count >= 30 && largest / points >= 0.15 ? { cards: 10, points: largest } : null,
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
  if (points < 500 || pointsEarned.current < 100) return null;
  const days = (30 * points) / pointsEarned.current;
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

function weekday({ weekdays }: Overview): Insight | null {
  const total = sum(weekdays);
  if (total < 300) return null;
  const busiest = weekdays.indexOf(Math.max(...weekdays));
  // A day with next to nothing is a day the doors are shut, not a quiet one.
  const open = weekdays.filter((count) => count > 0.02 * total);
  const quietest = weekdays.indexOf(Math.min(...open));
  const times = (weekdays[busiest] ?? 0) / (weekdays[quietest] ?? 1);
  if (open.length < 2 || times < 1.25) return null;
  const share = (100 * (weekdays[busiest] ?? 0)) / total;
  return {
    kind: 'weekday',
    busiest,
    share,
    quietest,
    times,
    tone: 'neutral',
    weight: 27 + Math.min(8, times),
    link: { view: 'revenue' },
  };
}

function storeShare(revenue: RevenueAttribution | null): Insight | null {
  const stores = revenue?.by_store ?? [];
  const points = sum(stores.map((store) => store.transactions_count));
  const largest = stores.reduce<(typeof stores)[number] | null>(
    (best, each) => (best && best.transactions_count >= each.transactions_count ? best : each),
    null,
  );
  if (!revenue || !largest || stores.length < 3 || points < 300) return null;
  const share = (100 * largest.transactions_count) / points;
  if (share < 20 || share < (1.6 * 100) / stores.length) return null;
  const shared = { kind: 'store-share', store: largest.store_name, share, stores: stores.length } as const;
  const months = revenue.months_back;
  const link = { view: 'revenue', store: largest.store_id, monthsBack: months } as const;
  return { ...shared, months, tone: 'neutral', weight: 28 + share / 5, link };
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
