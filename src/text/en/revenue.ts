import type { RevenueMetric } from '../../domain/measures.ts';

/** In English. */
export function revenue() {
  /** Words of revenue, its charts and tables. */
  const revenueText = {
    title: 'Revenue',
    lead: 'Purchases that earned points or stamps: when they were made, and where.',
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
  return { revenueText };
}
