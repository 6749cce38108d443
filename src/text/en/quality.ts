import type { LeftOut } from '../../contract/left-out.ts';
import type { FileKind } from '../../contract/files.ts';
import type { DataNote } from '../../contract/report.ts';
import { leftOutReasons, reasons } from './reasons.ts';
import { cellNotes } from './workbook.ts';
import { named } from '../shown.ts';
import type { Format, PluralForms } from '../format.ts';
import { helpers } from './helpers.ts';
import { namesByReason } from '../left-out.ts';

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

/** In English. */
export function quality(format: Format) {
  const { date, integer, plural } = format;
  const { count, some } = helpers(format);
  const why = (files: readonly LeftOut[]): string => namesByReason(files, leftOutReasons, (names) => some(names, 8));
  const rowsOf: Record<FileKind, string> = {
    cards: 'card',
    transactions: 'transaction',
    stores: 'store',
    orders: 'order',
  };

  const notes: Record<Exclude<DataNote['kind'], 'in-the-future'>, NoteForms> = {
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

  function noteWords(kind: DataNote['kind'], of: FileKind): NoteWords {
    if (kind !== 'in-the-future') {
      const { what, effect } = notes[kind];
      return { what: (rows) => plural(rows, what), effect: (rows) => plural(rows, effect) };
    }
    return {
      what: (rows) => `${count(rows, rowsOf[of])} dated in the future`,
      effect: () =>
        'Counted. The report date is the latest date in the export, so it lies in the future too: choose another.',
    };
  }

  /** Words of the report on what was read. */
  const qualityText = {
    title: 'Data',
    lead: (name: string): string => `What was read from ${name}, what was used, and what was not.`,
    period: 'Period',
    calendar: 'Days and months',
    periodOf: (from: string, to: string): string => `${date(from)} to ${date(to)}`,
    noPeriod: 'No rows',
    merchants: 'Merchants',
    amounts: 'Purchase amounts',
    amountsYes: 'In the export',
    amountsNo: 'Not in the export',
    currency: 'Currency',
    currencyFrom: {
      files: 'From the files',
      chosen: 'Chosen here, kept for files like these',
      sample: 'Of the sample',
    },
    currencyUnknown: 'Not in the files',
    memory: 'Memory in use by the loaded export',
    memoryUnknown: 'Not known',
    files: (files: number, size: string): string => `${count(files, 'file')} · ${size}`,
    filesTitle: 'Files',
    moreFiles: (rest: number): string => `Show ${count(rest, 'more file')}`,
    file: 'File',
    size: 'Size',
    read: 'Rows read',
    used: 'Used',
    setAside: 'Set aside',
    allUsed: 'Every row was used.',
    noRows: 'The file has no rows.',
    setAsideTitle: 'Rows set aside',
    setAsideLead: 'These rows could not be used, and are in no answer.',
    column: 'Column',
    wholeRow: 'The row',
    reason: 'Reason',
    rows: 'Rows',
    examples: 'Examples',
    row: (row: number): string => `row ${integer(row)}`,
    rowOf: (row: number, file: string): string => `${named(file)}, row ${integer(row)}`,
    noValue: 'no value',
    blank: 'blank',
    quoted: (value: string): string => `“${value}”`,
    reasons,
    notesTitle: 'Worth knowing',
    notesLead: 'Rows that are used, and what they do to the answers.',
    noteWords,
    noteExamples: 'For example',
    columns: (used: number, ignored: number): string =>
      `${count(used, 'column')} used${ignored ? `, ${integer(ignored)} not needed` : ''}`,
    columnName: 'Column',
    columnFound: 'In the file',
    columnType: 'Type',
    /** The types of Parquet are names; that of CSV is a word. */
    typeName: (type: string): string =>
      (({ text: 'text', Unknown: 'unknown' }) as Record<string, string>)[type] ?? type,
    absent: 'Optional columns that the file does not have',
    ignored: 'Columns that are not needed, and were not read',
    download: 'Download report (CSV)',
    downloadName: 'data-report.csv',
    downloadWorkbook: 'Download report (Excel)',
    workbookName: 'data-report.xlsx',
    report: {
      sheet: 'Report',
      header: ['File', 'Kind', 'Entry', 'Column', 'Rows', 'Example row', 'Example value', 'Effect on the answers'],
      allFiles: (files: number): string => `All ${integer(files)} files`,
      setAsideFor: (reason: string): string => `Set aside: ${reason}`,
      setAsideEffect: 'In no answer',
    },
    matchedTitle: 'Columns',
    matchedByNames: 'Recognised by their names.',
    matchedByHand: 'Matched by you, and remembered on this device for files with the same columns.',
    matchedThisTime: 'Matched by you, for this time.',
    matchedAsBefore: 'Matched as last time, by what you chose for files with the same columns.',
    leftOut: (files: readonly LeftOut[]): string => `Left out, and in no answer: ${why(files)}.`,
    change: 'Change',
    changeLabel: 'Change which column is which',
    forget: 'Forget',
    forgetLabel: 'Forget how these columns were matched',
    tables: 'The checked tables',
    tablesHint:
      'Cards, transactions and stores as the answers use them, with the calendar, as Parquet files in one zip archive: for a database, or for whoever checks the figures. Names and numbers of cards are in them.',
    privacyTitle: 'Proof that nothing leaves this device',
    privacy: [
      'The files are read by this page, in this browser tab. There is no account, no server that computes, no tracking.',
      'The page carries a Content-Security-Policy, by which the browser refuses any request to another address, whatever the code of the page might try. The database inside is locked down as well: it can read no files and load no extensions.',
    ],
    /** Where the browser enforces it, found by trying. */
    protection: {
      everywhere:
        'Tried just now: your browser refuses requests to other addresses, for this page and for all the workers that compute for it.',
      page: 'Tried just now: your browser refuses requests to other addresses for this page itself, but not for the workers that compute for it. They make none either, as the Network tab of its developer tools shows.',
      nowhere:
        'Tried just now: nothing in your browser refuses requests to other addresses here, since this host has removed the policy from the page. Loyalty Lens makes none all the same, as the Network tab of the developer tools shows.',
    },
    notices: 'Software by others in this page, and its licences',
    kept: 'This page works without a network.',
    /** How to see it for oneself, by whether the page is kept on the device. */
    seeForYourself: {
      kept: 'To see it for yourself: unplug the network now, then open another export. Or watch the Network tab of the developer tools while a file is opened.',
      keeping:
        'To see it for yourself: watch the Network tab of the developer tools while a file is opened. Loyalty Lens itself is also being saved on this device; once it is, you will read here that you can unplug the network.',
      'not-kept':
        'To see it for yourself: watch the Network tab of the developer tools while a file is opened. Loyalty Lens itself could not be saved on this device, so parts of it that you have not opened yet still come over the network.',
    },
  };
  return { qualityText };
}
