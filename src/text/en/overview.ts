import type { Format } from '../format.ts';
import { helpers } from './helpers.ts';

/** In English. */
export function overview(format: Format) {
  const { integer, plural } = format;
  const { count } = helpers(format);
  /** Words of the overview, its figures, charts and tables. Dates arrive as the reader writes them. */
  const overviewText = {
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
    outstandingHint: 'balances of open cards',
    secondVisit: 'Came back in 60 days',
    secondVisitHint: (n: number): string => `of ${count(n, 'card')} new 60–150 days ago`,
    last30: 'last 30 days',
    last30Compared: 'last 30 days vs 30 before',
    change: {
      same: 'Unchanged',
      points: (n: number): string => `${integer(n)} pp`,
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
        label: (first: string, last: string): string =>
          `Bar chart of cards enrolled, by month from ${first} to ${last}.`,
      },
    },
    dashed: 'Dashed: the last month is not over yet.',
    weekdayTitle: 'Busiest days',
    weekdaySubtitle: (calendar: string, period: string): string =>
      `Share of transactions by weekday (${calendar}), ${period}.`,
    weekdayLabel: (day: string): string => `Bar chart of transactions by weekday; ${day} is the busiest.`,
    weekday: 'Day',
    share: 'Share',
    storesTitle: 'Stores gaining and losing customers',
    storesSubtitle: 'Change of active cards, last 91 days against the 91 days before.',
    storesLabel: (stores: number): string => `Bar chart of the change of active cards in ${count(stores, 'store')}.`,
    storesMost: (n: number, of: number): string =>
      `The ${integer(n)} that changed most of ${count(of, 'store')}; the table has all.`,
    storesSmall: (n: number, least: number): string =>
      `${count(n, 'store')} with fewer than ${count(least, 'active card')} before: only in the table.`,
    store: 'Store',
    last91: 'Last 91 days',
    before91: '91 days before',
    storeChange: 'Change',
    empty: 'Nothing recorded for this merchant up to this date',
    emptyHint: 'Choose a later report date.',
    emptyHintMerchants: 'Choose a later report date or another merchant.',
    /** Of a report for a day after the end of the data. */
    unknown: (end: string, asOf: string): { lead: string; detail: string } => ({
      lead: `Nothing is known of the days before ${asOf}.`,
      detail: `The export ends on ${end}.`,
    }),
    afterEnd: (end: string): string => `not known after ${end}`,
    calm: (active: number, all: number): { lead: string; detail: string } => ({
      lead: `${integer(active)} of ${count(all, 'card')} ${plural(active, { one: 'was', other: 'were' })} active in the last 30 days.`,
      detail: 'Nothing else stands out in numbers this size.',
    }),
  };
  return { overviewText };
}
