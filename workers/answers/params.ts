import { atRiskColumns, type AtRiskOrder } from '../../src/contract/answers.ts';
import { testedColumns, type TestedOrder } from '../../src/contract/back-test.ts';
import { callColumns, calledBands, type CalledBand, type CallOrder } from '../../src/contract/bands.ts';
import { isDayStart, isWeekStart, utcCalendar, type Calendar } from '../../src/contract/calendar.ts';
import { isTimeZone } from '../../src/domain/time-zone.ts';
import { EngineError, type WantedValue } from '../../src/contract/errors.ts';
import { defaults, mostMonthsBack } from '../../src/contract/limits.ts';
import type { Param } from '../database/database.ts';

/** What was asked for, or what is taken where nothing was said. */

/** @throws EngineError `parameter-invalid` */
export function checkMonthsBack(monthsBack: number = defaults.monthsBack): number {
  if (Number.isInteger(monthsBack) && monthsBack >= 1 && monthsBack <= mostMonthsBack) return monthsBack;
  throw invalid('monthsBack', monthsBack, { is: 'whole', from: 1, to: mostMonthsBack });
}

/** @throws EngineError `parameter-invalid` */
export function checkMultiplier(multiplier: number = defaults.multiplier): number {
  if (Number.isFinite(multiplier) && multiplier > 0) return multiplier;
  throw invalid('multiplier', multiplier, { is: 'above-zero' });
}

/**
 * Up to one usual interval a card is within its rhythm.
 *
 * @throws EngineError `parameter-invalid`
 */
export const checkBandMultiplier = (multiplier: number | undefined): number => Math.max(1, checkMultiplier(multiplier));

/** @throws EngineError `parameter-invalid` */
export function checkAtRiskOrder(order: AtRiskOrder | undefined): AtRiskOrder | null {
  if (order === undefined) return null;
  if (atRiskColumns.some((column) => column === order.replace(/^-/, ''))) return order;
  throw invalid('sort', order, { is: 'sort', columns: atRiskColumns });
}

/** @throws EngineError `parameter-invalid` */
export function checkCallOrder(order: CallOrder = '-atStake'): CallOrder {
  if (callColumns.some((column) => column === order.replace(/^-/, ''))) return order;
  throw invalid('sort', order, { is: 'sort', columns: callColumns });
}

/** @throws EngineError `parameter-invalid` */
export function checkCalledBand(band: CalledBand | undefined): CalledBand | null {
  if (band === undefined || calledBands.includes(band)) return band ?? null;
  throw invalid('band', band, { is: 'one-of', values: calledBands });
}

/** @throws EngineError `parameter-invalid` */
export function checkTestedOrder(order: TestedOrder = '-spent'): TestedOrder {
  if (testedColumns.some((column) => column === order.replace(/^-/, ''))) return order;
  throw invalid('sort', order, { is: 'sort', columns: testedColumns });
}

/** @throws EngineError `parameter-invalid` */
export function checkLimit(limit: number = defaults.limit): number {
  if (Number.isSafeInteger(limit) && limit >= 0) return limit;
  throw invalid('limit', limit, { is: 'whole', from: 0 });
}

/** @throws EngineError `parameter-invalid` */
export function checkPointsRate(rate: number | undefined): number | null {
  if (rate === undefined) return null;
  if (Number.isFinite(rate) && rate > 0) return rate;
  throw invalid('pointsPerCurrencyUnit', rate, { is: 'above-zero' });
}

/** @throws EngineError `parameter-invalid` */
export function checkCalendar(calendar: Calendar = utcCalendar): Calendar {
  const { timeZone, weekStart, dayStart } = calendar;
  if (!isTimeZone(timeZone)) throw invalid('timeZone', timeZone, { is: 'time-zone' });
  if (!isWeekStart(weekStart)) throw invalid('weekStart', weekStart, { is: 'week-start' });
  if (!isDayStart(dayStart)) throw invalid('dayStart', dayStart, { is: 'whole', from: 0, to: 6 });
  return { timeZone, weekStart, dayStart };
}

/** What is wrong with a parameter. */
export function invalid(parameter: string, value: Param, wanted: WantedValue): EngineError {
  return new EngineError('parameter-invalid', { parameter, value: String(value), wanted });
}
