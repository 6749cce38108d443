import type { AtRiskHoldings, Change, CohortRetention, Overview } from '../../contract/answers.ts';
import { nearest } from '../../contract/exact.ts';
import type { Month } from '../../contract/ids.ts';
import { cutMonth, isMonthOpen, isWindowOpen } from '../calendar.ts';
import type { LocalCalendar } from '../local-calendar.ts';
import { percentChange, sureDeviations } from '../statistics.ts';
import type { Insight, InsightSources, More, PeakLater, Share } from './insight.ts';

export function changeInsight(
  kind: 'active-cards' | 'new-cards',
  { current, previous }: Change,
  { least, weight, answer }: { least: number; weight: number; answer: More['answer'] },
): Insight | null {
  if (previous === null || previous < 30) return null;
  const change = percentChange(current, previous);
  if (Math.abs(change) < least || Math.abs(current - previous) < sureDeviations * Math.sqrt(current + previous))
    return null;
  const tone = change > 0 ? 'good' : 'warn';
  return {
    kind,
    current,
    previous,
    change,
    tone,
    weight: weight + Math.min(30, Math.abs(change) / 2),
    more: { answer },
  };
}

export function secondVisit({ secondVisit: { enrolled, returned } }: Overview): Insight | null {
  if (enrolled.current < 40) return null;
  const share = (100 * returned.current) / enrolled.current;
  let before: number | null = null;
  if (enrolled.previous !== null && returned.previous !== null && enrolled.previous >= 40) {
    const pooled = (returned.current + returned.previous) / (enrolled.current + enrolled.previous);
    const deviation = Math.sqrt(pooled * (1 - pooled) * (1 / enrolled.current + 1 / enrolled.previous));
    const previous = (100 * returned.previous) / enrolled.previous;
    if (Math.abs(share - previous) > Math.max(5, sureDeviations * 100 * deviation)) before = previous;
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
    more: { answer: 'cohorts' },
  };
}

export function atRisk(holdings: AtRiskHoldings | null): Insight | null {
  if (!holdings || holdings.checked < 30 || holdings.count < 5) return null;
  const { count, checked, haveBalances, points, largest } = holdings;
  return {
    kind: 'at-risk',
    count,
    checked,
    points: points || null,
    top: points && count >= 30 && nearest(largest) / nearest(points) >= 0.15 ? { cards: 10, points: largest } : null,
    tone: 'warn',
    weight: 42 + (20 * count) / checked,
    more: { answer: 'churn', ...(haveBalances && { sort: '-points_balance' }) },
  };
}

/** A month with far more new cards than a usual one, and what became of them. */
export function enrolmentPeak({ overview, cohorts, local }: InsightSources): Insight | null {
  const whole = overview.enrolment.slice(-13).filter(({ month }) => !isMonthOpen(month, overview.asOf, local));
  const peak = whole.reduce<(typeof whole)[number] | null>(
    (best, each) => (best && best.cards >= each.cards ? best : each),
    null,
  );
  if (!peak || whole.length < 5 || peak.cards < 40) return null;
  const sorted = whole.map(({ cards }) => cards).sort((a, b) => a - b);
  const usual = sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
  if (usual < 5 || peak.cards < 1.8 * usual) return null;
  const later = cohorts && laterActivity(cohorts, peak.month, overview, local);
  const fades = later !== null && part(later.own) < part(later.lowest);
  return {
    kind: 'enrolment-peak',
    month: peak.month,
    cards: peak.cards,
    times: peak.cards / usual,
    later,
    tone: fades ? 'warn' : 'neutral',
    weight: 38 + 3 * Math.min(5, peak.cards / usual) + (fades ? 10 : 0),
    more: { answer: 'cohorts', monthsBack: 12 },
  };
}

function laterActivity(
  answer: CohortRetention,
  month: Month,
  { asOf, firstInstant }: Overview,
  local: LocalCalendar,
): PeakLater | null {
  const cut = cutMonth(asOf, answer.months_back, firstInstant, local)?.month;
  const comparable = answer.cohorts.flatMap((cohort) => {
    const { month: enrolledIn, enrolled } = cohort;
    const active = cohort.active[2];
    const usable = active !== undefined && enrolled >= 30 && enrolledIn !== cut;
    return usable && !isWindowOpen(enrolledIn, 2, asOf, local)
      ? [{ month: enrolledIn, share: { active, enrolled } }]
      : [];
  });
  const own = comparable.find((each) => each.month === month);
  const others = comparable.filter((each) => each.month !== month).map(({ share }) => share);
  if (!own || others.length < 3) return null;
  const sorted = others.sort((a, b) => part(a) - part(b));
  return { own: own.share, lowest: sorted[0]!, highest: sorted.at(-1)! };
}

const part = ({ active, enrolled }: Share): number => active / enrolled;

export function pointsOutstanding({ pointsOutstanding: points, pointsEarned }: Overview): Insight | null {
  if (points === null || pointsEarned === null) return null;
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
    more: { answer: 'churn', sort: '-points_balance' },
  };
}
