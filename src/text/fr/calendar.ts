import type { Calendar } from '../../contract/calendar.ts';
import type { Messages } from '../messages.ts';
import { zoneName } from '../zone-name.ts';

/** In French. */
export function calendar(): Pick<Messages, 'calendarText' | 'calendarName' | 'calendarShort'> {
  /** Words of the calendar that is counted by. */
  const calendarText: Messages['calendarText'] = {
    label: 'Calendrier',
    timeZone: 'Fuseau horaire',
    weekStart: 'Début de semaine',
    dayStart: 'Début de journée',
    hour: (hour) => `${hour}\u00a0h`,
    suggested: 'Suggérés',
    others: 'Autres',
    readAgain:
      'Les dates et heures de vos fichiers sans fuseau indiqué sont lues dans celui-ci\u00a0: en choisir un autre relance la lecture des fichiers.',
    isKept: 'Ce choix est conservé sur cet appareil pour les fichiers aux mêmes colonnes.',
    offer: (zone, isRead) =>
      isRead
        ? `Les dates et heures de vos fichiers n’indiquent pas de fuseau horaire et sont lues en UTC. Faut-il les lire dans le fuseau ${zone}\u202f?`
        : `Les jours et les mois sont ceux du temps UTC. Faut-il prendre ceux du fuseau ${zone}\u202f?`,
    accept: (zone) => `Utiliser ${zone}`,
    decline: 'Garder UTC',
  };

  /** What the days and months of a calendar are: `UTC`, `Europe/Luxembourg, journées à partir de 4 h`. */
  function calendarName({ timeZone, dayStart }: Calendar): string {
    return dayStart === 0
      ? zoneName(timeZone)
      : `${zoneName(timeZone)}, journées à partir de ${calendarText.hour(dayStart)}`;
  }

  /** The same as short as it goes, beside a date: `UTC`, `Luxembourg · 4 h`. */
  function calendarShort({ timeZone, dayStart }: Calendar): string {
    const city = zoneName(timeZone).split('/').at(-1)!;
    return dayStart === 0 ? city : `${city} · ${calendarText.hour(dayStart)}`;
  }
  return { calendarText, calendarName, calendarShort };
}
