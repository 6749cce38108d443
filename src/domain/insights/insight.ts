import type {
  AtRiskHoldings,
  AtRiskOrder,
  CohortRetention,
  Overview,
  RevenueAttribution,
} from '../../contract/answers.ts';
import type { Calendar } from '../../contract/calendar.ts';
import type { Exact } from '../../contract/exact.ts';
import type { Id, Month } from '../../contract/ids.ts';
import type { Days } from '../calendar.ts';
import type { LocalCalendar } from '../local-calendar.ts';

/** A store that an insight is of. */
export interface InsightStore {
  id: Id;
  /** Null where the export has none. */
  name: string | null;
}

/** The facts of an insight, by its kind; percentages from 0 to 100, changes in percent of before. */
export type InsightFacts =
  | {
      kind: 'store-losing' | 'store-gaining';
      store: InsightStore;
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
      period: Days;
      /** Whose weekdays they are. */
      calendar: Calendar;
    }
  | { kind: 'store-share'; store: InsightStore; transactions: number; total: number; stores: number; period: Days }
  | { kind: 'best-month'; month: Month; transactions: number; above: number; months: number };

/** Activity of the peak's cards in days 61 to 90, against the lowest and highest of the other cohorts. */
export interface PeakLater {
  own: Share;
  lowest: Share;
  highest: Share;
}

/** How many cards of how many: a percentage alone would say all of what is not quite all. */
export interface Share {
  active: number;
  enrolled: number;
}

/** The answer in which more is to be seen, and what it is asked for. */
export interface More {
  answer: 'cohorts' | 'churn' | 'revenue';
  store?: Id;
  sort?: AtRiskOrder;
  monthsBack?: number;
}

export type Insight = InsightFacts & { tone: 'good' | 'warn' | 'neutral'; weight: number; more: More };

/** The answers that insights are drawn from; those that are not there yet, or failed, are null. */
export interface InsightSources {
  overview: Overview;
  atRisk: AtRiskHoldings | null;
  cohorts: CohortRetention | null;
  revenue: RevenueAttribution | null;
  /** That they were asked by. */
  local: LocalCalendar;
}
