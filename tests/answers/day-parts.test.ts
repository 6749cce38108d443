import { describe, expect, it } from 'vitest';
import { utcCalendar, type Calendar } from '../../src/contract/calendar.ts';
import { boundariesOf } from '../../src/domain/boundaries.ts';
import { DayParts } from '../../workers/answers/rollup/day-parts.ts';

const [from, to] = [Date.UTC(2024, 0, 1), Date.UTC(2026, 5, 30)];
const dayMicros = 86_400_000_000n;

const daysOf = (calendar: Partial<Calendar>): ReturnType<typeof boundariesOf>['days'] =>
  boundariesOf({ ...utcCalendar, ...calendar }, from, to).days;

describe('the parts of days', () => {
  it.each<[Partial<Calendar>, number]>([
    [{}, 2],
    [{ timeZone: 'Asia/Kathmandu', dayStart: 4 }, 2],
    [{ timeZone: 'Europe/Luxembourg' }, 6],
    [{ timeZone: 'America/Sao_Paulo', dayStart: 2 }, 2],
    [{ timeZone: 'Australia/Lord_Howe', dayStart: 4 }, 6],
  ])('of %j begin wherever a report on the end of a day looks back to', (calendar, perDay) => {
    const days = daysOf(calendar);
    const parts = new DayParts(days);
    expect(parts.perDay).toBe(perDay);
    for (const { endsAt } of days.slice(370)) {
      const last = BigInt(endsAt) * 1000n - 1n;
      const looksBack = [0, 30, 60, 91, 150, 182, 240, 364].map((n) => last - BigInt(n) * dayMicros);
      // After it, and with it.
      const begun = looksBack.flatMap((at) => [parts.beginningAt(at + 1n), parts.beginningAt(at)]);
      expect(begun).not.toContain(null);
      expect(begun.toSorted((a, b) => b! - a!)).toEqual(begun);
      expect(begun[0]! - begun[1]!).toBe(1);
    }
  });

  it('begin at no other instant', () => {
    const [day] = daysOf({ timeZone: 'Europe/Luxembourg' }).slice(100);
    const parts = new DayParts(daysOf({ timeZone: 'Europe/Luxembourg' }));
    const start = BigInt(day!.startsAt) * 1000n;
    const hour = 3_600_000_000n;
    const offsets = [0n, 1n, hour - 1n, hour, hour + 1n, 12n * hour, 23n * hour - 1n, 23n * hour, 24n * hour - 1n];
    const numbers = offsets.map((offset) => parts.beginningAt(start + offset));
    const first = day!.number * 6;
    expect(numbers).toEqual([first, null, first + 1, first + 2, null, null, first + 3, first + 4, first + 5]);
  });

  it('are none before the first day, and all after the last', () => {
    const days = daysOf({});
    const parts = new DayParts(days);
    expect(parts.beginningAt(0n)).toBe(days[0]!.number * 2);
    expect(parts.beginningAt(BigInt(to) * 2000n)).toBe((days.at(-1)!.number + 1) * 2);
  });

  it('are numbered in SQL as here', () => {
    const sql = new DayParts(daysOf({ timeZone: 'Europe/Luxembourg' })).partSql('at', {
      day: 'd',
      start: 's',
      end: 'e',
    });
    expect(sql).toBe(
      '(d * 6 + (at >= s + 3599999999)::INTEGER + (at >= s + 3600000000)::INTEGER + (at >= e - 3600000001)::INTEGER' +
        ' + (at >= e - 3600000000)::INTEGER + (at >= e - 1)::INTEGER)',
    );
  });
});
