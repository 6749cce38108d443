import { describe, expect, it } from 'vitest';
import { dayAt, dayNumber, marks, monthsLater, timelineOf, weekOf } from '../../src/domain/timeline.ts';

const days = { earliest: '2026-01-01', latest: '2026-01-20', weekStart: 1 };

describe('a timeline', () => {
  it('goes from the first day with a transaction to the last day of the export, by weeks', () => {
    // 7 January 2026 was a Wednesday.
    const timeline = timelineOf({ first: '2026-01-07', transactions: [1, 0, 2, 0, 3, 4, 0, 5] }, days);
    expect([dayAt(timeline.first), dayAt(timeline.last)]).toEqual(['2026-01-07', '2026-01-20']);
    expect(timeline.weeks.map(({ start, transactions }) => [dayAt(start), transactions])).toEqual([
      ['2026-01-05', 6],
      ['2026-01-12', 9],
      ['2026-01-19', 0],
    ]);
  });

  it.each([
    [1, ['2026-01-05', '2026-01-12', '2026-01-19']],
    [7, ['2026-01-04', '2026-01-11', '2026-01-18']],
    [3, ['2026-01-07', '2026-01-14']],
    [4, ['2026-01-01', '2026-01-08', '2026-01-15']],
  ])('has weeks that begin on day %i', (weekStart, starts) => {
    const { weeks } = timelineOf({ first: '2026-01-07', transactions: [1] }, { ...days, weekStart });
    expect(weeks.map(({ start }) => dayAt(start))).toEqual(starts);
    expect(weeks.map(({ transactions }) => transactions)).toEqual(starts.map((_, index) => (index === 0 ? 1 : 0)));
  });

  it('is of the days of the export where there is no transaction, also on a single day', () => {
    const timeline = timelineOf({ first: null, transactions: [] }, days);
    expect([dayAt(timeline.first), dayAt(timeline.last)]).toEqual(['2026-01-01', '2026-01-20']);
    const single = timelineOf({ first: '2026-01-20', transactions: [3] }, { ...days, earliest: '2026-01-20' });
    expect([single.first, single.weeks.map(({ transactions }) => transactions)]).toEqual([single.last, [3]]);
  });

  it('does not begin with a stray day years before all others, but does where that is no stray', () => {
    const after = (gap: number, strays: number): string => {
      const transactions = [strays, ...new Array<number>(gap).fill(0), 999, 1];
      const latest = dayAt(dayNumber('2020-01-01') + transactions.length - 1);
      return dayAt(timelineOf({ first: '2020-01-01', transactions }, { ...days, latest }).first);
    };
    expect(after(1000, 1)).toBe('2022-09-28');
    expect(after(1000, 2)).toBe('2020-01-01');
    expect(after(300, 1)).toBe('2020-01-01');
  });

  it('counts nothing of the strays in the week in which it begins', () => {
    // Two days of the same week, as the weeks of a year and a day later are not: so the gap ends within the week.
    const transactions = [1, ...new Array<number>(400).fill(0), 2000];
    const latest = dayAt(dayNumber('2020-01-01') + 401);
    const timeline = timelineOf({ first: '2020-01-01', transactions }, { ...days, latest });
    expect(timeline.weeks.map((week) => week.transactions)).toEqual([2000]);
  });

  it('says in which week a day is', () => {
    const timeline = timelineOf({ first: '2026-01-07', transactions: [1, 0, 2] }, days);
    expect(weekOf(timeline, dayNumber('2026-01-11'))?.transactions).toBe(3);
    expect(weekOf(timeline, dayNumber('2026-01-12'))?.transactions).toBe(0);
    expect(weekOf(timeline, dayNumber('2026-02-12'))).toBeNull();
  });
});

it('a month later is the same day of it, or its last', () => {
  const later = (day: string, months: number): string => dayAt(monthsLater(dayNumber(day), months));
  expect(later('2026-01-31', 1)).toBe('2026-02-28');
  expect(later('2026-01-15', -1)).toBe('2025-12-15');
  expect(later('2024-03-31', -1)).toBe('2024-02-29');
  expect(later('2026-12-05', 1)).toBe('2027-01-05');
});

it('as many months are marked as have room, years before quarters before others', () => {
  const of = (first: string, last: string, most: number): string[] =>
    marks({ first: dayNumber(first), last: dayNumber(last), weeks: [] }, most).map(dayAt);
  expect(of('2026-01-15', '2026-04-10', 5)).toEqual(['2026-02-01', '2026-03-01', '2026-04-01']);
  expect(of('2025-11-15', '2026-09-30', 4)).toEqual(['2026-01-01', '2026-04-01', '2026-07-01']);
  expect(of('2020-05-01', '2026-09-30', 6)).toEqual(
    [2021, 2022, 2023, 2024, 2025, 2026].map((year) => `${year}-01-01`),
  );
  expect(of('2020-05-01', '2026-09-30', 3)).toEqual(['2022-01-01', '2024-01-01', '2026-01-01']);
  expect(of('1900-05-01', '2026-09-30', 2)).toEqual(['1950-01-01', '2000-01-01']);
  expect(of('2026-01-02', '2026-01-20', 3)).toEqual([]);
});
