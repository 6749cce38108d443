import type { BandName } from '../../contract/bands.ts';
import type { Format } from '../format.ts';
import { helpers } from './helpers.ts';

/** Words of cards by their own rhythm, in English. */
export function bands(format: Format) {
  const { integer, plural } = format;
  const { count } = helpers(format);
  const names: Record<BandName, string> = {
    'within-rhythm': 'Within rhythm',
    slipping: 'Slipping',
    overdue: 'Overdue',
    lost: 'Lost',
    'single-visit': 'Single visit',
  };

  const bandText = {
    title: 'Cards by their own rhythm',
    subtitle: 'Days since the last visit, against the days that usually pass between a card’s visits.',
    names,
    /** How long the cards of a band have been away, in usual intervals; `more` is twice `times`. */
    ranges: (times: string, more: string): Record<BandName, string> => ({
      'within-rhythm': 'away up to 1×',
      slipping: `up to ${times}×`,
      overdue: `up to ${more}×`,
      lost: `more than ${more}×`,
      'single-visit': 'came once, no rhythm yet',
    }),
    /** Of those that can still be won back; `money` is null where there is none. */
    atStake: (cards: number, share: string, money: string | null): string => {
      const who = plural(cards, { one: '# card is', other: '# cards are' });
      const much = `${share} of the cards that were used${money === null ? '' : `, with ${money} of revenue in the last 365 days`}`;
      return `${who} slipping or overdue: ${much}.`;
    },
    chart: (parts: string): string => `Share of each band: ${parts}.`,
    cards: 'Cards',
    points: 'Points',
    revenue: 'Revenue, 365 days',
    visits: 'Visits, 365 days',
    band: 'Band',
    share: 'Share of cards',
    revenueShare: 'Share of revenue',
    visitsShare: 'Share of visits',
    before: '30 days before',
    change: (difference: string): string => `${difference} in 30 days`,
    unchanged: 'as 30 days before',
    threshold: 'Slipping up to',
    movesTitle: 'Where they were 30 days before',
    movesSubtitle: 'Rows: the band of a card 30 days before the report date. Columns: its band on that date.',
    was: '30 days before',
    new: 'Not seen yet',
    total: 'Together',
    moved: (lost: number, back: number): string =>
      `In 30 days, ${count(lost, 'card')} became lost, and ${plural(back, { one: '# came', other: '# came' })} back into rhythm.`,
    closedNote:
      'Cards that are closed today are left out of a report on the end of the export. In a report on an earlier day they count as open: when they were closed is not known.',
  };
  const callText = {
    title: 'Whom to call',
    /** What is listed; `found`: of those that a search finds. */
    listed: (shown: number, of: number, found: boolean): string => {
      const cards = `${count(of, 'card')} ${found ? 'found' : 'slipping or overdue, with three visits or more'}`;
      return shown === of ? `${cards}.` : `${integer(shown)} of ${cards}.`;
    },
    found: (n: number, of: number): string => `${integer(n)} of ${count(of, 'card')} found`,
    limit: 'Show',
    search: 'Find whom to call',
    atStake: 'At stake, 90 days',
    both: 'Both',
    atStakeVisits: 'Visits at stake, 90 days',
    visits: 'Visits',
    lastVisit: 'Last visit',
    times: '× usual',
    spend: 'Mean spend',
    home: 'Home store',
    expected: 'Expected on',
    empty: 'Nobody to call',
    emptyHint: 'No card with three visits or more is slipping or overdue here.',
    /** How the share of those that stayed away was counted; a share is null where nobody was late then. */
    stayedAway: (slipping: string | null, overdue: string | null): string => {
      const known = [slipping && `slipping ${slipping}`, overdue && `overdue ${overdue}`].filter(Boolean);
      if (known.length === 0)
        return 'How many such cards come back by themselves cannot be said yet: nobody was late 90 days before.';
      return `Of the cards that were late 90 days before, these stayed away since: ${known.join(', ')}. At stake counts only that share.`;
    },
  };
  return { bandText, callText };
}
