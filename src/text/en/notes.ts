import type { FileKind } from '../../contract/files.ts';
import type { DataNote } from '../../contract/report.ts';
import type { Format, PluralForms } from '../format.ts';
import { helpers } from './helpers.ts';
import { cellNotes } from './workbook.ts';

/** What is true of some used rows, and what that means for the answers. */
interface NoteWords {
  what: (rows: number) => string;
  effect: (rows: number) => string;
}

/** The same by the number of rows. */
interface NoteForms {
  what: PluralForms;
  effect: PluralForms;
}

/** What is worth knowing of rows that were used. In English. */
export function notes(format: Format) {
  const { plural } = format;
  const { count } = helpers(format);
  const rowsOf: Record<FileKind, string> = {
    cards: 'card',
    transactions: 'transaction',
    stores: 'store',
    orders: 'order',
  };

  const words: Record<Exclude<DataNote['kind'], 'in-the-future'>, NoteForms> = {
    'unknown-card': {
      what: {
        one: '# transaction of a card that is not in the cards file',
        other: '# transactions of cards that are not in the cards file',
      },
      effect: {
        other: 'Counted in revenue, as on your loyalty platform; not in cohorts or churn, which start from the cards.',
      },
    },
    'other-merchant': {
      what: {
        one: '# transaction that names another merchant than its card',
        other: '# transactions that name another merchant than their card',
      },
      effect: { other: 'Counted for the merchant of the card.' },
    },
    'number-again': {
      what: {
        one: '# transaction with the number, card and time of another, but another amount or other points',
        other: '# transactions with the number, card and time of another, but another amount or other points',
      },
      effect: { other: 'Counted beside the other: if it corrects it, leave the older one out.' },
    },
    'before-enrolment': {
      what: {
        one: '# transaction from before its card was enrolled',
        other: '# transactions from before their card was enrolled',
      },
      effect: {
        one: 'Counted by its own date in revenue and churn; not in cohorts where that is before the cohort’s month.',
        other:
          'Counted by their own date in revenue and churn; not in cohorts where that is before the cohort’s month.',
      },
    },
    'unread-value': {
      what: {
        one: '# row with a value that cannot be read',
        other: '# rows with a value that cannot be read',
      },
      effect: { other: 'Used as if nothing stood there.' },
    },
    ...cellNotes,
    'unknown-type': {
      what: {
        one: '# transaction of a type that Loyalty Lens does not know',
        other: '# transactions of a type that Loyalty Lens does not know',
      },
      effect: {
        one: 'Counted as activity in cohorts and churn; it earns nothing, and so is not in revenue.',
        other: 'Counted as activity in cohorts and churn; they earn nothing, and so are not in revenue.',
      },
    },
    'other-currency': {
      what: { one: '# transaction in another currency', other: '# transactions in another currency' },
      effect: {
        one: 'Counted as a visit; its amount is in no sum. Two currencies are never added up.',
        other: 'Counted as visits; their amounts are in no sum. Two currencies are never added up.',
      },
    },
    'derived-card': {
      what: {
        one: '# card that follows from its transactions: no file has the cards',
        other: '# cards that follow from their transactions: no file has the cards',
      },
      effect: {
        other:
          'Enrolled with the first transaction, last active with the latest, open. Customers who came before the export begins look newly won in its first months.',
      },
    },
    'repeated-card': {
      what: {
        one: '# card taken from what its transactions repeat: no file has the cards',
        other: '# cards taken from what their transactions repeat: no file has the cards',
      },
      effect: { other: 'As the latest transaction of each has it. A card without a transaction is not known.' },
    },
    'derived-enrolment': {
      what: {
        one: '# card without a date of enrolment in its file',
        other: '# cards without a date of enrolment in their file',
      },
      effect: {
        other:
          'Enrolled with the first transaction. Customers who came before the export begins look newly won in its first months.',
      },
    },
    'derived-type': {
      what: { one: '# transaction without a type in its file', other: '# transactions without a type in their file' },
      effect: {
        other:
          'Told by the sign of the points, else of the amount: above 0 a purchase, below 0 a redemption or refund. Where there is neither, every row is a visit.',
      },
    },
    'non-member': {
      what: { one: '# row without a card, but with an amount', other: '# rows without a card, but with an amount' },
      effect: { other: 'Orders of customers who are no members: kept as such, in no figure of the cards.' },
    },
    'totals-repeated': {
      what: {
        one: '# row joined with others of the same purchase',
        other: '# rows joined with others of the same purchase',
      },
      effect: { other: 'Each row of a purchase has the amount of the whole: it counts once.' },
    },
    'lines-joined': {
      what: {
        one: '# row joined with others of the same purchase',
        other: '# rows joined with others of the same purchase',
      },
      effect: {
        other:
          'Rows of one card, purchase number, store, day and direction are one transaction: their amounts and points are added up.',
      },
    },
    refund: {
      what: { one: '# transaction with an amount below 0', other: '# transactions with an amount below 0' },
      effect: { other: 'Money given back: not counted as a purchase, and not taken off revenue.' },
    },
    'no-store': {
      what: { one: '# transaction without a store', other: '# transactions without a store' },
      effect: { other: 'Counted in every total; left out of revenue by store.' },
    },
    'unnamed-store': {
      what: {
        one: '# transaction of a store that has no name in the export',
        other: '# transactions of stores that have no name in the export',
      },
      effect: { other: 'Counted in every answer; the store is shown as “Store” and its id.' },
    },
    'no-card-number': {
      what: { one: '# card without a card number', other: '# cards without a card number' },
      effect: {
        one: 'Counted in every answer; listed by its id.',
        other: 'Counted in every answer; listed by their id.',
      },
    },
    'inactive-card': {
      what: { one: '# card marked as closed (not active)', other: '# cards marked as closed (not active)' },
      effect: { other: 'Counted in cohorts and revenue; left out of churn.' },
    },
    'unused-card': {
      what: { one: '# card without any transaction', other: '# cards without any transaction' },
      effect: {
        one: 'Counted as enrolled, and so lowers the retention of its cohort; in churn where it has a last activity.',
        other:
          'Counted as enrolled, and so lower the retention of their cohort; in churn where they have a last activity.',
      },
    },
    'store-without-name': {
      what: { one: '# store without a name', other: '# stores without a name' },
      effect: { other: 'Shown as “Store” and the id.' },
    },
  };

  return function noteWords(kind: DataNote['kind'], of: FileKind): NoteWords {
    if (kind !== 'in-the-future') {
      const { what, effect } = words[kind];
      return { what: (rows) => plural(rows, what), effect: (rows) => plural(rows, effect) };
    }
    return {
      what: (rows) => `${count(rows, rowsOf[of])} dated in the future`,
      effect: () =>
        'Counted. The report date is the latest date in the export, so it lies in the future too: choose another.',
    };
  };
}
