/** Whose months, weeks and days an answer speaks of. */
export interface Calendar {
  /** IANA name, such as `Europe/Luxembourg`. */
  timeZone: string;
  /** The day that weeks begin with: 1 Monday to 7 Sunday. */
  weekStart: number;
  /** The hour at which a day begins, 0 to 6: that of a bar ends at 4. */
  dayStart: number;
}

/** That of the Orion service. */
export const utcCalendar: Calendar = { timeZone: 'UTC', weekStart: 1, dayStart: 0 };

/** Whether a number is one that weeks can begin with. */
export const isWeekStart = (day: number): boolean => Number.isInteger(day) && day >= 1 && day <= 7;

/** Whether a number is an hour that days can begin at. */
export const isDayStart = (hour: number): boolean => Number.isInteger(hour) && hour >= 0 && hour <= 6;

/** Whether a calendar's days are those of UTC. */
export const isUtc = (calendar: Calendar): boolean => readAlike(calendar, utcCalendar);

/** Whether two calendars read a wall clock alike. */
export function readAlike(one: Calendar, other: Calendar): boolean {
  return one.timeZone === other.timeZone && one.dayStart === other.dayStart;
}
