import type { DefinitionName } from '../../contract/definitions.ts';
import { viewsText } from './views.ts';
import type { Format } from '../format.ts';
import { helpers } from './helpers.ts';

/** How an answer is computed, in the reader's words. */
interface HowWords {
  /** A paragraph each. */
  says: string[];
  /** The formula at its heart; null where counting is all. */
  formula: string | null;
}

/** In English. */
export function how(format: Format) {
  const { fileSize, integer, percent } = format;
  const { count } = helpers(format);
  const earning =
    'Counted are earning transactions: points or stamps earned, with more than 0 points. Redemptions, corrections and bonuses are not.';
  const revenue =
    'Revenue is the sum of their purchase amounts. Where the export has none, it can be estimated from the points, once you say how many you give for one unit of currency.';
  const lookBack = 'The period looks back from the report date by months of 31 days each, as on your loyalty platform.';

  const how: Record<DefinitionName, HowWords> = {
    cohorts: {
      says: [
        'A cohort is all cards enrolled in one calendar month. Its windows are 30 days each, counted from the first day of that month: they drift from the calendar, as on your loyalty platform.',
        'A card counts in a window when it has at least one transaction of any kind in it, however many more.',
        'Of a store, the cards are those that it won: their first transaction in any store was there. Where they went later does not matter.',
      ],
      formula: 'retention = cards used in the window ÷ cards enrolled in the month',
    },
    'at-risk': {
      says: [
        'The usual interval of a card is the mean of the whole days between its transactions. A card with fewer than two has none of its own; 60 days stand in for it.',
        'Checked are open cards that have been used. The list begins with those away longest; searching and sorting change the list, not the count.',
        'Of a store, the cards are those that were last seen there.',
      ],
      formula: 'at risk: days away > usual interval × multiplier',
    },
    spread: {
      says: [
        'Every checked card is placed by how long it has been away, measured in its own usual intervals, and counted in steps of a quarter. Beyond eight intervals all count together.',
        'The usual interval is the mean of the whole days between a card’s transactions; 60 days where it has fewer than two.',
      ],
      formula: 'place = days away ÷ usual interval',
    },
    bands: {
      says: [
        'A visit is a day on which the customer used the card, however often. The usual interval of a card is the mean number of days from one visit to the next. A card with a single visit has none.',
        'Days away are counted from the day of the last visit to the day of the report date. Up to one usual interval a card is within its rhythm, up to the multiplier slipping, up to twice the multiplier overdue, beyond that lost.',
        'Points are balances above 0 at the report date. Revenue is the purchase amounts of earning transactions in the last 365 days.',
        'The same is counted for the same cards 30 days before, for the moves. Cards that are closed today are left out of a report on the end of the export; on an earlier day they count as open, as nobody knows when they were closed. Of a store, the cards are those that were last seen there.',
      ],
      formula: 'days away ÷ usual interval, against 1, the multiplier, and twice the multiplier',
    },
    'call-list': {
      says: [
        'Listed are cards that are slipping or overdue by their own rhythm and have three visits or more: with fewer there is no habit to go by.',
        'At stake is what the next 90 days would bring had the card kept its rhythm, times the share of such cards that did not come back. That share is counted on this export: of the cards that were slipping, or overdue, 90 days before the report date, how many made no visit since.',
        'Mean spend is all purchase amounts of earning transactions over all visits. Without amounts, visits are counted instead. The home store is the one with most of the card’s transactions.',
        'Who comes back by themselves and who because of a call is not known.',
      ],
      formula: 'at stake = 90 ÷ usual interval × mean spend × share that stayed away',
    },
    'back-test': {
      says: [
        'The rule is asked what it would have said so many days before the report date, from what was known by then: which cards had been away for longer than the multiplier times their usual interval. Then it is seen who made a visit until the report date.',
        'Tested are cards with two visits or more by then. Precision is the share of the flagged cards that stayed away, recall the share of those that stayed away that was flagged, lift how much more often flagged cards stayed away than all that were tested.',
        'Beside it stands the simplest rule: only the days since the last visit, from the number of days on that flags about as many cards. Which of the two ranks better is said only where the 95% interval of the difference leaves out zero (DeLong, DeLong and Clarke-Pearson, 1988); the range of a share is Wilson’s (1927).',
        'A card that is closed today counts as open on the date of the test: when it was closed is not known. Nor was by then whatever came before the export begins.',
        'Not yet lost: without the cards that had been away for longer than twice the multiplier by then. That they stay away is known without any rule, and flatters every one. Who is left has been chosen by the rule itself, so that it is not compared with the days then.',
      ],
      formula: 'precision = flagged and stayed away ÷ flagged; recall = flagged and stayed away ÷ stayed away',
    },
    'back-test-service': {
      says: [
        'The service’s rule for cards at risk is asked what it would have said so many days before the report date, from what was known by then. Then it is seen who made a visit until the report date.',
        'Tested are the cards that the service checks: open today, and used by then. A card with fewer than two transactions has no usual interval of its own; 60 days stand in for it.',
        'Precision, recall, lift, and the comparison with the days since the last visit alone are those of the rule by own rhythm; for a card without a visit, days are counted since its last activity.',
      ],
      formula: 'precision = flagged and stayed away ÷ flagged; recall = flagged and stayed away ÷ stayed away',
    },
    'revenue-monthly': {
      says: [
        earning,
        `Each month has how many there were, their points, and how many different cards. ${revenue}`,
        lookBack,
      ],
      formula: 'estimated revenue = points ÷ points per unit of currency',
    },
    'revenue-by-store': {
      says: [earning, `Each store has how many there were and their points. ${revenue}`, lookBack],
      formula: 'estimated revenue = points ÷ points per unit of currency',
    },
    'overview-figures': {
      says: [
        'The last 30 days up to the report date stand beside the 30 days before them.',
        'A card is active when it has a transaction of any kind. Points and revenue are those of earning transactions. Points outstanding are the balances of all open cards, at the report date.',
      ],
      formula: null,
    },
    'overview-second-visit': {
      says: [
        'Of the cards enrolled between 150 and 60 days before the report date: how many came back on a later day within 60 days of enrolling. All of them have had that time.',
        'The change is against the cards enrolled in the 90 days before those.',
      ],
      formula: 'second visit = cards that came back ÷ cards enrolled',
    },
    'overview-stores': {
      says: [
        'Different cards with a transaction in each store, in the last 91 days and in the 91 days before. Both are 13 whole weeks, so that each has as many Saturdays.',
        'A store whose first transaction lies within those 182 days has nothing to be compared with.',
      ],
      formula: null,
    },
    'overview-weekdays': {
      says: ['Transactions of any kind of the last 364 days, which are 52 whole weeks: every weekday counts as often.'],
      formula: null,
    },
    'overview-months': {
      says: [
        'For each calendar month: the cards enrolled in it, and the different cards with a transaction of any kind in it. The last month ends with the report date.',
      ],
      formula: null,
    },
    stores: { says: ['The stores of the transactions, with how many they have.'], formula: null },
    activity: {
      says: ['The transactions of all cards by day, of all of the export. The timeline adds them up by week.'],
      formula: null,
    },
  };

  /** Words of how the answers are computed. */
  const howText = {
    of: (name: DefinitionName): HowWords => how[name],
    question: viewsText.how,
    close: 'Close',
    formula: 'Formula',
    definition: 'The definition in SQL',
    definitionHint:
      'One statement, with what is shown now filled in. It gives the same figures in DuckDB and PostgreSQL; here, tables made of it answer faster.',
    copy: 'Copy the SQL',
    copied: 'Copied',
    copyFailed: 'The browser did not allow it: the SQL is selected, copy it with the keyboard.',
    tables: 'The tables that it reads',
    tablesHint:
      'Your cards, transactions and stores as they were checked, with the calendar, as Parquet files in one zip archive. Unpack it, start DuckDB in that folder, and paste the SQL.',
    namesInTables: 'Names and numbers of cards are in them: keep them as safe as the export.',
    pseudonymsInTables:
      'Pseudonyms stand in them for names and card numbers, and the ids of cards are new numbers. When, where and for how much each card was used stays as in the export.',
    save: 'Save the checked tables',
    saving: (rows: number, of: number): string =>
      of === 0 ? 'Saving …' : `Saving ${integer(rows)} of ${count(of, 'row')} (${percent((100 * rows) / of)})`,
    savedAs: (bytes: number): string => `Saved, ${fileSize(bytes)}.`,
    cancel: 'Cancel',
    fileName: 'loyalty-lens-tables.zip',
  };
  return { howText };
}
