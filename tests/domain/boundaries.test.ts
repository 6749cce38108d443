import { describe, expect, it } from 'vitest';
import { utcCalendar, type Calendar } from '../../src/contract/calendar.ts';
import { boundariesOf, type CalendarDay } from '../../src/domain/boundaries.ts';

const HOUR = 3_600_000;
const at = (instant: string): number => Date.parse(instant);
const iso = (time: number): string => new Date(time).toISOString().replace(':00.000Z', 'Z');
const calendar = (timeZone: string, dayStart = 0): Calendar => ({ ...utcCalendar, timeZone, dayStart });

/** The days of a calendar around an instant, by their names. */
function daysOf(timeZone: string, from: string, to: string, dayStart = 0): Map<string, CalendarDay> {
  const { days } = boundariesOf(calendar(timeZone, dayStart), at(from), at(to));
  return new Map(days.map((day) => [day.day, day]));
}

describe('days', () => {
  it.each([
    // Zone, hour at which the day begins, day, its first instant, its hours.
    ['UTC', 0, '2028-02-29', '2028-02-29T00:00Z', 24],
    ['Europe/Luxembourg', 0, '2026-01-15', '2026-01-14T23:00Z', 24],
    ['Europe/Luxembourg', 0, '2026-03-29', '2026-03-28T23:00Z', 23],
    ['Europe/Luxembourg', 0, '2026-10-25', '2026-10-24T22:00Z', 25],
    // A bar's night from Saturday to Sunday has the hour more, or less: it ends at four of the new time.
    ['Europe/Luxembourg', 4, '2026-03-28', '2026-03-28T03:00Z', 23],
    ['Europe/Luxembourg', 4, '2026-10-24', '2026-10-24T02:00Z', 25],
    // Two o'clock does not exist that day: it begins with the first instant after.
    ['Europe/Luxembourg', 2, '2026-03-29', '2026-03-29T01:00Z', 23],
    // Two o'clock comes twice that day: it begins with the first.
    ['Europe/Luxembourg', 2, '2026-10-25', '2026-10-25T00:00Z', 25],
    // Clocks that change at midnight: there is none that day.
    ['America/Sao_Paulo', 0, '2018-11-04', '2018-11-04T03:00Z', 23],
    ['America/New_York', 0, '2026-03-08', '2026-03-08T05:00Z', 23],
    ['Australia/Lord_Howe', 0, '2026-04-05', '2026-04-04T13:00Z', 24.5],
    ['Asia/Kathmandu', 0, '2026-06-01', '2026-05-31T18:15Z', 24],
    ['Pacific/Kiritimati', 0, '2026-06-02', '2026-06-01T10:00Z', 24],
  ] as const)('in %s from %i o’clock: %s begins at %s and has %f hours', (zone, dayStart, day, startsAt, hours) => {
    const found = daysOf(zone, `${day.slice(0, 7)}-01T00:00:00Z`, `${day}T23:00:00Z`, dayStart).get(day)!;
    expect(iso(found.startsAt)).toBe(startsAt);
    expect((found.endsAt - found.startsAt) / HOUR).toBe(hours);
  });

  it('leave out the one that a zone left out, and know their weekdays', () => {
    const days = daysOf('Pacific/Apia', '2011-12-28T12:00:00Z', '2012-01-02T12:00:00Z');
    expect([...days.keys()].slice(0, 4)).toEqual(['2011-12-28', '2011-12-29', '2011-12-31', '2012-01-01']);
    expect(days.get('2011-12-31')!.weekday).toBe(6);
    expect(daysOf('UTC', '1969-12-31T12:00:00Z', '1970-01-01T12:00:00Z').get('1970-01-01')!.weekday).toBe(4);
  });
});

describe('months', () => {
  it('begin with their first day, and number themselves through', () => {
    const { months } = boundariesOf(
      calendar('Europe/Luxembourg', 4),
      at('2026-03-01T02:59:00Z'),
      at('2026-04-02T00:00:00Z'),
    );
    expect(months.map(({ month, startsAt }) => [month, iso(startsAt)])).toEqual([
      // One minute before four o'clock on the first of March is still February's last night.
      ['2026-02', '2026-02-01T03:00Z'],
      ['2026-03', '2026-03-01T03:00Z'],
      ['2026-04', '2026-04-01T02:00Z'],
    ]);
    expect(months.map(({ number }) => number - months[0]!.number)).toEqual([0, 1, 2]);
  });
});

describe('in every zone', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const spans = [
    ['1970-01-01T00:00:00Z', '1971-06-01T00:00:00Z'],
    ['2011-06-01T00:00:00Z', '2012-06-01T00:00:00Z'],
    ['2026-01-01T00:00:00Z', '2027-01-31T00:00:00Z'],
    ['2199-01-01T00:00:00Z', '2199-12-31T23:59:59Z'],
  ] as const;

  it.each([0, 2, 4])(
    'days from %i o’clock and months follow each other without a gap, and hold all of a span',
    (dayStart) => {
      for (const [index, zone] of zones.entries()) {
        // A different span for each zone, all of them over the three hours.
        const [from, to] = spans[(index + dayStart) % spans.length]!;
        const { months, days } = boundariesOf(calendar(zone, dayStart), at(from), at(to));
        for (const periods of [months, days]) {
          expect(periods[0]!.startsAt, zone).toBeLessThanOrEqual(at(from));
          expect(periods.at(-1)!.endsAt, zone).toBeGreaterThan(at(to));
          const gap = periods.find(({ startsAt }, place) => place > 0 && startsAt !== periods[place - 1]!.endsAt);
          expect(gap, zone).toBeUndefined();
          expect(
            periods.every(({ startsAt, endsAt }) => startsAt < endsAt),
            zone,
          ).toBe(true);
        }
        const starts = new Set(days.map(({ startsAt }) => startsAt));
        // Each month begins with a day.
        expect(
          months.slice(1).filter(({ startsAt }) => startsAt <= at(to) && !starts.has(startsAt)),
          zone,
        ).toEqual([]);
      }
    },
  );

  it('an unknown zone is an error', () => {
    expect(() => boundariesOf(calendar('Europe/Atlantis'), 0, 1)).toThrow(RangeError);
  });
});
