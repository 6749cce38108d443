import { describe, expect, it } from 'vitest';
import { centsOf, dayOf, firstNumericDate, firstUnlike, valuesOf } from '../../../src/state/opening/reading.ts';
import { inspection } from '../../support/inspections.ts';

describe('values of the first rows', () => {
  it('are those of a column, without empty ones', () => {
    const preview = [
      ['1', ' a '],
      ['2', null],
      ['3', ''],
    ];
    expect(valuesOf({ ...inspection('x', 'stores', { id: 'Nr', name: 'Ort' }), preview }, 'Ort')).toEqual(['a']);
  });

  it('look like what is wanted, or not', () => {
    expect(firstUnlike(['1', '-2', '1,000', '1 000'], 'integer', {})).toBeNull();
    expect(firstUnlike(['1', 'x'], 'integer', {})).toBe('x');
    expect(firstUnlike(['2026-04-03', '3.4.2026 10:00', '2026/04/03'], 'instant', {})).toBeNull();
    expect(firstUnlike(['April'], 'instant', {})).toBe('April');
    expect(firstUnlike(['true', '0', 'NO'], 'boolean', {})).toBeNull();
  });

  it('are read as amounts', () => {
    expect(centsOf('12.50', 'units', '.')).toBe(1250);
    expect(centsOf('-1.234,5', 'units', ',')).toBe(-123450);
    expect(centsOf('12.5000', 'units', '.')).toBe(1250);
    expect(centsOf('12', 'units', '.')).toBe(1200);
    expect(centsOf('1.250', 'units', '.')).toBeNull();
    expect(centsOf('12,50', 'units', '.')).toBeNull();
    expect(centsOf('1,250', 'cents', '.')).toBe(1250);
    expect(centsOf('1250.0', 'cents', '.')).toBe(1250);
    expect(centsOf('12.50', 'cents', '.')).toBeNull();
    expect(centsOf('x', 'cents', '.')).toBeNull();
  });

  it('are read as days either way', () => {
    expect(firstNumericDate(['x', '03/04/2026 10:00'])).toBe('03/04/2026');
    expect(firstNumericDate(['03/03/2026', '04/03/2026'])).toBe('04/03/2026');
    expect(firstNumericDate(['03/03/2026'])).toBe('03/03/2026');
    expect(firstNumericDate(['x'])).toBeNull();
    expect(dayOf('03/04/2026', 'day-first')).toBe('2026-04-03T00:00:00.000Z');
    expect(dayOf('3.4.2026', 'month-first')).toBe('2026-03-04T00:00:00.000Z');
    expect(dayOf('30/02/2026', 'day-first')).toBeNull();
    expect(dayOf('13/02/2026', 'month-first')).toBeNull();
    expect(dayOf('2026-02-03', 'day-first')).toBeNull();
  });
});
