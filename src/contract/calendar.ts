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
