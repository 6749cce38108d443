import type { DataNote, FileKind, LoadProgress, SetAsideReason } from '../contract.ts';
import { date, integer } from '../format.ts';
import type { View } from '../state/route.ts';

/** `1 card`, `2 cards`: a number with its noun. */
export function count(n: number, one: string, many = `${one}s`): string {
  return `${integer(n)} ${n === 1 ? one : many}`;
}

const views: Record<View, string> = {
  overview: 'Overview',
  cohorts: 'Cohorts',
  churn: 'Churn',
  revenue: 'Revenue',
  data: 'Data',
};

const kinds: Record<FileKind, string> = { cards: 'Cards', transactions: 'Transactions', stores: 'Stores' };

const stages: Record<LoadProgress['stage'], string> = {
  starting: 'Starting the engine',
  recognising: 'Looking at the files',
  reading: 'Reading',
  finishing: 'Getting the answers ready',
};

const reasons: Record<SetAsideReason, string> = {
  missing: 'No value',
  'not-a-number': 'Not a number',
  'not-a-date': 'Not a date',
  'not-a-boolean': 'Neither true nor false',
  'out-of-range': 'Out of range',
  'duplicate-id': 'The same id as a row before it',
};

const notes: Record<DataNote['kind'], (rows: number) => string> = {
  'unknown-card': (rows) =>
    `${count(rows, 'transaction')} of cards that are not in the cards file. Such transactions count in revenue, but belong to no cohort, and to no card at risk.`,
  'before-enrolment': (rows) =>
    `${count(rows, 'transaction')} from before the card was enrolled. Such transactions count by their own date, which may lie before the first window of the card’s cohort.`,
  'unknown-type': (rows) =>
    `${count(rows, 'transaction')} of a type that Loyalty Lens does not know. Such transactions count as activity and earn nothing.`,
  'no-card-number': (rows) =>
    `${count(rows, 'card')} without a card number. Such cards count in every answer, and are listed without a number.`,
  'inactive-card': (rows) =>
    `${count(rows, 'card')} marked as inactive. Such cards count in cohorts and revenue, and are left out of churn.`,
  'store-without-name': (rows) =>
    `${count(rows, 'store')} without a name. Such stores are shown as “Store” and the number.`,
};

/** Words of the page, but for those of the four views (`views.ts`) and of errors (`errors.ts`). */
export const text = {
  product: 'Loyalty Lens',
  views,
  kinds,
  dismiss: 'Dismiss',
  skip: 'Skip to the content',
  home: 'Loyalty Lens, overview',
  mainNavigation: 'Views',
  pageTitle: (view: string, name: string | null): string => [view, name, text.product].filter(Boolean).join(' · '),
  openAnother: 'Open another export',
  open: 'Open',
  footer: 'Computed on this device. Nothing is uploaded.',
  footerProof: 'See for yourself',
  viewFailed: 'this part of the page could not be fetched',
  filesName: (names: string[]): string =>
    names.length > 1 ? `${names[0]} and ${integer(names.length - 1)} more` : (names[0] ?? ''),

  merchant: {
    label: 'Merchant',
    name: (id: string, stores: string[], storeCount: number): string => {
      const more = storeCount - stores.length;
      return stores.length === 0
        ? `Merchant ${id}`
        : `${id} · ${stores.join(', ')}${more > 0 ? ` +${integer(more)}` : ''}`;
    },
    hint: (cards: number, transactions: number): string =>
      `${count(cards, 'card')}, ${count(transactions, 'transaction')}`,
  },

  reportDate: {
    label: 'Report date',
    choose: 'Report as of the end of',
    explanation: 'Every answer is then what it would have been on that day (UTC): later rows are left out.',
    latest: (day: string): string => `Latest: ${day}`,
    apply: 'Show',
  },

  welcome: {
    title: 'Know who comes back, and who is about to leave.',
    lead: 'Open your loyalty export. Retention, customers at risk and revenue, in seconds.',
    open: 'Open your loyalty export',
    drop: 'Drop the files anywhere on this page',
    choose: 'Choose files',
    expected:
      'Parquet files of cards and transactions, optionally stores. Names do not matter: files are recognised by their columns.',
    samples: 'Nothing at hand? Look at a sample',
    sampleFacts: (cards: number, transactions: number, stores: number): string =>
      `${count(cards, 'card')} · ${count(transactions, 'transaction')} · ${count(stores, 'store')}`,
    privacy:
      'Your files stay on this device: they are read and computed in this browser tab, and nothing of them is sent anywhere.',
  },

  dropOverlay: { title: 'Drop to open', hint: 'Cards, transactions and stores of one export, or the folder with them' },

  loading: {
    title: (name: string): string => `Opening ${name}`,
    stages,
    file: (name: string, kind: FileKind | null): string => (kind ? `${kinds[kind]} · ${name}` : name),
    rows: (read: number, total: number | null): string =>
      total === null ? 'Waiting' : `${integer(read)} of ${count(total, 'row')}`,
    cancel: 'Cancel',
    keeps: 'What is open now stays until the new export is complete.',
  },

  data: {
    title: 'Data',
    lead: (name: string): string => `What was read from ${name}, what was used, and what was not.`,
    badge: (rows: number): string => `${count(rows, 'row')} set aside`,
    period: 'Period',
    periodOf: (from: string, to: string): string => `${date(from)} to ${date(to)}`,
    noPeriod: 'No rows',
    merchants: 'Merchants',
    amounts: 'Purchase amounts',
    amountsYes: 'In the export',
    amountsNo: 'Not in the export',
    files: 'Files',
    read: 'Rows read',
    used: 'Used',
    setAside: 'Set aside',
    allUsed: 'Every row was used.',
    setAsideTitle: 'Rows set aside',
    setAsideLead: 'These rows could not be used, and are in no answer.',
    column: 'Column',
    reason: 'Reason',
    rows: 'Rows',
    examples: 'Examples',
    example: (row: number, value: string | null): string =>
      `row ${integer(row)}: ${value === null ? 'nothing' : value.trim() === '' ? 'blank' : `“${value}”`}`,
    reasons,
    notesTitle: 'Worth knowing',
    notes,
    columns: (used: number, ignored: number): string =>
      `${count(used, 'column')} used${ignored ? `, ${integer(ignored)} not needed` : ''}`,
    columnName: 'Column',
    columnFound: 'In the file',
    columnType: 'Type',
    absent: 'Optional columns that the file does not have',
    ignored: 'Columns that are not needed, and were not read',
    privacyTitle: 'Proof that nothing leaves this device',
    privacy: [
      'The files are read by this page, in this browser tab. There is no account, no server that computes, no tracking.',
      'The page carries a Content-Security-Policy that makes the browser refuse any request to another address, whatever the code of the page might try. The database inside is locked down as well: it can read no files and load no extensions.',
      'To see it for yourself: unplug the network now, then open another export. Or watch the Network tab of the developer tools while a file is opened.',
    ],
  },
};
