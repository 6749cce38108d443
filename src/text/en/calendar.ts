import type { Calendar } from '../../contract/calendar.ts';
import { zoneName } from '../zone-name.ts';

/** In English. */
export function calendar() {
  /** Words of the calendar that is counted by. */
  const calendarText = {
    label: 'Calendar',
    timeZone: 'Time zone',
    weekStart: 'Weeks begin on',
    dayStart: 'Days begin at',
    /** The whole hour at which a day begins. */
    hour: (hour: number): string => `${hour}:00`,
    suggested: 'Suggested',
    others: 'Other',
    readAgain:
      'Dates and times in your files that name no zone are read in this one: choosing another reads the files again.',
    isKept: 'Kept on this device for files with the same columns.',
    offer: (zone: string, isRead: boolean): string =>
      isRead
        ? `Dates and times in your files name no time zone and are read as UTC. Are they those of ${zone}?`
        : `Days and months are those of UTC. Should they be those of ${zone}?`,
    accept: (zone: string): string => `Use ${zone}`,
    decline: 'Keep UTC',
  };

  /** What the days and months of a calendar are: `UTC`, `Europe/Luxembourg, days from 4:00`. */
  function calendarName({ timeZone, dayStart }: Calendar): string {
    return dayStart === 0 ? zoneName(timeZone) : `${zoneName(timeZone)}, days from ${calendarText.hour(dayStart)}`;
  }

  /** The same as short as it goes, beside a date: `UTC`, `Luxembourg · 4:00`. */
  function calendarShort({ timeZone, dayStart }: Calendar): string {
    const city = zoneName(timeZone).split('/').at(-1)!;
    return dayStart === 0 ? city : `${city} · ${calendarText.hour(dayStart)}`;
  }
  return { calendarText, calendarName, calendarShort };
}
