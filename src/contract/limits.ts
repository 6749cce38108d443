/** What may be asked for, and what is taken where nothing is said. */
import type { AtRiskOrder } from './answers.ts';

/** Months of 31 days that an answer may look back. */
export const mostMonthsBack = 60;

/** Characters of a format of dates that a person gives. */
export const mostFormatCharacters = 40;

export const defaults = { monthsBack: 6, multiplier: 2, limit: 50 };

/** What the service sorts cards at risk by first. */
export const defaultOrder: AtRiskOrder = '-days_inactive';
