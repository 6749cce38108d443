import { WINDOW_DAYS } from '../../domain/calendar.ts';
import type { Format } from '../format.ts';

/** In English. */
export function cohorts(format: Format) {
  /** Words of the cohorts, their heatmap and table. */
  const heatmapText = {
    cohort: (month: string): string => `Enrolled in ${month}`,
    days: (first: number, last: number): string => `Days ${first}–${last}`,
    dates: (first: string, last: string): string => `${first} – ${last}`,
    active: 'Active',
    share: (share: string, cards: string): string => `${share} (${cards})`,
    enrolled: 'Enrolled',
    runningNote: 'This window is not over yet: the value can still rise.',
    partialNote: (date: string): string => `Only cards enrolled since ${date}, where the report begins.`,
  };

  const cohortsText = {
    title: 'Cohorts',
    lead: 'Do new members come back? Each row follows the cards enrolled in one month.',
    panel: 'Retention by enrolment month',
    panelSubtitle: 'Share of a month’s cards used in each 30-day window from the first of that month.',
    drift:
      'Windows are 30 days, as in the reports of your loyalty platform, and so drift from the calendar: the twelfth begins 4 to 7 days before its month. The first window starts before most of its cards were enrolled.',
    cut: (date: string): string =>
      `The report begins on ${date}. Of that month only cards enrolled from then on are counted: its row is partial.`,
    chartLabel: (cohorts: number, first: string, last: string): string =>
      cohorts === 1
        ? `Heatmap of the share of cards that were used, of those enrolled in ${first}, by 30-day window.`
        : `Heatmap of the share of cards that were used, for ${format.integer(cohorts)} enrolment months from ${first} to ${last}, by 30-day window.`,
    region: 'Heatmap, scrollable',
    axis: '30-day windows',
    month: 'Enrolled in',
    enrolled: 'Cards',
    scale: 'Cards used',
    running: 'Window not over yet',
    partial: 'Partial month',
    empty: 'No card was enrolled in this period',
    emptyHint: 'Look back further, or choose a later report date.',
  };

  /** `Days 31–60` of offset 1. */
  function windowLabel(offset: number): string {
    return heatmapText.days(WINDOW_DAYS * offset + 1, WINDOW_DAYS * (offset + 1));
  }
  return { heatmapText, cohortsText, windowLabel };
}
