/** A merchant, card or store id as the export has it: a number where it is a whole number that JSON can hold exactly, else text. */
export type Id = number | string;

/** An instant in UTC as ISO-8601 text with microseconds, `2026-04-11T20:57:23.123456Z`. Never a `Date`: that would lose the microseconds. */
export type Instant = string;

/** A day of the calendar that is asked for, `2026-04-11`. */
export type Day = string;

/** A month of the calendar that is asked for, `2026-04`. */
export type Month = string;
