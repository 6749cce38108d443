import { readBoolean } from './booleans.ts';
import { readInstant } from './instants.ts';
import { readNumber } from './numbers.ts';

/** Whether a value can be what is wanted, however its file writes dates and numbers. */
export function canBe(want: 'id' | 'text' | 'integer' | 'instant' | 'boolean', value: string): boolean {
  switch (want) {
    case 'integer':
      return (readNumber(value, '.') ?? readNumber(value, ',')) !== null;
    case 'instant':
      return (['day-first', 'month-first', 'year-first'] as const).some(
        (dates) => readInstant(value, { dates }) !== null,
      );
    case 'boolean':
      return readBoolean(value) !== null;
    default:
      return true;
  }
}

/** Whether a value is a number alone: nothing but the name of its column says whether that is an instant. */
export function isNumberAlone(value: string): boolean {
  return /^\d+([.,]\d+)?$/.test(value);
}
