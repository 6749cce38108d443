import type { LoadWarning } from '../../domain/load-warnings.ts';
import type { Format, PluralForms } from '../format.ts';
import { unbroken } from '../shown.ts';
import { helpers } from './helpers.ts';

/** What files hold, as the sentence that says it needs to know it. */
interface Held {
  transactions: number;
  /** They are receipts, of which the files have the lines. */
  areReceipts: boolean;
  cards: number;
  /** The cards are customers, who follow from the transactions. */
  areCustomers: boolean;
  files: number;
}

/** In English. */
export function check(format: Format) {
  const { date, integer, plural, share } = format;
  const { count } = helpers(format);
  const counted = (forms: PluralForms) => (rows: number) => plural(rows, forms);

  /** Words of the check: how files were understood, for a person to see after a load. */
  const checkText = {
    title: 'How your files were read',
    held: (
      { transactions, areReceipts, cards, areCustomers, files }: Held,
      period: { from: string; to: string } | null,
    ): string =>
      [
        `${count(transactions, areReceipts ? 'receipt' : 'transaction')} ${areCustomers ? 'of' : 'and'} ${count(cards, areCustomers ? 'customer' : 'card')}`,
        ...(period ? [`${date(period.from)} to ${date(period.to)}`] : []),
        `from ${files === 1 ? 'one file' : count(files, 'file')}.`,
      ].join(', '),
    /** By what they are about; those of rows say how many. */
    sentences: {
      'derived-card': () => 'Customers and their first visit are taken from the purchases.',
      'repeated-card': () => 'Customers are taken from what their transactions say of them.',
      'derived-enrolment': () => 'When a customer joined is not in the files: their first visit counts as that.',
      'derived-type': () =>
        'What each transaction was is not in the file: it is told by whether points or amounts are above or below 0.',
      'every-visit': () => 'What each transaction was is not in the file: every row counts as a visit.',
      'lines-joined': counted({
        one: '# line was joined with others of the same receipt.',
        other: '# lines were joined with others of the same receipt.',
      }),
      'totals-repeated': counted({
        one: '# line was joined with others of the same receipt, whose total stands in each line and counts once.',
        other: '# lines were joined with others of the same receipt, whose total stands in each line and counts once.',
      }),
      'no-points': () => 'Points are not in the file.',
      'no-amounts': () => 'Purchase amounts are not in the file: revenue is unknown.',
      'one-shop': () => 'Stores are not in the file: all of it counts as one shop.',
      'non-member': counted({
        one: '# line has no customer: it counts as an order of a non-member.',
        other: '# lines have no customer: they count as orders of non-members.',
      }),
      refund: counted({
        one: '# amount is below 0: money given back, which is not taken off revenue.',
        other: '# amounts are below 0: money given back, which is not taken off revenue.',
      }),
      'other-currency': counted({
        one: '# transaction is in another currency: its amount is in no sum.',
        other: '# transactions are in another currency: their amounts are in no sum.',
      }),
    } satisfies Record<string, (rows: number) => string>,
    unknown: 'Unknown',
    rowsUsed: 'Rows used',
    cardsFound: 'Transactions that find their card',
    of: (part: number, whole: number): string => unbroken(`${integer(part)} of ${integer(whole)}`),
    revenue: 'Revenue in all',
    largest: 'Largest purchase',
    stores: 'Stores',
    latest: counted({ one: 'The latest row, as understood', other: 'The latest # rows, as understood' }),
    customer: 'Customer',
    card: 'Card',
    when: 'When',
    type: 'Type',
    otherType: 'Something else',
    visit: 'Visit',
    points: 'Points',
    amount: 'Amount',
    store: 'Store',
    right: 'Looks right',
    wrong: 'Wrong? Change how the files were read',
    /** What changes numbers, on every view and beside the answers of the command line. */
    warning: (warning: LoadWarning): string => {
      switch (warning.is) {
        case 'rows-unused':
          return `Only ${share(warning.used, warning.read)} of the rows could be used: ${integer(warning.read - warning.used)} of ${integer(warning.read)} are in no answer.`;
        case 'cards-unfound':
          return `Only ${share(warning.found, warning.transactions)} of the transactions find their card: the others are in revenue, but not in cohorts or churn.`;
        case 'busy-card':
          return `One card has ${share(warning.transactions, warning.of)} of all transactions: it may stand for customers without a card.`;
        case 'other-merchant':
          return plural(warning.transactions, {
            one: '# transaction names another merchant than its card has: where card numbers begin again at each merchant, two customers count as one.',
            other:
              '# transactions name another merchant than their card has: where card numbers begin again at each merchant, two customers count as one.',
          });
        case 'refunds-alone':
          return 'All amounts are below 0: they count as money given back, and there is no revenue.';
        case 'number-again':
          return plural(warning.transactions, {
            one: '# transaction has the number, card and time of another, but another amount or other points: both count, though one may correct the other.',
            other:
              '# transactions have the number, card and time of another, but another amount or other points: both count, though one may correct the other.',
          });
        case 'values-unread':
          return plural(warning.values, {
            one: '# value could not be read, and is missing in the answers.',
            other: '# values could not be read, and are missing in the answers.',
          });
        case 'in-the-future':
          return plural(warning.transactions, {
            one: '# transaction is dated in the future: the day and the month may be the wrong way round.',
            other: '# transactions are dated in the future: days and months may be the wrong way round.',
          });
      }
    },
    seeData: 'See the data',
    save: 'Save how this was read',
    saveHint: 'Names of files and columns, and words for types: the command line reads the same files by it.',
  };
  return { checkText };
}
