import type { Day } from '../../contract/ids.ts';
import type { Format } from '../format.ts';

/** In English. */
export function months(format: Format) {
  /** Words for months of which a report does not cover all days. */
  const monthText = {
    since: (date: string): string => `since ${date}`,
    soFar: 'so far',
    sinceSoFar: (date: string): string => `since ${date}, so far`,
    partial: 'Not a whole month',
  };

  /** Why a month is not comparable with the others, or null. */
  function monthRemark({ since, running }: { since: Day | null; running: boolean }): string | null {
    if (since && running) return monthText.sinceSoFar(format.date(since));
    if (since) return monthText.since(format.date(since));
    return running ? monthText.soFar : null;
  }
  return { monthText, monthRemark };
}
