import type { RevenueMetric } from '../charts/revenue-monthly.ts';
import type { ChartFormat } from '../charts/look.ts';
import type { Insight } from '../insights.ts';

/** Words of the four views, their charts and tables. Numbers and dates arrive as the reader writes them. */
export const viewsText = {
  chart: 'Chart',
  table: 'Table',
  showAs: (title: string): string => `Show ${title} as`,
  loading: 'Loading …',
  retry: 'Try again',
  monthsBack: 'Look back',
  months: (n: number): string => (n === 1 ? '1 month' : `${n} months`),
};

export const tableText = {
  none: 'Nothing found.',
  region: (caption: string): string => `${caption}, scrollable`,
};

export const monthText = {
  since: (date: string): string => `since ${date}`,
  soFar: 'so far',
  sinceSoFar: (date: string): string => `since ${date}, so far`,
  partial: 'Not a whole month',
};

export const heatmapText = {
  cohort: (month: string): string => `Enrolled in ${month}`,
  days: (first: number, last: number): string => `Days ${first}–${last}`,
  dates: (first: string, last: string): string => `${first} – ${last}`,
  active: 'Active',
  enrolled: 'Enrolled',
  openNote: 'This window is not over yet: the value can still rise.',
  partialNote: (date: string): string => `Only cards enrolled since ${date}, where the report begins.`,
};

export const histogramText = {
  cards: 'Cards',
  share: 'Share of cards checked',
  between: (from: string, to: string): string => `Away for ${from} to ${to} times the usual interval`,
  beyond: (from: string): string => `Away for more than ${from} times the usual interval`,
  atRisk: 'Counted as at risk.',
  notAtRisk: 'Not counted as at risk.',
  more: 'more',
  times: (n: string): string => `${n}×`,
  threshold: (n: string): string => `at risk above ${n}×`,
};

export const cohortsText = {
  title: 'Cohorts',
  lead: 'Do new members come back? Each row follows the cards enrolled in one month.',
  panel: 'Retention by enrolment month',
  panelSubtitle: 'Share of a month’s cards used in each 30-day window from the first of that month.',
  drift:
    'Windows are 30 days, as in the service’s own report, and so drift from the calendar: the twelfth begins 4 to 7 days before its month. The first window starts before most of its cards were enrolled.',
  cut: (date: string): string =>
    `The report begins on ${date}. Of that month only cards enrolled from then on are counted: its row is partial.`,
  chartLabel: (cohorts: number, first: string, last: string): string =>
    `Heatmap of the share of cards that were used, for ${cohorts} enrolment months from ${first} to ${last}, by 30-day window.`,
  region: 'Heatmap, scrollable',
  axis: '30-day windows',
  month: 'Enrolled in',
  enrolled: 'Cards',
  scale: 'Cards used',
  open: 'Window not over yet',
  partial: 'Partial month',
  empty: 'No card was enrolled in this period',
  emptyHint: 'Look back further, or choose a later report date.',
};

export const churnText = {
  title: 'Churn',
  lead: 'Which members have been away for longer than they usually are?',
  ofChecked: (checked: string, share: string): string => `of ${checked} active cards are at risk (${share})`,
  noneChecked: 'No active card with activity to check',
  noneCheckedHint: 'Choose a later report date or another merchant.',
  rule: (multiplier: string): string =>
    `At risk: away for more than ${multiplier} times the card’s own usual interval between visits.`,
  fallback: 'Where a card has fewer than two transactions, 60 days is taken for its interval.',
  multiplier: 'At risk above',
  times: (n: string): string => `${n} × usual interval`,
  limit: 'List',
  limitOption: (n: string): string => `First ${n}`,
  all: 'All',
  spreadTitle: 'How long cards have been away',
  spreadSubtitle: 'Cards by time since their last activity, in multiples of their own usual interval.',
  spreadLabel: (atRisk: string, total: string, multiplier: string): string =>
    `Histogram of ${total} cards by time away in multiples of their usual interval; ${atRisk} lie above the threshold of ${multiplier}.`,
  from: 'Above',
  to: 'Up to',
  cards: 'Cards',
  share: 'Share',
  listTitle: 'Cards at risk',
  listShown: (shown: string, all: string): string => `The ${shown} cards away the longest, of ${all} at risk.`,
  listAll: (all: string): string => `All ${all} cards at risk.`,
  searchLabel: 'Search card or customer',
  card: 'Card',
  customer: 'Customer',
  daysInactive: 'Days inactive',
  usualInterval: 'Usual interval (days)',
  balance: 'Points balance',
  noNumber: (id: string): string => `No number (id ${id})`,
  found: (n: string, of: string): string => `${n} of ${of} listed`,
  timesShort: (n: string): string => `${n}×`,
  noName: '–',
  empty: 'No card is at risk at this threshold',
  emptyHint: 'Move the threshold down to see cards that have been away for less long.',
  legendRisk: 'At risk',
  legendFine: 'Within the threshold',
};

export const revenueText = {
  title: 'Revenue',
  lead: 'Purchases that earned points or stamps: when they were made, and where.',
  period: (months: number): string => (months === 1 ? 'last 31 days' : `last ${months} months of 31 days`),
  monthlyHeading: (metric: string): string => `${metric} by month`,
  storesHeading: (metric: string): string => `${metric} by store`,
  metric: {
    transactions: 'Transactions',
    points: 'Points earned',
    customers: 'Unique customers',
    revenue: 'Revenue',
  } satisfies Record<RevenueMetric, string>,
  estimated: 'Estimated revenue',
  /** For the switch, which has to fit a phone. */
  metricShort: {
    transactions: 'Transactions',
    points: 'Points',
    customers: 'Customers',
    revenue: 'Revenue',
  } satisfies Record<RevenueMetric, string>,
  show: 'Show',
  share: 'Share of all stores',
  monthlyTitle: 'By month',
  monthlySubtitle: 'By calendar month (UTC).',
  monthlyLabel: (metric: string, first: string, last: string): string =>
    `Bar chart of ${metric} by month from ${first} to ${last}.`,
  storesTitle: 'By store',
  storesSubtitle: 'Purchases with a store, over the whole period.',
  storesLabel: (metric: string, stores: string): string =>
    `Bar chart of ${metric} by store, the largest of ${stores} first.`,
  storesMore: (drawn: string, all: string): string =>
    `The ${drawn} largest of ${all} stores are drawn; the table has all.`,
  storesCustomers:
    'A customer can visit several stores, so unique customers are counted by month only; transactions are shown here.',
  month: 'Month',
  store: 'Store',
  rateLabel: 'Points per unit of currency',
  rateHint:
    'The export has no purchase amounts. With the points you give for one unit of currency, revenue can be estimated.',
  rateSet: 'Estimate revenue',
  rateClear: 'Remove',
  empty: 'No purchase earned anything in this period',
  emptyHint: 'Look back further, or choose a later report date.',
};

export const overviewText = {
  title: 'Overview',
  titleOn: (date: string): string => `Overview, as of ${date}`,
  figures: 'Key figures',
  insights: 'Worth knowing',
  open: 'Look closer',
  activeCards: 'Active cards',
  newCards: 'New cards',
  transactions: 'Transactions',
  pointsEarned: 'Points earned',
  revenue: 'Revenue',
  outstanding: 'Points outstanding',
  outstandingHint: 'balances of active cards',
  secondVisit: 'Came back in 60 days',
  secondVisitHint: (n: string): string => `of ${n} cards new 60–150 days ago`,
  last30: 'last 30 days',
  last30Compared: 'last 30 days vs 30 before',
  change: {
    same: 'Unchanged',
    points: (n: string): string => `${n} pp`,
  },
  cards: 'Cards',
  month: 'Month',
  months: {
    active: {
      title: 'Active cards by month',
      column: 'Active cards',
      label: (first: string, last: string): string =>
        `Line chart of cards with a transaction, by month from ${first} to ${last}.`,
    },
    enrolled: {
      title: 'New cards by month',
      column: 'New cards',
      label: (first: string, last: string): string => `Bar chart of cards enrolled, by month from ${first} to ${last}.`,
    },
  },
  dashed: 'Dashed: the last month is not over yet.',
  weekdayTitle: 'Busiest days',
  weekdaySubtitle: 'Share of transactions by weekday (UTC), last 52 weeks.',
  weekdayLabel: (day: string): string => `Bar chart of transactions by weekday; ${day} is the busiest.`,
  weekday: 'Day',
  share: 'Share',
  storesTitle: 'Stores gaining and losing customers',
  storesSubtitle: 'Change of active cards, last 91 days against the 91 days before.',
  storesLabel: (stores: string): string => `Bar chart of the change of active cards in ${stores} stores.`,
  storesMost: (n: string, of: string): string => `The ${n} that changed most of ${of}; the table has all.`,
  storesSmall: (n: number, least: string): string =>
    `${n === 1 ? '1 store' : `${n} stores`} with fewer than ${least} active cards before: only in the table.`,
  store: 'Store',
  last91: 'Last 91 days',
  before91: '91 days before',
  storeChange: 'Change',
  empty: 'Nothing recorded for this merchant up to this date',
  emptyHint: 'Choose a later report date or another merchant.',
  calm: (active: string, all: string): { lead: string; detail: string } => ({
    lead: `${active} of ${all} cards were active in the last 30 days.`,
    detail: 'Nothing else stands out in numbers this size.',
  }),
};

const moreOrFewer = (change: number, format: ChartFormat) =>
  `${format.percent(Math.abs(change))} ${change >= 0 ? 'more' : 'fewer'}`;
const upOrDown = (change: number, format: ChartFormat) =>
  Math.abs(change) < 0.5 ? 'unchanged' : `${change > 0 ? 'up' : 'down'} ${format.percent(Math.abs(change))}`;

/** An insight in words: what it is in one sentence, and what it rests on in another. */
export function insightText(insight: Insight, format: ChartFormat): { lead: string; detail: string } {
  switch (insight.kind) {
    case 'store-losing':
    case 'store-gaining':
      return {
        lead: `${insight.store} ${insight.kind === 'store-losing' ? 'is losing' : 'is gaining'} customers: ${moreOrFewer(insight.change, format)} cards in use than three months before.`,
        detail: `${format.integer(insight.current)} cards were used there in the last 91 days, ${format.integer(insight.previous)} in the 91 days before. The other stores, added up, are ${upOrDown(insight.others, format)}.`,
      };
    case 'active-cards':
      return {
        lead: `${moreOrFewer(insight.change, format)} cards were active than in the 30 days before.`,
        detail: `${format.integer(insight.current)} in the last 30 days, ${format.integer(insight.previous)} in the 30 days before.`,
      };
    case 'new-cards':
      return {
        lead: `${moreOrFewer(insight.change, format)} new cards than in the 30 days before.`,
        detail: `${format.integer(insight.current)} were enrolled in the last 30 days, ${format.integer(insight.previous)} in the 30 days before.`,
      };
    case 'second-visit': {
      const share = format.percent(insight.share);
      const counted = `Of ${format.integer(insight.enrolled)} cards enrolled 60 to 150 days ago, ${format.integer(insight.returned)} were used again on a later day.`;
      if (insight.before === null) {
        return {
          lead: `${format.percent(100 - insight.share)} of new cards did not come back within 60 days.`,
          detail: counted,
        };
      }
      const better = insight.share > insight.before;
      return {
        lead: `New members come back ${better ? 'more' : 'less'} often: ${share} within 60 days, ${better ? 'up' : 'down'} from ${format.percent(insight.before)}.`,
        detail: `${counted} The earlier share is of those enrolled in the 90 days before.`,
      };
    }
    case 'at-risk': {
      const held = insight.points === null ? '' : ` They hold ${format.integer(insight.points)} points`;
      const top =
        insight.top === null || insight.points === null
          ? ''
          : `, ${format.percent((100 * insight.top.points) / insight.points)} of them on ${insight.top.cards} cards`;
      return {
        lead: `${format.integer(insight.count)} of ${format.integer(insight.checked)} cards have been away for unusually long.`,
        detail: `That is ${format.percent((100 * insight.count) / insight.checked)}, each by the measure of its own usual interval.${held}${top}${held && '.'}`,
      };
    }
    case 'enrolment-peak': {
      const { later } = insight;
      const against =
        later && `against ${format.percent(later.lowest)} to ${format.percent(later.highest)} in other months`;
      return {
        lead: `${format.month(insight.month)} brought ${format.decimal(insight.times, 1)} times as many new cards as a usual month.`,
        detail: `${format.integer(insight.cards)} were enrolled.${later ? ` ${format.percent(later.active)} of them were active in days 61 to 90, ${against}.` : ''}`,
      };
    }
    case 'points-outstanding':
      return {
        lead: `Members hold ${format.compact(insight.points)} points they have not spent.`,
        detail: `At the pace of the last 30 days, members earn that many in ${format.integer(insight.days)} days.`,
      };
    case 'weekday':
      return {
        lead: `${format.weekday(insight.busiest)} is the busiest day, with ${format.percent(insight.share)} of transactions.`,
        detail: `${format.decimal(insight.times, 1)} times as many as on ${format.weekday(insight.quietest)}, the quietest day, over the last 52 weeks (UTC).`,
      };
    case 'store-share':
      return {
        lead: `${insight.store} makes ${format.percent(insight.share)} of the purchases.`,
        detail: `The largest of ${format.integer(insight.stores)} stores, over the last ${insight.months} months.`,
      };
    case 'best-month':
      return {
        lead: `${format.month(insight.month)} was the strongest of the last ${insight.months} whole months.`,
        detail: `${format.integer(insight.transactions)} purchases, ${format.percent(insight.above)} above their mean.`,
      };
  }
}
