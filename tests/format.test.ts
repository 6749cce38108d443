import { describe, expect, test } from 'vitest';
import { createFormat } from '../src/format.ts';

describe('numbers and dates', () => {
  const british = createFormat(['en-GB']);
  const german = createFormat(['de-DE']);

  test('are written as the reader writes them', () => {
    expect(british.integer(1234567)).toBe('1,234,567');
    expect(german.integer(1234567)).toBe('1.234.567');
    expect(british.decimal(2, 1)).toBe('2.0');
    expect(german.decimal(1234.56, 1)).toBe('1.234,6');
    expect(british.percent(45)).toBe('45%');
    expect(german.percent(45)).toBe('45\u00a0%');
    expect(british.money(1234560)).toBe('12,345.60');
    expect(british.moneyRounded(1234560)).toBe('12,346');
    expect(german.compact(1234567)).toBe('1,23\u00a0Mio.');
    expect(british.fileSize(744)).toBe('744 bytes');
    expect(british.fileSize(1345)).toBe('1.35 kB');
    expect(british.fileSize(3812345)).toBe('3.81 MB');
    expect(british.fileSize(21e9)).toBe('21 GB');
  });

  test('are UTC days, to the last microsecond', () => {
    expect(british.month('2026-01')).toBe('Jan 2026');
    expect(german.monthName('2026-03')).toBe('Mär');
    expect(british.date('2026-04-11T00:00:00.000000Z')).toBe('11 Apr 2026');
    expect(british.date('2026-04-11T23:59:59.999999Z')).toBe('11 Apr 2026');
    expect(british.dayAndMonth('2026-04-03T00:00:00.000Z')).toBe('3 April');
    expect(british.dateTime('2026-04-11T20:57:23.123456Z')).toBe('11 Apr 2026, 20:57');
  });

  test('start the week on Monday', () => {
    expect(british.weekday(0)).toBe('Monday');
    expect(british.weekday(6)).toBe('Sunday');
  });
});
