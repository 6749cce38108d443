import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';
import { helpers } from './helpers.ts';

/** In French. */
export function timeline(format: Format): Pick<Messages, 'timelineText'> {
  const { count } = helpers(format);
  const timelineText: Messages['timelineText'] = {
    label: 'Frise chronologique',
    slider: 'Date du rapport sur la frise',
    day: (date, transactions) => `${date}, ${count(transactions, 'transaction')} cette semaine-là`,
    play: 'Faire défiler le temps',
    pause: 'Mettre en pause',
  };
  return { timelineText };
}
