import type { FileKind } from '../../contract/files.ts';
import type { LoadProgress } from '../../contract/progress.ts';
import type { View } from '../../domain/views.ts';
import { named, unbroken } from '../shown.ts';
import type { Format } from '../format.ts';
import { helpers } from './helpers.ts';

/** In English. */
export function page(format: Format) {
  const { integer } = format;
  const { count } = helpers(format);
  const views: Record<View, string> = {
    overview: 'Overview',
    cohorts: 'Cohorts',
    churn: 'Churn',
    revenue: 'Revenue',
    data: 'Data',
  };

  const kinds: Record<FileKind, string> = {
    cards: 'Cards',
    transactions: 'Transactions',
    stores: 'Stores',
    orders: 'Orders',
  };

  const stages: Record<LoadProgress['stage'], string> = {
    starting: 'Starting the engine',
    recognising: 'Looking at the files',
    reading: 'Reading',
    finishing: 'Getting the answers ready',
  };

  /** Words of the page around its views; those of each view, and of errors, are in files of their own. */
  const pageText = {
    product: 'Loyalty Lens',
    /** While a sample is open. */
    sampleBar: { label: 'Sample data', others: 'Samples', openOwn: 'Open your own files' },
    ownFilesGone: 'Your files are not kept: after a reload, open them again.',
    /** What the page says of itself to search engines, bookmarks and other pages that link to it. */
    description: 'Loyalty analytics that stay on your device: cohort retention, churn and revenue.',
    views,
    kinds,
    /** Before what it names. */
    labelled: (label: string): string => `${label}:`,
    dismiss: 'Dismiss',
    skip: 'Skip to the content',
    home: 'Loyalty Lens, overview',
    mainNavigation: 'Views',
    pageTitle: (view: string, name: string | null): string =>
      [view, name, pageText.product].filter(Boolean).join(' · '),
    openAnother: 'Open another export',
    open: 'Open',
    language: 'Language',
    footer: 'Computed on this device. Nothing is uploaded.',
    pseudonymsOn: 'Pseudonyms are shown',
    footerProof: 'See for yourself',
    reload: 'Reload the page',
    /** While something is open. `loses`: said before files of one's own are lost. */
    newVersion: {
      label: 'New version',
      isHere: 'A new version of Loyalty Lens is here. Reload the page when you like.',
      loses: 'Your files are not kept: after the reload, open them again.',
      reload: 'Reload',
      reloadNow: 'Reload all the same',
      later: 'Later',
    },
    adding: {
      title: 'Add, or open instead?',
      question: (chosen: string, open: string): string =>
        `Add ${chosen} to ${open}, such as next month’s rows or the names of the stores? Or open it in its place?`,
      add: 'Add to what is open',
      replace: 'Open instead',
      cancel: 'Cancel',
      note: 'Rows that are in both are found by their ids, as in any export of several files.',
    },
    filesName: (names: readonly string[]): string =>
      names.length > 1 ? `${named(names[0]!)} and ${integer(names.length - 1)} more` : named(names[0] ?? ''),

    merchant: {
      label: 'Merchant',
      fetchAgain: 'Fetch the merchants again',
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
      dialog: 'Report date and calendar',
      explanation: (calendar: string): string =>
        `Every answer is then what it would have been at the end of that day (${calendar}): later rows are left out.`,
      notFetched: 'The settings of the calendar could not be fetched. Open this again to try once more.',
      latest: (day: string): string => `Latest: ${day}`,
      apply: 'Show',
    },

    welcome: {
      title: 'Know who comes back, and who is about to leave.',
      lead: 'Open your loyalty export. Retention, customers at risk and revenue, in seconds.',
      open: 'Open your loyalty export',
      drop: 'Drop the files anywhere on this page',
      choose: 'Choose files',
      chooseFolder: 'Choose a folder',
      expected:
        'Excel, CSV or Parquet files (or a zip of them) with cards and transactions, optionally stores. Names do not matter: files are recognised by their columns, or matched with your help.',
      samples: 'Nothing at hand? Look at a sample',
      sampleFacts: (cards: number, transactions: number, stores: number): string =>
        [count(cards, 'card'), count(transactions, 'transaction'), count(stores, 'store')].map(unbroken).join(' · '),
      privacy:
        'Your files stay on this device: they are read and computed in this browser tab, and nothing of them is sent anywhere.',
      recipes: 'How do I get my export?',
    },

    dropTarget: {
      title: 'Drop to open',
      hint: 'Cards, transactions and stores of one export, or the folder with them',
    },

    loading: {
      title: (name: string): string => `Opening ${name}`,
      stages,
      file: (name: string, kind: FileKind | null): string => (kind ? `${kinds[kind]} · ${named(name)}` : named(name)),
      files: (files: number, kind: FileKind | null): string =>
        kind ? `${kinds[kind]} · ${count(files, 'file')}` : count(files, 'file'),
      rows: (read: number, total: number | null): string =>
        total !== null ? `${integer(read)} of ${count(total, 'row')}` : read > 0 ? count(read, 'row') : 'Waiting',
      cancel: 'Cancel',
      keeps: 'What is open now stays until the new export is complete.',
    },

    /** What says in the header that not all rows are used. */
    setAside: (rows: number): string => `${count(rows, 'row')} set aside`,
    /** What leads to the screen of the columns; its own words are in `matching.ts`. */
    matching: {
      title: 'Match the columns',
      match: 'Match the columns',
      openWithout: (file: string): string => `Open without ${named(file)}`,
    },
  };
  return { pageText };
}
