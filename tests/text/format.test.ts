import { describe, expect, it } from 'vitest';
import { knownLocales } from '../../src/domain/locales.ts';
import { createFormat } from '../../src/text/format.ts';

describe('numbers and dates', () => {
  const british = createFormat(['en-GB']);
  const german = createFormat(['de-DE']);

  it('are written as the reader writes them', () => {
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

  it('never say all of less than all, nor none of more than none', () => {
    expect([british.share(2493, 2496), british.share(2496, 2496)]).toEqual(['>99%', '100%']);
    expect([british.share(1, 5000), british.share(0, 5000), british.share(0, 0)]).toEqual(['<1%', '0%', '0%']);
    expect([british.share(99, 100), british.share(1, 100), british.share(1, 3)]).toEqual(['99%', '1%', '33%']);
    expect(german.share(2493, 2496)).toBe('>99\u00a0%');
    expect(british.share('9007199254740992', '9007199254740993')).toBe('>99%');
  });

  it('beyond 2⁵³ keep every digit', () => {
    expect(british.integer('9007199254740993')).toBe('9,007,199,254,740,993');
    expect(british.integer('-9007199254740993')).toBe('-9,007,199,254,740,993');
    expect(british.money('900719925474099301')).toBe('9,007,199,254,740,993.01');
    expect(german.money('-900719925474099301')).toBe('-9.007.199.254.740.993,01');
    expect(british.moneyRounded('900719925474099350')).toBe('9,007,199,254,740,994');
    expect(british.compact('9007199254740993')).toBe('9010tn');
  });

  it('are short only where that saves something', () => {
    expect([british.compact(4191), british.compact(9999), british.compact(12_345)]).toEqual([
      '4,191',
      '9,999',
      '12.3k',
    ]);
  });

  it('are those of the next language where a browser names one that is none', () => {
    expect(knownLocales(['C', 'en-US@posix', 'de-LU', ''])).toEqual(['de-LU']);
    expect(knownLocales(undefined)).toEqual([]);
    expect(createFormat(['C', 'de-DE']).integer(1234567)).toBe('1.234.567');
    expect(createFormat(['C']).integer(12)).toBe('12');
  });

  it('are UTC days, to the last microsecond', () => {
    expect(british.month('2026-01')).toBe('Jan 2026');
    expect(british.date('2026-04-11T00:00:00.000000Z')).toBe('11\u00a0Apr\u00a02026');
    expect(british.date('2026-04-11T23:59:59.999999Z')).toBe('11\u00a0Apr\u00a02026');
    expect(british.dayAndMonth('2026-04-03T00:00:00.000Z')).toBe('3\u00a0April');
    expect(british.period('2026-03-01T00:00:00Z', '2026-10-31T20:57:00Z').replaceAll(/\s/g, ' ')).toBe(
      '1 Mar – 31 Oct 2026',
    );
  });

  it('call the first of a month 1er in French, and no other day', () => {
    const spaced = (text: string): string => text.replaceAll(/\s/g, ' ');
    for (const tag of ['fr', 'fr-LU', 'fr-CA']) {
      const french = createFormat([tag]);
      expect(spaced(french.date('2025-11-01'))).toBe('1er nov. 2025');
      expect(spaced(french.date('2025-11-21'))).toBe('21 nov. 2025');
      expect(spaced(french.dayAndMonth('2026-04-01'))).toBe('1er avril');
      expect(spaced(french.dayAndMonth('2026-04-11'))).toBe('11 avril');
      expect(spaced(french.period('2025-10-01', '2025-11-01'))).toBe('1er oct. – 1er nov. 2025');
      expect(spaced(french.period('2025-11-01', '2025-11-30'))).toBe('1er–30 nov. 2025');
      expect(spaced(french.period('2025-11-01', '2025-11-01'))).toBe('1er nov. 2025');
    }
    expect([british, german].map(({ date }) => spaced(date('2025-11-01')))).toEqual(['1 Nov 2025', '1. Nov. 2025']);
  });

  it('start the week on Monday', () => {
    expect(british.weekday(0)).toBe('Monday');
    expect(british.weekday(6)).toBe('Sunday');
    expect([0, 1, 2].map((day) => german.weekdayShort(day))).toEqual(['Mo', 'Di', 'Mi']);
  });
});
