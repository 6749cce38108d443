/** What may be asked for, and what is taken where nothing is said. */

/** Months of 31 days that an answer may look back. */
export const mostMonthsBack = 60;

export const defaults = { monthsBack: 6, multiplier: 2, limit: 50 };
