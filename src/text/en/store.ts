import type { Format } from '../format.ts';
import { helpers } from './helpers.ts';

/** In English. */
export function store(format: Format) {
  const { integer, plural } = format;
  const { count } = helpers(format);
  /** Words of the filter by store, and of what a view is of when it is on. */
  const storeText = {
    label: 'Store',
    all: 'All stores',
    unnamed: (id: string): string => `Store ${id}`,
    /** Of stores with the same name. */
    withId: (name: string, id: string): string => `${name} (${id})`,
    noMatch: 'No store of that name',
    more: (n: number): string => `${integer(n)} more: type part of a name`,
    unknown: (id: string): string => `No transaction of this merchant was in store “${id}”`,
    unknownHint: 'It may belong to another merchant, or to another export.',
    showAll: 'Show all stores',
    /** A heading with the store that it is of. */
    heading: (title: string, store: string): string => `${title}\u00a0· ${store}`,

    cohorts: {
      lead: (store: string): string => `Cards won by ${store}: their first visit to a store was there.`,
      of: (caption: string, store: string): string => `${caption}, cards won by ${store}`,
      note: (store: string): string => `Cards won by ${store} count as used wherever they are used later.`,
      chart: (label: string, store: string): string => `${label} Only cards won by ${store}.`,
      empty: (store: string): string => `No card won by ${store} was enrolled in this period`,
    },
    churn: {
      lead: (store: string): string => `Cards last seen in ${store}: their latest visit to a store was there.`,
      of: (caption: string, store: string): string => `${caption}, last seen in ${store}`,
      chart: (label: string, store: string): string => `${label} Only cards last seen in ${store}.`,
      /** The number of those at risk stands before it. */
      ofChecked: (atRisk: number, checked: number, share: string, store: string): string =>
        `of ${count(checked, 'open card')} last seen in ${store} ${plural(atRisk, { one: 'is', other: 'are' })} at risk (${share})`,
      empty: (store: string): string => `No open card was last seen in ${store}`,
    },
    revenue: {
      lead: (store: string): string => `Transactions in ${store}: purchases there that earned points or stamps.`,
      of: (caption: string, store: string): string => `${caption}, in ${store}`,
      chart: (label: string, store: string): string => `${label} Only transactions in ${store}.`,
      compared: (store: string): string =>
        `Where purchases were made, over the whole period: all stores, with ${store} marked.`,
      chosen: 'chosen',
      empty: (store: string): string => `No purchase in ${store} earned anything in this period`,
    },
    emptyHint: 'Look back further, or choose a later report date or another store.',
  };
  return { storeText };
}
