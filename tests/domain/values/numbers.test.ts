import { describe, expect, it } from 'vitest';
import { readNumber, wholeOf, type DecimalSign } from '../../../src/domain/values/numbers.ts';

function cents(text: string, decimal: DecimalSign = '.'): bigint | null {
  const read = readNumber(text, decimal);
  return read && wholeOf(read, 2);
}

describe('an amount', () => {
  it.each<[string, bigint]>([
    ['12', 1200n],
    ['12.5', 1250n],
    ['12.50', 1250n],
    ['12.5000', 1250n],
    ['.5', 50n],
    ['1,234.50', 123450n],
    ['1 234.50', 123450n],
    ['1\u202f234.50', 123450n],
    ["1'234.50", 123450n],
    ['1’234’567.50', 123456750n],
    ['12,34,567.50', 123456750n],
    ['-9.50', -950n],
    ['9.50-', -950n],
    ['\u22129.50', -950n],
    ['(9.50)', -950n],
    ['($1,234.50)', -123450n],
    ['$(9.50)', -950n],
    ["'-9.50", -950n],
    ['="9.50"', 950n],
    ['$12.00', 1200n],
    ['-$9.50', -950n],
    ['$-9.50', -950n],
    ['US$ 12', 1200n],
    ['12.00 EUR', 1200n],
    ['CHF\u00a012.-', 1200n],
    ['12.–', 1200n],
    ['+12.00', 1200n],
    ['1.25E+3', 125000n],
    ['1e3', 100000n],
    ['125E-1', 1250n],
    ['92233720368547758.07', 9223372036854775807n],
  ])('%s', (text, expected) => {
    expect(cents(text)).toBe(expected);
  });

  it.each<[string, bigint]>([
    ['12,00 €', 1200n],
    ['1.234,50 €', 123450n],
    ['-9,50 €', -950n],
    ['9,50- €', -950n],
    ['€ 9,50-', -950n],
    ['1 234,50', 123450n],
    ['12,-', 1200n],
    ['12,--', 1200n],
    ['12,34.567,50', 0n],
  ])('with a decimal comma: %s', (text, expected) => {
    expect(cents(text, ',')).toBe(expected === 0n ? null : expected);
  });

  it.each([
    '',
    'x',
    '12 pts',
    '1,23',
    '1.234,50',
    '12.345',
    '1.2.3',
    '--5',
    '5-5',
    '(5',
    '€ 5 $',
    '1,2345',
    '12 34',
    '1e99',
  ])('is not %s', (text) => {
    expect(cents(text)).toBeNull();
  });

  it('says what it is in', () => {
    expect(readNumber('12.00 €', '.')).toEqual({ digits: 12n, scale: 0, currency: '€' });
  });

  it('is not read where it could be two', () => {
    expect(cents('1.250', null)).toBeNull();
    expect(cents('1,250', null)).toBeNull();
    expect(cents('1,250.00', null)).toBe(125000n);
  });

  it('beyond 64 bits is none', () => {
    expect(cents('92233720368547758.08')).toBeNull();
  });
});
