import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { utcCalendar } from '../../src/contract/calendar.ts';
import type { BackTest } from '../../src/contract/back-test.ts';
import { cardsFile, engineWith, failureOf, transactionsFile, type TransactionRow } from '../support/exports.ts';
import { Chance } from '../support/random-export.ts';
import { howToGet, realFiles } from '../support/real-files.ts';

const dayOf = (day: number): string => new Date(Date.UTC(2025, 0, day)).toISOString().slice(0, 10);
/** Visits on days of 2025, the first of January being 1; the second of a day is none. */
const visits = (card: number, days: readonly number[], cents?: number): TransactionRow[] =>
  days.flatMap((day) => [
    { card, at: `${dayOf(day)}T09:00:00Z`, ...(cents !== undefined && { cents }) },
    { card, at: `${dayOf(day)}T18:00:00Z`, type: 'points_redeemed' },
  ]);
const cardsOf = (...ids: number[]): File => cardsFile(ids.map((id) => ({ id, createdAt: '2025-01-01T00:00:00Z' })));
const endOf = (day: number): string => `${dayOf(day)}T23:59:59.999999Z`;

const at = (answer: BackTest, multiplier: number): unknown =>
  answer.byMultiplier.find((row) => row.multiplier === multiplier);

describe('a back-test', () => {
  it('takes what was known on its date, and the visits from then until the report', async () => {
    const { engine } = await engineWith([
      cardsFile([
        ...[1, 2, 3, 4, 5].map((id) => ({ id, createdAt: '2025-01-01T00:00:00Z' })),
        { id: 6, createdAt: endOf(300) },
      ]),
      transactionsFile([
        // Every ten days, last on the 50th; on the 70th away for twice its interval. It comes back on the last day.
        ...visits(1, [10, 20, 30, 40, 50, 100], 1000),
        // The same, and one day less away; it comes a day too late.
        ...visits(2, [11, 21, 31, 41, 51, 101], 700),
        // Away for longer; it stays away.
        ...visits(3, [9, 19, 29], 300),
        // Without a rhythm yet.
        ...visits(4, [60, 80]),
        { card: 5, at: `${dayOf(75)}T00:00:00Z`, type: 'points_voided' },
        { card: 5, at: `${dayOf(160)}T00:00:00Z`, type: 'points_voided' },
      ]),
    ]);
    const ask = { asOf: endOf(100), horizonDays: 30 };
    const answer = await engine.backTest(ask);
    expect(answer).toMatchObject({
      rule: 'rhythm',
      multiplier: 2,
      horizonDays: 30,
      isOver: true,
      cards: 3,
      stayedAway: 2,
    });
    // At exactly twice its interval a card is not flagged.
    expect(at(answer, 2)).toEqual({
      multiplier: 2,
      flagged: 1,
      stayedAway: 1,
      naive: { days: 41, flagged: 1, stayedAway: 1 },
    });
    expect(at(answer, 1.75)).toEqual({
      multiplier: 1.75,
      flagged: 3,
      stayedAway: 2,
      naive: { days: 19, flagged: 3, stayedAway: 2 },
    });
    // What the card that stayed away spent in the year before, and how often it came.
    expect(answer).toMatchObject({ spentCents: 900, usualInterval: 10, seldom: 0 });
    const [gone] = (await engine.testedCards({ ...ask, flagged: true, stayedAway: true })).cards;
    expect(gone).toEqual({
      cardId: 3,
      cardNumber: 'LC-3',
      customerName: null,
      visits: 3,
      daysAway: 41,
      times: 4.1,
      spentCents: 900,
      since: 0,
    });
    const all = { asOf: endOf(100), horizonDays: 30, multiplier: 1, flagged: true };
    const spentOf = async (stayedAway: boolean, sort?: '-spent' | 'spent'): Promise<unknown[]> =>
      (await engine.testedCards({ ...all, stayedAway, sort })).cards.map(({ spentCents }) => spentCents);
    // By the amounts, not by their digits.
    expect(await spentOf(true)).toEqual([3500, 900]);
    expect(await spentOf(true, 'spent')).toEqual([900, 3500]);
    // The pairs are in the right order for one, not for the other.
    expect(answer.ranking).toMatchObject({ rule: 0.5, days: 0.5, difference: null });
    expect(at(await engine.backTest({ ...ask, withoutLost: true }), 2)).toMatchObject({ flagged: 0 });
    // A day later the second is back as well.
    expect(await engine.backTest({ asOf: endOf(101), horizonDays: 31 })).toMatchObject({ stayedAway: 1 });
    // The last transaction is of the 160th; that a card was enrolled later says nothing of visits.
    expect(await engine.backTest({ asOf: endOf(160), horizonDays: 30 })).toMatchObject({ isOver: true });
    expect(await engine.backTest({ asOf: endOf(161), horizonDays: 30 })).toMatchObject({ isOver: false });
    expect(await engine.backTest({ asOf: endOf(20), horizonDays: 30 })).toMatchObject({ cards: 0, ranking: null });
  });

  it('goes from the end of a day to the end of another, over a clock that is put back', async () => {
    const { engine } = await engineWith([
      cardsOf(1),
      // In Luxembourg on 2 October, and on the 3rd half an hour after midnight.
      transactionsFile([
        { card: 1, at: '2025-09-01T10:00:00Z' },
        { card: 1, at: '2025-10-01T10:00:00Z' },
        { card: 1, at: '2025-10-02T22:30:00Z' },
        { card: 1, at: '2025-12-31T10:00:00Z' },
      ]),
    ]);
    const calendar = { ...utcCalendar, timeZone: 'Europe/Luxembourg' };
    const answer = await engine.backTest({ asOf: '2025-12-31T22:59:59.999999Z', horizonDays: 90, calendar });
    expect(answer).toMatchObject({ testedOn: '2025-10-02', cards: 1, stayedAway: 0 });
    // What was done half an hour into the 3rd is not known yet.
    const { cards } = await engine.testedCards({
      ...{ asOf: '2025-12-31T22:59:59.999999Z', horizonDays: 90, calendar },
      ...{ flagged: false, stayedAway: false },
    });
    expect(cards).toMatchObject([{ visits: 2, daysAway: 1, since: 2 }]);
    const noon = await engine.backTest({ asOf: '2025-12-31T12:00:00Z', horizonDays: 90, calendar });
    expect(noon.testedOn).toBe('2025-10-02');
  });

  it('knows of the service’s rule who has an interval of its own, and when somebody last came', async () => {
    const { engine } = await engineWith([
      cardsFile(
        [1, 2].map((id) => ({ id, createdAt: '2025-01-01T00:00:00Z', lastActivityAt: `${dayOf(160)}T00:00:00Z` })),
      ),
      transactionsFile([
        ...visits(1, [10]).slice(0, 1),
        { card: 2, at: `${dayOf(10)}T09:00:00Z` },
        // Points that are voided are no visit, but an activity to the service.
        { card: 2, at: `${dayOf(95)}T09:00:00Z`, type: 'points_voided' },
        { card: 2, at: `${dayOf(160)}T09:00:00Z` },
      ]),
    ]);
    const ask = { asOf: endOf(130), horizonDays: 30, rule: 'service' as const, multiplier: 1 };
    expect(await engine.backTest(ask)).toMatchObject({ cards: 2, regular: 1, seldom: 1 });
    const listed = await engine.testedCards({ ...ask, flagged: false, stayedAway: true });
    expect(listed.cards).toMatchObject([{ cardId: 2, daysAway: 90, times: 5 / 85 }]);
    expect((await engine.testedCards({ ...ask, flagged: true, stayedAway: true })).cards).toMatchObject([
      { cardId: 1, daysAway: 90, times: 1.5 },
    ]);
  });

  it('ends below what nobody is left of, where those that were lost are left out', async () => {
    const { engine } = await engineWith([cardsOf(1), transactionsFile(visits(1, [1, 11, 21, 100]))]);
    const { byMultiplier } = await engine.backTest({ asOf: endOf(70), horizonDays: 30, withoutLost: true });
    expect(byMultiplier.map(({ multiplier }) => multiplier).at(-1)).toBe(3.75);
  });

  it('is refused for a rule that is none, and days out of its range', async () => {
    const { engine } = await engineWith([cardsOf(1), transactionsFile(visits(1, [1]))]);
    const cell = { flagged: true, stayedAway: true };
    expect((await failureOf(engine.testedCards({ ...cell, sort: 'x' as 'spent' }))).code).toBe('parameter-invalid');
    for (const wrong of [{ horizonDays: 29 }, { horizonDays: 367 }, { horizonDays: 45.5 }, { rule: 'x' as 'rhythm' }])
      expect((await failureOf(engine.backTest(wrong))).code).toBe('parameter-invalid');
  });

  it.each([1, 2, 3])('counts and ranks as one does with two loops: chance %i', async (seed) => {
    const chance = new Chance(seed);
    const ids = Array.from({ length: 80 }, (_, index) => index + 1);
    const days = new Map(
      ids.map((id) => {
        const usual = 1 + chance.below(40);
        const end = chance.of([120, 200, 300, 365]);
        const all: number[] = [];
        for (let day = 1 + chance.below(60); day <= end; day += 1 + chance.below(2 * usual)) all.push(day);
        return [id, all.length > 0 ? all : [1]] as const;
      }),
    );
    const { engine } = await engineWith([
      cardsOf(...ids),
      transactionsFile(ids.flatMap((id) => visits(id, days.get(id)!))),
    ]);
    const horizonDays = 30 + chance.below(100);
    const report = 365 - chance.below(30);
    const answer = await engine.backTest({ asOf: endOf(report), horizonDays });

    const tested = ids.flatMap((id) => {
      const known = days.get(id)!.filter((day) => day <= report - horizonDays);
      if (known.length < 2) return [];
      const away = report - horizonDays - known.at(-1)!;
      const usual = (known.at(-1)! - known[0]!) / (known.length - 1);
      const isBack = days.get(id)!.some((day) => day > report - horizonDays && day <= report);
      return [{ id, away, times: away / usual, stayed: !isBack, visits: known.length }];
    });
    const stayed = tested.filter((card) => card.stayed);
    const back = tested.filter((card) => !card.stayed);
    expect(answer).toMatchObject({ cards: tested.length, stayedAway: stayed.length });
    for (const row of answer.byMultiplier) {
      const flagged = tested.filter(({ times }) => times > row.multiplier + 1e-12);
      expect(row.flagged).toBe(flagged.length);
      expect(row.stayedAway).toBe(flagged.filter((card) => card.stayed).length);
      // No other number of days flags a number that is nearer.
      const naive = (from: number): number => tested.filter(({ away }) => away >= from).length;
      expect(row.naive.flagged).toBe(naive(row.naive.days!));
      const nearest = Math.min(...Array.from({ length: 400 }, (_, from) => Math.abs(naive(from) - row.flagged)));
      expect(Math.abs(row.naive.flagged - row.flagged)).toBe(nearest);
    }

    for (const flagged of [true, false])
      for (const stayedAway of [true, false]) {
        const wanted = tested.filter(({ times, stayed: away }) => times > 2 + 1e-12 === flagged && away === stayedAway);
        const ask = { asOf: endOf(report), horizonDays, flagged, stayedAway, limit: 1000 };
        const { count, cards } = await engine.testedCards({ ...ask, sort: '-daysAway' });
        expect(count).toBe(wanted.length);
        expect(cards.map(({ daysAway }) => daysAway)).toEqual(wanted.map(({ away }) => away).sort((a, b) => b - a));
        for (const { cardId, visits: known, daysAway, times, since, spentCents } of cards) {
          const card = wanted.find(({ id }) => id === cardId)!;
          expect({ known, daysAway, spentCents }).toEqual({
            known: card.visits,
            daysAway: card.away,
            spentCents: null,
          });
          expect(times).toBeCloseTo(card.times, 10);
          expect(since > 0).toBe(!stayedAway);
        }
        const [some] = cards;
        if (some === undefined) continue;
        expect(await engine.testedCards({ ...ask, search: `lc ${some.cardId}`, limit: 0 })).toMatchObject({
          count,
          found: wanted.filter(({ id }) => String(id).includes(String(some.cardId))).length,
          cards: [],
        });
      }

    type Score = 'times' | 'away';
    const wins = (one: number, other: number): number => (one > other ? 1 : one === other ? 0.5 : 0);
    const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
    const placesOfStayed = (score: Score): number[] =>
      stayed.map((a) => mean(back.map((b) => wins(a[score], b[score]))));
    const placesOfBack = (score: Score): number[] => back.map((b) => mean(stayed.map((a) => wins(a[score], b[score]))));
    const area = (score: Score): number => mean(placesOfStayed(score));
    // The variance of a difference of two areas by their whole matrix of covariances, as the paper has it.
    const covariance = (one: readonly number[], other: readonly number[]): number =>
      one.reduce((sum, value, i) => sum + (value - mean(one)) * (other[i]! - mean(other)), 0) / (one.length - 1);
    const variance = (places: (score: Score) => number[]): number => {
      const [rule, naive] = [places('times'), places('away')];
      return (covariance(rule, rule) + covariance(naive, naive) - 2 * covariance(rule, naive)) / rule.length;
    };
    const difference = area('times') - area('away');
    const half = 1.959963984540054 * Math.sqrt(variance(placesOfStayed) + variance(placesOfBack));
    expect(answer.ranking!.rule).toBeCloseTo(area('times'), 10);
    expect(answer.ranking!.days).toBeCloseTo(area('away'), 10);
    expect(answer.ranking!.difference!.from).toBeCloseTo(difference - half, 10);
    expect(answer.ranking!.difference!.to).toBeCloseTo(difference + half, 10);
  });
});

describe('the customers of CDNOW, 39 weeks after 39', () => {
  const folder = realFiles();
  if (!folder) {
    it.fails(`expects the log: ${howToGet}`, () => expect(folder).not.toBeNull());
    return;
  }

  it('are told apart better by the days since their last purchase than by the service’s rule', async () => {
    const text = await readFile(new URL('cdnow/BTYD_cdnowElog.csv', folder), 'utf8');
    const rows = text.trim().split(/\r?\n/).slice(1);
    const bought = rows.map((line): TransactionRow & { card: number } => {
      const [, customer, day, , dollars] = line.split(',') as [string, string, string, string, string];
      const at = `${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}T12:00:00Z`;
      return { card: Number(customer), at, cents: Math.round(100 * Number(dollars)) };
    });
    const days = new Map<number, string[]>();
    for (const { card, at } of bought) days.set(card, [...(days.get(card) ?? []), at]);
    const customers = [...days].map(([id, all]) => {
      const [createdAt, lastActivityAt] = [all.toSorted()[0]!, all.toSorted().at(-1)!];
      return { id, createdAt, lastActivityAt };
    });
    expect(customers).toHaveLength(2357);
    const { engine } = await engineWith([cardsFile(customers), transactionsFile(bought)]);
    const ask = { asOf: '1998-06-30T23:59:59.999999Z', horizonDays: 273 };
    const service = await engine.backTest({ ...ask, rule: 'service' });
    expect(service.cards).toBe(2357);
    expect(service.ranking!.days).toBeCloseTo(0.77, 2);
    const { flagged, stayedAway } = service.byMultiplier.find(({ multiplier }) => multiplier === 2)!;
    const back = service.cards - service.stayedAway;
    // The area of a flag, which has one point beside the corners.
    expect((stayedAway / service.stayedAway + 1 - (flagged - stayedAway) / back) / 2).toBeCloseTo(0.68, 2);
    expect(service.ranking!.difference!.to).toBeLessThan(0);
    const rhythm = await engine.backTest(ask);
    expect(rhythm.cards).toBe(946);
    expect(rhythm.ranking!.difference!.to).toBeLessThan(0);
  });
});
