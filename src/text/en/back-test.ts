import type { ChurnRule } from '../../contract/back-test.ts';
import type { Format } from '../format.ts';
import { helpers } from './helpers.ts';

/** Words of whether the rule works, in English. */
export function backTest(format: Format) {
  const { integer, plural } = format;
  const { count } = helpers(format);
  const rules: Record<ChurnRule, string> = { rhythm: 'Own rhythm', service: 'Service’s rule' };

  const backTestText = {
    title: 'Does the rule work?',
    subtitle: (day: string, days: number): string =>
      `What it said on ${day}, ${integer(days)} days before the report date, against the visits since.`,
    rule: 'Rule',
    rules,
    horizon: 'Time to come back',
    days: (n: number): string => `${integer(n)} days`,
    cards: 'Cards',
    all: 'All',
    notLost: 'Not yet lost',
    times: (n: string): string => `${n}×`,
    flagged: 'Flagged',
    notFlagged: 'Not flagged',
    stayedAway: 'Stayed away',
    cameBack: 'Came back',
    together: 'Total',
    table: 'What the rule said, and what happened',
    /** `interval`: in which the share lies but for chance. */
    right: (away: number, flagged: number, share: string, interval: string): string =>
      `${integer(away)} of ${count(flagged, 'flagged card')} stayed away: ${share} (${interval}).`,
    nobody: 'No card was flagged.',
    range: (from: string, to: string): string => `95% interval ${from} to ${to}`,
    found: (share: string, of: number, all: string): string =>
      `These are ${share} of the ${count(of, 'card')} that stayed away. Of all cards tested, ${all} did.`,
    /** Of 100 pairs of a card that stayed away and one that came back, in how many the one that stayed away was placed higher. */
    better: {
      rule: (rule: string, days: string): string =>
        `The rule predicted better than the days since the last visit alone. Of 100 pairs of a card that stayed away and one that came back, it ranks ${rule} in the right order, the days ${days}.`,
      days: (rule: string, days: string): string =>
        `The days since the last visit alone predicted better than the rule. Of 100 pairs of a card that stayed away and one that came back, they rank ${days} in the right order, the rule ${rule}.`,
      neither: (rule: string, days: string): string =>
        `No difference beyond chance shows between the rule and the days since the last visit alone. Of 100 pairs of a card that stayed away and one that came back, the rule ranks ${rule} in the right order, the days ${days}.`,
      unknown:
        'Too few cards stayed away, or came back, to tell whether the rule or the days since the last visit alone predict better.',
    },
    /** `isAsMany`: as the rule flags. */
    naive: (days: number, flagged: number, away: number, share: string, isAsMany: boolean): string =>
      `By the days alone, ${isAsMany ? 'about as many' : 'the nearest to as many'} would be those away for ${count(days, 'day')} or longer: ${count(flagged, 'card')}, of which ${integer(away)} stayed away, ${share}.`,
    best: (times: string, found: string, right: string): string =>
      `${times} tells best in this test: it flags ${found} of the cards that stayed away, and ${right} of the flagged ones did.`,
    bestInUse: (times: string): string => `${times}, which is in use, tells best in this test.`,
    use: (times: string): string => `Use ${times}`,
    whatIf: (cards: number, money: string): string =>
      `${plural(cards, { one: 'The # flagged card that stayed away', other: 'The # flagged cards that stayed away' })} had brought ${money} in the 365 days before. How much of it a call would have kept is not known.`,
    lead: (interval: string, flag: string, lost: string): string =>
      `Half of the flagged cards usually come at least every ${interval}: such a card is flagged ${flag} after its expected visit, and lost ${lost} later.`,
    dayCount: (n: number): string => count(n, 'day'),
    seldom: (share: string, days: number): string =>
      `${share} of the cards usually come less often than every ${integer(days)} days. That they stayed away for so long says little: allow more time.`,
    inUse: 'in use',
    precision: 'Precision',
    precisionLegend: 'Precision: flagged cards that stayed away',
    recall: 'Recall',
    recallLegend: 'Recall: cards that stayed away and were flagged',
    dashed: 'dashed: by the days since the last visit alone',
    tooltip: 'Precision · recall',
    tooltipDays: 'By days alone',
    chart: (times: string, precision: string, recall: string): string =>
      `Precision and recall by multiplier: ${precision} and ${recall} at ${times}.`,
    multiplier: 'Multiplier',
    lift: 'Lift',
    awayFor: 'Days away',
    daysAlone: (column: string): string => `${column}, by days alone`,
    /** One of the four cells, by its row and its column. */
    cell: (row: string, column: string): string => `${row}, ${column.toLowerCase()}`,
    /** A cell, which can be pressed for its cards. */
    open: (cell: string, cards: number): string => `${cell}: ${count(cards, 'card')}`,
    close: 'Close the list',
    search: 'Find a tested card',
    listed: (shown: number, of: number, found: boolean): string => {
      const cards = `${count(of, 'card')}${found ? ' found' : ''}`;
      return shown === of ? `${cards}.` : `${integer(shown)} of ${cards}.`;
    },
    spent: 'Spent in the year before',
    daysAway: 'Days away by then',
    visits: 'Visits by then',
    since: 'Visits since',
    empty: 'Nothing to test yet',
    emptyHint: (rule: ChurnRule, day: string): string =>
      rule === 'rhythm' ? `By ${day}, no card had been used on two days.` : `By ${day}, no open card had been used.`,
    /** Where a store was chosen, or those left out that were lost. */
    noneLeft: (day: string): string =>
      `On ${day}, none of the cards that you chose could be tested. Choose all cards, all stores or a later report date.`,
    short: (days: number): string =>
      `The rule had seen ${days === 0 ? 'nothing' : `only ${count(days, 'day')}`} of the export by then: intervals look shorter than they are, and who comes seldom is not tested at all.`,
    ongoing: 'The export ends before this report date',
    ongoingHint: 'Who came back in the last days is not in it. Choose an earlier report date.',
  };
  return { backTestText };
}
