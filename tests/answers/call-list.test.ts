import { describe, expect, it } from 'vitest';
import { callColumns, calledBands, type CalledCard, type CallOrder } from '../../src/contract/bands.ts';
import { cardsFile, engineWith, failureOf, goldenFiles, transactionsFile } from '../support/exports.ts';

describe('the call list', () => {
  const cards = [1, 2, 3, 4].map((id) => ({
    id,
    createdAt: '2026-01-01T00:00:00Z',
    lastActivityAt: '2026-03-01T00:00:00Z',
    name: id === 2 ? 'Łucja É' : `Customer ${id}`,
  }));
  const on = (card: number, day: string, cents: number, store = 1) => ({ card, at: `${day}T10:00:00Z`, cents, store });

  it('has late cards with three visits, by what they would spend, times who of such cards stayed away', async () => {
    const { engine } = await engineWith([
      cardsFile(cards),
      transactionsFile([
        // Every 10 days until 30 May: 15 days away on 14 June.
        ...['2026-05-10', '2026-05-20', '2026-05-30'].map((day, i) => on(1, day, 1000, i === 0 ? 2 : 1)),
        ...['2026-01-01', '2026-01-11', '2026-01-21'].map((day) => on(1, day, 1000, 2)),
        // Every 20 days until 13 April: overdue.
        ...['2026-03-04', '2026-03-24', '2026-04-13'].map((day) => on(2, day, 500)),
        // Two visits are no habit.
        ...['2026-05-01', '2026-05-15'].map((day) => on(3, day, 9900)),
        // Slipping 90 days before, on 16 March, and not seen since.
        ...['2026-02-01', '2026-02-14', '2026-02-27'].map((day) => on(4, day, 100)),
      ]),
    ]);
    const asked = { asOf: '2026-06-14T12:00:00Z', multiplier: 2 };
    const { cards: called, ...rest } = await engine.callList(asked);
    expect(rest).toEqual({
      multiplier: 2,
      count: 1,
      hasMoney: true,
      stayedAway: { slipping: { cards: 1, away: 1 }, overdue: { cards: 0, away: 0 } },
    });
    expect(called).toEqual([
      {
        cardId: 2,
        cardNumber: 'LC-2',
        customerName: 'Łucja É',
        band: 'overdue',
        visits: 3,
        lastVisit: '2026-04-13',
        daysAway: 62,
        usualInterval: 20,
        expected: '2026-05-03',
        spendCents: 500,
        homeStore: { id: 1, name: null },
        atStake: 2250,
      },
    ]);
    expect((await engine.callList({ ...asked, search: 'e LUCJA' })).cards).toEqual([]);
    expect((await engine.callList({ ...asked, search: 'é' })).found).toBe(1);
    expect((await engine.callList({ ...asked, limit: 0 })).cards).toEqual([]);
  });

  it('is of one band where that is asked for, with the counts of both', async () => {
    const { engine } = await engineWith(await goldenFiles('seed-a'));
    const asked = { merchantId: 1, asOf: '2026-01-31T00:00:00Z', limit: 1000 };
    const { cards: both, ...rest } = await engine.callList(asked);
    for (const band of calledBands) {
      const of = both.filter((card) => card.band === band);
      expect(of.length).toBeGreaterThan(0);
      expect(await engine.callList({ ...asked, band })).toEqual({ ...rest, found: of.length, cards: of });
      const [first] = of;
      const found = of.filter(({ cardNumber }) => cardNumber!.includes(first!.cardNumber!));
      const search = first!.cardNumber!;
      expect(await engine.callList({ ...asked, band, search })).toMatchObject({ found: found.length, cards: found });
    }
    expect((await failureOf(engine.callList({ ...asked, band: 'lost' as 'slipping' }))).code).toBe('parameter-invalid');
  });

  it.each(callColumns)('is sorted by %s in either direction, over all cards', async (column) => {
    const { engine } = await engineWith(await goldenFiles('seed-a'));
    const [merchantId, asOf] = [1, '2026-01-31T00:00:00Z'];
    const listed = async (sort: CallOrder, limit = 1000) =>
      (await engine.callList({ merchantId, asOf, sort, limit })).cards;
    const up = await listed(column);
    const down = await listed(`-${column}`);
    const value = (card: CalledCard): number | string | null => {
      if (column === 'times') return card.daysAway / card.usualInterval;
      if (column === 'spend') return card.spendCents;
      if (column === 'home') return card.homeStore && `${card.homeStore.name?.toLowerCase()} ${card.homeStore.id}`;
      return card[column];
    };
    const known = (cards: CalledCard[]) => cards.map(value).filter((one) => one !== null);
    expect(up.length).toBeGreaterThan(3);
    const compare = (a: number | string, b: number | string): number => (a < b ? -1 : a > b ? 1 : 0);
    expect(known(up)).toEqual(known(up).toSorted(compare));
    expect(known(down)).toEqual(known(up).toReversed());
    expect(await listed(column, 3)).toEqual(up.slice(0, 3));
  });
});
