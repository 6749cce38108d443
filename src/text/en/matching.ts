import type { LeftOut } from '../../contract/left-out.ts';
import type { FileKind } from '../../contract/files.ts';
import type { CardState, FilePlan, TextDialect, WantedColumn } from '../../contract/matching.ts';
import type { ExportSummary, LoadCheck } from '../../contract/summary.ts';
import { named } from '../shown.ts';
import type { Format } from '../format.ts';
import { helpers } from './helpers.ts';
import { leftOutReasons } from './reasons.ts';
import { namesByReason } from '../left-out.ts';

/** What would come of a load. */
type TrialFigures = Pick<LoadCheck, 'rowsRead' | 'earning' | 'revenue'> &
  Pick<ExportSummary, 'earliest' | 'latest'> & { cards: number };

/** A column of the contract in a merchant's words. */
interface FieldWords {
  label: string;
  hint: string;
  /** What stands in for it where the file does not have it. */
  without?: string;
}

/** In English. */
export function matching(format: Format) {
  const { date, dayAndMonth, integer, money } = format;
  const { count, some } = helpers(format);
  const why = (files: readonly LeftOut[]): string => namesByReason(files, leftOutReasons, (names) => some(names, 8));
  const merchant: FieldWords = { label: 'Merchant', hint: 'Whose it is, where the export holds several merchants' };

  const fields: Record<FileKind, Record<string, FieldWords>> = {
    cards: {
      id: { label: 'Card id', hint: 'What transactions call the card' },
      merchant_id: merchant,
      created_at: {
        label: 'Enrolled',
        hint: 'When the customer joined',
        without: 'Not in the file: enrolled with its first transaction',
      },
      last_activity_at: {
        label: 'Last activity',
        hint: 'When the card was last used; may be empty',
        without: 'Not in the file: its latest transaction',
      },
      is_active: {
        label: 'Open',
        hint: 'Yes or no (closed, deactivated); closed cards are left out of churn',
        without: 'Not in the file: every card counts as open',
      },
      points_balance: {
        label: 'Points balance',
        hint: 'Points or stamps on the card',
        without: 'Not in the file: balances are unknown',
      },
      card_number: {
        label: 'Card number',
        hint: 'As printed on the card; may be empty',
        without: 'Not in the file: the card’s id',
      },
      customer_name: { label: 'Customer name', hint: 'Shown in lists; leave it out if you like' },
    },
    transactions: {
      id: { label: 'Transaction id', hint: 'Tells rows apart where they occur in two files' },
      card_id: { label: 'Card id', hint: 'The card that was used' },
      merchant_id: merchant,
      transaction_at: { label: 'Time', hint: 'When it happened' },
      transaction_type: {
        label: 'Type',
        hint: 'Such as points_earned, points_redeemed',
        without: 'Not in the file: told by the sign of points or amount, else every row is a visit',
      },
      points_delta: {
        label: 'Points',
        hint: 'Gained, or with a minus lost',
        without: 'Not in the file: points are unknown',
      },
      store_id: { label: 'Store id', hint: 'Where it happened; may be empty', without: 'Not in the file: one shop' },
      purchase_amount_cents: {
        label: 'Purchase amount',
        hint: 'What was paid; gives revenue',
        without: 'Not in the file: no revenue in money',
      },
      customer_name: {
        label: 'Customer name',
        hint: 'Shown in the list of who to call',
        without: 'Not in the file: cards are shown by their number',
      },
      order_reference: {
        label: 'Purchase number',
        hint: 'Of the receipt or order: rows with the same one are lines of one purchase',
        without: 'Not used: each row is a purchase of its own',
      },
      currency: { label: 'Currency', hint: 'What the amount is in, such as EUR' },
    },
    stores: {
      id: { label: 'Store id', hint: 'What transactions call the store' },
      merchant_id: merchant,
      name: { label: 'Store name', hint: 'Shown in revenue by store' },
    },
    orders: {
      reference: { label: 'Order number', hint: 'Of the receipt or order' },
      placed_at: { label: 'Time', hint: 'When it was placed' },
      total_cents: { label: 'Total', hint: 'What was paid, in the currency of the export' },
      store_id: { label: 'Store', hint: 'Where it was placed' },
      merchant_id: merchant,
      card_id: { label: 'Card id', hint: 'The member’s card; empty for everybody else' },
      currency: { label: 'Currency', hint: 'What the total is in, such as EUR' },
    },
  };

  const kinds: Record<FileKind, string> = {
    cards: 'Cards',
    transactions: 'Transactions',
    stores: 'Stores',
    orders: 'Orders',
  };

  const looks: Record<WantedColumn['want'], string> = {
    id: 'an id',
    text: 'a text',
    integer: 'a whole number',
    instant: 'a date',
    boolean: 'yes or no',
  };

  const orders: Record<TextDialect['dates'], string> = {
    'day-first': 'Day first',
    'month-first': 'Month first',
    'year-first': 'Year first',
    iso: 'Year first',
  };

  /** Words of the screen on which a person says which column is which. */
  const matchingText = {
    title: 'Match the columns',
    lead: (name: string): string =>
      `Which column of ${name} holds what? What Loyalty Lens guessed is marked: please check it.`,
    remember:
      'Your choices are remembered on this device for files with the same columns: names of columns, and words for types and for active cards, no other data.',
    file: (names: string[]): string =>
      names.length === 1 ? named(names[0]!) : `${named(names[0]!)} and ${integer(names.length - 1)} more like it`,
    allFiles: (files: number): string => `All ${integer(files)} files`,
    rows: (rows: number): string => count(rows, 'row'),
    kind: 'This file holds',
    kindOfMany: 'These files hold',
    kinds: {
      cards: { label: kinds.cards, hint: 'One row per loyalty card' },
      transactions: { label: kinds.transactions, hint: 'One row per loyalty transaction' },
      stores: { label: kinds.stores, hint: 'The names of the stores' },
      orders: { label: kinds.orders, hint: 'One row per order of the till, of members and everybody else' },
    } satisfies Record<FileKind, { label: string; hint: string }>,
    leaveOut: { label: 'Leave it out', hint: 'Something else, not to be loaded' },
    state: {
      certain: 'Recognised',
      remembered: 'As last time',
      matched: 'Matched',
      check: 'Please check',
      missing: (n: number): string => `${count(n, 'column')} missing`,
      encoding: 'Letters to be settled',
      dates: 'Dates to be settled',
      numbers: 'Numbers to be settled',
      amounts: 'Amounts to be settled',
      signs: 'Amounts to be settled',
      types: 'Types to be settled',
      states: 'States of cards to be settled',
      contradicted: 'Not as last time: please check',
      leftOut: 'Left out',
    },
    field: (kind: FileKind, name: string): FieldWords =>
      fields[kind][name] ?? fields.cards[name] ?? { label: name, hint: '' },
    isLeftOut: (file: string): string => `${file}: left out`,
    needed: 'Needed',
    optional: 'Also used',
    notInFile: 'Not in the file',
    choose: 'Choose a column',
    guess: 'Guess',
    guessHint: 'Guessed from its name and values',
    unlike: (value: string, want: WantedColumn['want']): string => `“${value}” does not look like ${looks[want]}`,
    twice: (label: string): string => `Also chosen for ${label}`,
    dates: 'Dates',
    orders,
    datesQuestion: (column: string): string => `In which order are the dates in “${named(column)}”?`,
    datesReading: (value: string, reading: string): string => `${value} is ${reading}`,
    datesUnread: (value: string): string => `${value} is not a date then`,
    day: (instant: string): string => dayAndMonth(instant),
    otherFormat: 'Dates are written another way',
    format: 'Format of the dates',
    formatHint: 'Such as DD.MM.YYYY HH:mm, DDMMYYYY, D MMM YY',
    formatToken: (format: string): string => format,
    formatUnknown: 'Not understood: it needs a year (YYYY or YY), a month (MM or MMM) and a day (DD)',
    decimal: 'Numbers',
    decimals: { '.': '1,234.5', ',': '1.234,5' } satisfies Record<NonNullable<TextDialect['decimal']>, string>,
    numbersQuestion: (column: string): string => `How are the numbers in “${named(column)}” written?`,
    numbersReading: (value: string, reading: string): string => `${value} is ${reading}`,
    numbersUnread: (value: string): string => `${value} is not a number then`,
    decimalPoint: 'Decimal point',
    decimalComma: 'Decimal comma',
    amounts: 'Purchase amounts',
    amountsIn: { units: 'Whole units', cents: 'Cents' } satisfies Record<NonNullable<FilePlan['amounts']>, string>,
    amountRead: (value: string, read: string): string => `“${value}” is read as ${read}`,
    amountEither: (value: string, units: string, cents: string): string => `“${value}” may be ${units} or ${cents}`,
    amountUnread: (value: string): string => `“${value}” cannot be read so: rows like it would be set aside`,
    ids: 'Ids of cards',
    signs: 'Amounts below 0',
    signsAre: { turned: 'Purchases', written: 'Refunds' } satisfies Record<NonNullable<FilePlan['signs']>, string>,
    signsNote: {
      turned: 'Amounts below 0 count as purchases of as much.',
      written: 'Money given back: it is no revenue.',
      asked:
        'Every amount in the first rows is below 0, as in a ledger that books sales as credits. Are they purchases?',
    } satisfies Record<'turned' | 'written' | 'asked', string>,
    idsAre: { alike: 'Alike', written: 'As written' } satisfies Record<NonNullable<FilePlan['ids']>, string>,
    idsNote: {
      alike: 'Leading zeros, quotes, spaces and case make no difference: so the ids of the files meet.',
      written: 'As they are written, few transactions find their card.',
    } satisfies Record<NonNullable<FilePlan['ids']>, string>,
    states: 'Which cards are active',
    statesLead: 'What these words of the file say of a card. Closed cards are in no list of cards at risk.',
    stateOf: (word: string): string => `A card with “${word}” is`,
    chooseState: 'Choose what it says',
    cardState: {
      active: { label: 'Active' },
      closed: { label: 'Closed' },
      unknown: { label: 'Not known', hint: 'Counts as active' },
    } satisfies Record<CardState, { label: string; hint?: string }>,
    types: 'Types of transactions',
    typesLead: 'What these words of the file stand for. Only purchases and what earns points count in revenue.',
    typeOf: (word: string): string => `“${word}” stands for`,
    typeName: (type: string): string => `${type.charAt(0).toUpperCase()}${type.slice(1).replaceAll('_', ' ')}`,
    typeAsItIs: { label: 'Something else', hint: 'Counts as activity' },
    unreadable: 'Cannot be read',
    leaveFileOut: 'Leave it out',
    leaveFileOutLabel: (file: string): string => `Leave ${named(file)} out`,
    takeIn: 'Take it in again',
    takeInLabel: (file: string): string => `Take ${named(file)} in again`,
    hiddenSheet: 'Hidden sheet, left out unless you say what it is',
    leftOut: (files: readonly LeftOut[]): string => `Left out: ${why(files)}.`,
    preview: (name: string): string => `The first rows of ${named(name)}`,
    previewRegion: (name: string): string => `The first rows of ${named(name)}, scrollable`,
    previewNone: 'The file has no rows to show.',
    usedColumns: (used: number, all: number): string => `${integer(used)} of ${count(all, 'column')} used`,
    notUsed: 'not used',
    noValue: 'no value',
    load: 'Load',
    cancel: 'Cancel',
    trying: 'Seeing what would come of it …',
    result: ({ rowsRead, earning, cards, revenue, earliest, latest }: TrialFigures): string => {
      const spent = revenue === null ? '' : `, ${money(revenue)}`;
      const days = earliest === null || latest === null ? '' : `, ${date(earliest)} to ${date(latest)}`;
      return `${count(rowsRead, 'row')}: ${count(earning, 'purchase')} of ${count(cards, 'card')}${spent}${days}`;
    },
    ready: 'Every needed column is there.',
    notYet: (problems: number): string => `Not yet: ${count(problems, 'thing')} to settle`,
    problem: {
      encoding: (file: string): string => `${named(file)}: say in what its text is written`,
      column: (file: string, label: string): string => `${named(file)}: choose the column for “${label}”`,
      dates: (file: string, column: string): string =>
        `${named(file)}: say how the dates in “${named(column)}” are written`,
      numbers: (file: string, column: string): string =>
        `${named(file)}: say how the numbers in “${named(column)}” are written`,
      signs: (file: string, column: string): string =>
        `${named(file)}: say whether the amounts in “${named(column)}”, all below 0, are purchases`,
      amounts: (file: string, column: string): string =>
        `${named(file)}: say whether “${named(column)}” is in cents or in whole units`,
      states: (file: string, column: string): string =>
        `${named(file)}: say which words in “${named(column)}” mean an active card`,
      types: (file: string, column: string): string =>
        `${named(file)}: say which words in “${named(column)}” stand for purchases`,
      unreadable: (file: string): string =>
        `${named(file)} cannot be read: leave it out, or open the export again without the fault`,
      absent: {
        cards: 'No file holds the cards: choose which one, or open it together with these',
        transactions: 'No file holds the transactions: choose which one, or open it together with these',
        stores: 'No file holds the stores',
        orders: 'No file holds the orders',
      } satisfies Record<FileKind, string>,
    },
  };
  return { matchingText };
}
