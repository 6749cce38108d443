import { describe, expect, it } from 'vitest';
import {
  cutMonth,
  isMonthOpen,
  isWindowOpen,
  nextMonth,
  reportedPeriod,
  reportStart,
  windowDays,
} from '../../src/domain/calendar.ts';
import { helsinkiAtFour, utc } from '../support/utc.ts';

describe('retention windows', () => {
  it('count 30 days from the first of the month', () => {
    expect(windowDays('2026-01', 0)).toEqual({ first: '2026-01-01', last: '2026-01-30' });
    expect(windowDays('2025-12', 2)).toEqual({ first: '2026-01-30', last: '2026-02-28' });
  });

  it('are over on their last day, at whatever hour the export was made', () => {
    expect(isWindowOpen('2026-01', 0, '2026-01-29T23:59:59.999999Z', utc)).toBe(true);
    expect(isWindowOpen('2026-01', 0, '2026-01-30T00:00:00.000000Z', utc)).toBe(false);
    // February is shorter than its window.
    expect(isWindowOpen('2026-02', 0, '2026-03-01T12:00:00.000000Z', utc)).toBe(true);
  });

  it('of the twelfth month begin 4 to 7 days early', () => {
    for (const month of ['2024-01', '2024-03', '2025-01', '2025-06', '2025-12']) {
      const calendar = new Date(`${month}-01T00:00:00Z`);
      calendar.setUTCMonth(calendar.getUTCMonth() + 11);
      const early = (calendar.getTime() - Date.parse(windowDays(month, 11).first)) / 86_400_000;
      expect(early).toBeGreaterThanOrEqual(4);
      expect(early).toBeLessThanOrEqual(7);
    }
  });
});

describe('the days that a report is really of', () => {
  it('begin no earlier than the look back and the first month with anything, and end with the data', () => {
    expect(reportedPeriod('2026-03', 60, '2030-01-01T00:00:00Z', '2026-10-31T20:57:00Z', utc)).toEqual({
      first: '2026-03-01',
      last: '2026-10-31',
    });
    expect(reportedPeriod('2025-09', 6, '2026-03-31T12:00:00Z', '2026-10-31T20:57:00Z', utc)).toEqual({
      first: '2025-09-26',
      last: '2026-03-31',
    });
  });
});

describe('the beginning of a report', () => {
  it('lies 31 days back for each month', () => {
    expect(reportStart('2026-03-31T23:59:59.999999Z', 1)).toBe('2026-02-28T23:59:59.999Z');
    expect(reportStart('2026-03-31T12:00:00Z', 6)).toBe('2025-09-26T12:00:00.000Z');
  });

  it('cuts a month, but for a first instant and for data that begins later', () => {
    expect(cutMonth('2026-03-31T12:00:00Z', 6, null, utc)).toEqual({ month: '2025-09', since: '2025-09-26' });
    expect(cutMonth('2026-02-01T00:00:00Z', 1, null, utc)).toBeNull();
    expect(cutMonth('2026-03-31T12:00:00Z', 6, '2025-09-26T12:00:00Z', utc)).toBeNull();
    expect(cutMonth('2026-03-31T12:00:00Z', 6, '2025-09-26T11:59:59Z', utc)).not.toBeNull();
  });
});

describe('months', () => {
  it('follow one another over the end of a year', () => {
    expect(nextMonth('2025-12')).toBe('2026-01');
    expect(nextMonth('2024-02')).toBe('2024-03');
  });

  it('are over on their last day, as every sample is on 31 October', () => {
    expect(isMonthOpen('2026-03', '2026-03-30T23:59:59.999999Z', utc)).toBe(true);
    expect(isMonthOpen('2026-03', '2026-03-31T00:00:00.000000Z', utc)).toBe(false);
    expect(isMonthOpen('2026-10', '2026-10-31T20:57:00.000000Z', utc)).toBe(false);
    expect(isMonthOpen('2026-02', '2026-03-01T00:00:00.000000Z', utc)).toBe(false);
  });
});

describe('another calendar', () => {
  it('has its own days and months', () => {
    // Four o'clock in Helsinki: one in UTC in summer, two in winter.
    expect(helsinkiAtFour.dayOf('2026-07-01T00:59:59.999999Z')).toBe('2026-06-30');
    expect(helsinkiAtFour.monthOf('2026-07-01T01:00:00Z')).toBe('2026-07');
    expect(helsinkiAtFour.dayOf('2026-01-01T01:59:59Z')).toBe('2025-12-31');
    expect(helsinkiAtFour.endOf('2026-06-30')).toBe('2026-07-01T00:59:59.999999Z');
    expect(helsinkiAtFour.endOf('2025-12-31')).toBe('2026-01-01T01:59:59.999999Z');
  });

  it('decides which months and windows are over', () => {
    expect(isMonthOpen('2026-06', '2026-06-30T00:59:59Z', helsinkiAtFour)).toBe(true);
    expect(isMonthOpen('2026-06', '2026-06-30T01:00:00Z', helsinkiAtFour)).toBe(false);
    expect(isWindowOpen('2026-06', 0, '2026-06-30T00:59:59Z', helsinkiAtFour)).toBe(true);
    expect(isWindowOpen('2026-06', 0, '2026-06-30T01:00:00Z', helsinkiAtFour)).toBe(false);
  });

  it('decides which month a report cuts', () => {
    expect(cutMonth('2026-08-01T00:00:00Z', 1, null, utc)).toBeNull();
    expect(cutMonth('2026-08-01T00:00:00Z', 1, null, helsinkiAtFour)).toEqual({
      month: '2026-06',
      since: '2026-06-30',
    });
  });
});
