import type { Calendar } from '../../contract/calendar.ts';
import type { Messages } from '../messages.ts';
import { zoneName } from '../zone-name.ts';

/** In German. */
export function calendar(): Pick<Messages, 'calendarText' | 'calendarName' | 'calendarShort'> {
  /** Words of the calendar that is counted by. */
  const calendarText: Messages['calendarText'] = {
    label: 'Kalender',
    timeZone: 'Zeitzone',
    weekStart: 'Wochenbeginn',
    dayStart: 'Tagesbeginn',
    /** The whole hour at which a day begins. */
    hour: (hour) => `${hour}\u00a0Uhr`,
    suggested: 'Vorgeschlagen',
    others: 'Weitere',
    readAgain:
      'Zeitangaben in Ihren Dateien, die keine Zeitzone nennen, werden in dieser gelesen: Wählen Sie eine andere, werden die Dateien neu gelesen.',
    isKept: 'Wird auf diesem Gerät für Dateien mit denselben Spalten gespeichert.',
    offer: (zone, isRead) =>
      isRead
        ? `Die Zeitangaben in Ihren Dateien nennen keine Zeitzone und werden als UTC gelesen. Gilt für sie die Zeit von ${zone}?`
        : `Tage und Monate richten sich nach UTC. Sollen sie sich nach der Zeit von ${zone} richten?`,
    accept: (zone) => `${zone} verwenden`,
    decline: 'Bei UTC bleiben',
  };

  /** What the days and months of a calendar are: `UTC`, `Europe/Luxembourg, Tage ab 4 Uhr`. */
  function calendarName({ timeZone, dayStart }: Calendar): string {
    return dayStart === 0 ? zoneName(timeZone) : `${zoneName(timeZone)}, Tage ab ${calendarText.hour(dayStart)}`;
  }

  /** The same as short as it goes, beside a date: `UTC`, `Luxembourg · 4 Uhr`. */
  function calendarShort({ timeZone, dayStart }: Calendar): string {
    const city = zoneName(timeZone).split('/').at(-1)!;
    return dayStart === 0 ? city : `${city} · ${calendarText.hour(dayStart)}`;
  }
  return { calendarText, calendarName, calendarShort };
}
