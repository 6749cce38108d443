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
export function checkOrder<Order extends string>(order: Order, columns: readonly string[]): Order {
  if (columns.some((column) => column === order.replace(/^-/, ''))) return order;
  throw invalid('sort', order, { is: 'sort', columns });
}

/** @throws EngineError `parameter-invalid` */
export function checkOneOf<Value extends string>(parameter: string, value: Value, values: readonly Value[]): Value {
  if (values.includes(value)) return value;
  throw invalid(parameter, value, { is: 'one-of', values });
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
