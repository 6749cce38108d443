import { describe, expect, it } from 'vitest';
import { cardsFile, engineWith, transactionsFile } from '../support/exports.ts';

describe('bands of churn', () => {
  /** Visits on days of January 2026; the second of a day is none. */
  const visits = (card: number, ...days: number[]): { card: number; at: string }[] =>
    days.flatMap((day) => {
      const date = `2026-01-${String(day).padStart(2, '0')}`;
      return [
        { card, at: `${date}T09:00:00Z` },
        { card, at: `${date}T18:00:00Z` },
      ];
    });
  const cards = [1, 2, 3, 4, 5, 6].map((id) => ({ id, createdAt: '2026-01-01T00:00:00Z', points: id === 4 ? -5 : 10 }));

  it('are by whole days of the calendar, up to and including each threshold', async () => {
    const { engine } = await engineWith([
      cardsFile([...cards, { id: 7, createdAt: '2026-01-01T00:00:00Z', points: 10, isActive: false }]),
      transactionsFile([
        // Every four days, last on the 9th: four days away on the 13th, eight on the 17th, sixteen on the 25th.
        ...visits(1, 1, 5, 9),
        ...visits(2, 3),
        // Closed today.
        ...visits(7, 1, 5, 9),
        // The export's last instant.
        { card: 3, at: '2026-02-28T00:00:00Z', type: 'points_voided' },
      ]),
    ]);
    const bandOf = async (asOf: string, multiplier?: number): Promise<unknown> =>
      (await engine.churnBands({ asOf, multiplier })).bands
        .filter((one) => one.cards > 0)
        .map((one) => [one.band, one.cards]);
    const single = ['single-visit', 1];
    expect(await bandOf('2026-01-13T23:59:59Z')).toEqual([['within-rhythm', 2], single]);
    expect(await bandOf('2026-01-14T00:00:00Z')).toEqual([['slipping', 2], single]);
    expect(await bandOf('2026-01-17T23:59:59Z')).toEqual([['slipping', 2], single]);
    expect(await bandOf('2026-01-18T00:00:00Z')).toEqual([['overdue', 2], single]);
    expect(await bandOf('2026-01-25T23:59:59Z')).toEqual([['overdue', 2], single]);
    expect(await bandOf('2026-01-26T00:00:00Z')).toEqual([['lost', 2], single]);
    // Below 1 it counts as 1: nobody slips, and up to twice the interval one is overdue.
    expect(await bandOf('2026-01-14T00:00:00Z', 0.5)).toEqual([['overdue', 2], single]);
    expect(await bandOf('2026-02-28T00:00:00Z')).toEqual([['lost', 1], single]);
  });

  it('say what the cards hold and spent, and where the same cards were 30 days before', async () => {
    const { engine } = await engineWith([
      cardsFile(cards),
      transactionsFile([
        ...visits(1, 1, 11, 21, 31),
        ...visits(3, 1, 3),
        ...visits(4, 30),
        { card: 4, at: '2026-02-20T00:00:00Z', type: 'points_earned', points: 0, cents: 700 },
        { card: 3, at: '2026-01-02T12:00:00Z', type: 'points_earned', points: 5, cents: 1250 },
        { card: 1, at: '2026-02-25T12:00:00Z', type: 'points_earned', points: 5, cents: 300 },
      ]),
    ]);
    const { bands, moves } = await engine.churnBands({ asOf: '2026-03-01T12:00:00Z' });
    const empty = { cards: 0, before: 0, points: 0, revenueCents: 0, visits: 0 };
    expect(bands).toEqual([
      { band: 'within-rhythm', cards: 2, before: 1, points: 10, revenueCents: 300, visits: 7 },
      { band: 'slipping', ...empty },
      { band: 'overdue', ...empty },
      { band: 'lost', cards: 1, before: 1, points: 10, revenueCents: 1250, visits: 3 },
      { band: 'single-visit', ...empty, before: 1 },
    ]);
    expect(moves).toEqual([
      { from: 'within-rhythm', to: 'within-rhythm', cards: 1 },
      { from: 'single-visit', to: 'within-rhythm', cards: 1 },
      { from: 'lost', to: 'lost', cards: 1 },
    ]);
  });
});
