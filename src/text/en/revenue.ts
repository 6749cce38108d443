import type { RevenueMetric } from '../../domain/measures.ts';
import type { Format } from '../format.ts';
import { helpers } from './helpers.ts';

/** In English. */
export function revenue(format: Format) {
  const { integer } = format;
  const { count } = helpers(format);
  /** Words of revenue, its charts and tables. */
  const revenueText = {
    title: 'Revenue',
    lead: 'Purchases that earned points or stamps: when they were made, and where.',
    leadWithoutPoints: 'Purchases: when they were made, and where.',
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
    share: 'Share',
    noStore: 'No store',
    monthlyTitle: 'By month',
    monthlySubtitle: (calendar: string): string => `By calendar month (${calendar}).`,
    monthlyLabel: (metric: string, first: string, last: string): string =>
      `Bar chart of ${metric} by month from ${first} to ${last}.`,
    storesTitle: 'By store',
    storesSubtitle: 'Where purchases were made, over the whole period.',
    storesLabel: (metric: string, stores: number): string =>
      stores === 1
        ? `Bar chart of ${metric} by store; there is only one.`
        : `Bar chart of ${metric} by store, the largest of ${integer(stores)} first.`,
    storesMore: (drawn: number, all: number): string =>
      `The ${integer(drawn)} largest of ${count(all, 'store')} are drawn; the table has all.`,
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
  return { revenueText };
}
