import type { Format } from '../format.ts';
import { helpers } from './helpers.ts';

/** In English. */
export function timeline(format: Format) {
  const { count } = helpers(format);
  /** Words of the timeline of report dates, below the header. */
  const timelineText = {
    label: 'Timeline',
    slider: 'Report date on the timeline',
    /** What a day is, read aloud: how much happened in the week that it is in. */
    day: (date: string, transactions: number): string => `${date}, ${count(transactions, 'transaction')} in its week`,
    play: 'Play over time',
    pause: 'Pause',
  };
  return { timelineText };
}
