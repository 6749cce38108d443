import type { Day } from '../../contract/ids.ts';
import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';

/** In French. */
export function months(format: Format): Pick<Messages, 'monthText' | 'monthRemark'> {
  /** Words for months of which a report does not cover all days. */
  const monthText: Messages['monthText'] = {
    since: (date) => `à partir du ${date}`,
    soFar: 'en cours',
    sinceSoFar: (date) => `à partir du ${date}, en cours`,
    partial: 'Mois incomplet',
  };

  /** Why a month is not comparable with the others, or null. */
  function monthRemark({ since, running }: { since: Day | null; running: boolean }): string | null {
    if (since && running) return monthText.sinceSoFar(format.date(since));
    if (since) return monthText.since(format.date(since));
    return running ? monthText.soFar : null;
  }
  return { monthText, monthRemark };
}
