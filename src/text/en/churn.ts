import type { AtRiskOrder, IntervalBasis } from '../../contract/answers.ts';
import type { Format } from '../format.ts';
import { helpers } from './helpers.ts';

/** In English. */
export function churn(format: Format) {
  const { integer, plural } = format;
  const { count } = helpers(format);
  /** What stands first in the list. */
  const orders: Record<AtRiskOrder, string> = {
    '-days_inactive': 'those away the longest',
    days_inactive: 'those away the shortest',
    '-avg_interval_days': 'the longest usual intervals',
    avg_interval_days: 'the shortest usual intervals',
    '-points_balance': 'the most points',
    points_balance: 'the fewest points',
    card_number: 'the lowest card numbers',
    '-card_number': 'the highest card numbers',
    customer_name: 'names from A',
    '-customer_name': 'names from Z',
  };

  /** Words of churn, its histogram and lists. */
  const histogramText = {
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

  const churnText = {
    title: 'Churn',
    lead: 'Which members have been away for longer than they usually are?',
    /** The number of those at risk stands before it. */
    ofChecked: (atRisk: number, checked: number, share: string): string =>
      `of ${count(checked, 'open card')} ${plural(atRisk, { one: 'is', other: 'are' })} at risk (${share})`,
    noneChecked: 'No open card with activity to check',
    noneCheckedHint: 'Choose a later report date.',
    noneCheckedHintMerchants: 'Choose a later report date or another merchant.',
    rule: (multiplier: string): string =>
      `At risk: away for more than ${multiplier} times the card’s own usual interval between visits.`,
    fallback: 'Where a card has fewer than two transactions, 60 days is taken for its interval.',
    multiplier: 'At risk above',
    times: (n: string): string => `${n} × usual interval`,
    limit: 'List',
    limitOption: (n: number): string => plural(n, { one: 'Only the first', other: 'First #' }),
    all: 'All',
    spreadTitle: 'How long cards have been away',
    spreadSubtitle: 'Cards by time since their last activity, in multiples of their own usual interval.',
    spreadLabel: (atRisk: number, total: number, multiplier: string): string => {
      const cards = plural(total, {
        one: '# card by time away in multiples of its usual interval',
        other: '# cards by time away in multiples of their usual interval',
      });
      const above = plural(atRisk, { one: '# lies', other: '# lie' });
      return `Histogram of ${cards}; ${above} above the threshold of ${multiplier}.`;
    },
    from: 'Above',
    to: 'Up to',
    cards: 'Cards',
    share: 'Share',
    listTitle: 'Cards at risk',
    /** What is listed of the cards at risk, in which order; `found`: of those that a search finds. */
    listed: (shown: number, of: number, order: AtRiskOrder, found: boolean): string => {
      const cards = `${count(of, 'card')} ${found ? 'found' : 'at risk'}`;
      if (of < 2) return of === 0 ? `No ${found ? 'card found' : 'card at risk'}.` : `${cards}.`;
      if (shown === of) return `All ${cards}, ${orders[order]} first.`;
      return `${integer(shown)} of ${cards}, ${orders[order]} first.`;
    },
    searchLabel: 'Search card or customer',
    card: 'Card',
    customer: 'Customer',
    daysInactive: 'Days inactive',
    usualInterval: 'Usual interval (days)',
    balance: 'Points balance',
    noNumber: (id: string): string => `No number (id ${id})`,
    found: (n: number, of: number): string => `${integer(n)} of ${count(of, 'card')} at risk found`,
    timesShort: (n: string): string => `${n}×`,
    /** What a card is called instead of its name, by the half of its pseudonym. */
    somebody: (pseudonym: string): string => `Customer ${pseudonym}`,
    noName: 'No name',
    /** An interval that no gap between visits stands behind is no habit. */
    basis: {
      'same-day': 'same day only',
      'one-transaction': 'one visit',
      'no-transaction': 'no visit',
    } satisfies Record<Exclude<IntervalBasis, 'gaps'>, string>,
    lessThanADay: 'less than 1',
    empty: 'No card is at risk at this threshold',
    emptyHint: 'Move the threshold down to see cards that have been away for less long.',
    legendRisk: 'At risk',
    legendFine: 'Within the threshold',
  };
  return { histogramText, churnText };
}
