import type { Format } from '../format.ts';
import type { Messages } from '../messages.ts';

/** In German. */
export function timeline({ plural }: Format): Pick<Messages, 'timelineText'> {
  const timelineText: Messages['timelineText'] = {
    label: 'Zeitleiste',
    slider: 'Stichtag auf der Zeitleiste',
    day: (date, transactions) =>
      `${date}, ${plural(transactions, { one: '# Transaktion', other: '# Transaktionen' })} in dieser Woche`,
    play: 'Zeitverlauf abspielen',
    pause: 'Anhalten',
  };
  return { timelineText };
}
