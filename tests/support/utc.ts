import { utcCalendar } from '../../src/contract/calendar.ts';
import { LocalCalendar } from '../../src/domain/local-calendar.ts';

export const utc = new LocalCalendar(utcCalendar);
/** Two hours before UTC in winter, three in summer; its bar's day begins at four. */
export const helsinkiAtFour = new LocalCalendar({ timeZone: 'Europe/Helsinki', weekStart: 1, dayStart: 4 });
