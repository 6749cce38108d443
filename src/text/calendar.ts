import type { Calendar } from '../contract/calendar.ts';

/** Words of the calendar that is counted by. */
export const calendarText = {
  label: 'Calendar',
  timeZone: 'Time zone',
  weekStart: 'Weeks begin on',
  dayStart: 'Days begin at',
  /** The whole hour at which a day begins. */
  hour: (hour: number): string => `${hour}:00`,
  onDevice: 'On this device',
  others: 'Other',
  readAgain: 'Times in your files name no zone and are read in this one: choosing another reads the files again.',
  offer: (zone: string, isRead: boolean): string =>
    isRead
      ? `The times in your files name no time zone and are read as UTC. Are they those of ${zone}?`
      : `Days and months begin at midnight UTC. Should they begin at midnight in ${zone}?`,
  accept: (zone: string): string => `Use ${zone}`,
  decline: 'Keep UTC',
};

/** `Europe/Luxembourg`, as a name to be read: `America/New York`. */
export const zoneName = (timeZone: string): string => timeZone.replaceAll('_', ' ');

/** The last part of a zone's name: `Luxembourg`, `New York`. */
export const zoneCity = (timeZone: string): string => zoneName(timeZone).split('/').at(-1)!;

/** What the days and months of a calendar are: `UTC`, `Europe/Luxembourg, days from 4:00`. */
export function calendarName({ timeZone, dayStart }: Calendar): string {
  return dayStart === 0 ? zoneName(timeZone) : `${zoneName(timeZone)}, days from ${calendarText.hour(dayStart)}`;
}
