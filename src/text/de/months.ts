import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';

/** In German. */
export function months(format: Format): Pick<Messages, 'monthText' | 'monthRemark'> {
  /** Words for months of which a report does not cover all days. */
  const monthText: Messages['monthText'] = {
    since: (date) => `ab ${date}`,
    soFar: 'bisher',
    sinceSoFar: (date) => `ab ${date}, bisher`,
    partial: 'Unvollständiger Monat',
  };

  /** Why a month is not comparable with the others, or null. */
  const monthRemark: Messages['monthRemark'] = ({ since, running }) => {
    if (since && running) return monthText.sinceSoFar(format.date(since));
    if (since) return monthText.since(format.date(since));
    return running ? monthText.soFar : null;
  };
  return { monthText, monthRemark };
}
