import { expect, it } from 'vitest';
import { cardsFile, engineWith, transactionsFile } from '../support/exports';

it('the second visit is of cards enrolled (asOf − 150 days, asOf − 60 days], and of the 90 days before that', async () => {
  const cards = [
    { id: 1, createdAt: '2026-05-02T00:00:00.000001Z' }, // less than 60 days ago
    { id: 2, createdAt: '2026-05-02T00:00:00Z' }, // 60
    { id: 3, createdAt: '2026-02-01T00:00:00.000001Z' }, // less than 150
    { id: 4, createdAt: '2026-02-01T00:00:00Z' }, // 150
    { id: 5, createdAt: '2025-11-03T00:00:00.000001Z' }, // less than 240
    { id: 6, createdAt: '2025-11-03T00:00:00Z' }, // 240
  ];
  const { engine } = await engineWith([
    cardsFile(cards),
    transactionsFile([
      { card: 2, at: '2026-05-02T09:00:00Z' }, // the same day
      { card: 3, at: '2026-04-02T00:00:00.000001Z' }, // 60 days later
      { card: 4, at: '2026-04-02T00:00:00.000001Z' }, // a microsecond more
    ]),
  ]);
  expect((await engine.overview({ asOf: '2026-07-01T00:00:00Z' })).secondVisit).toEqual({
    enrolled: { current: 2, previous: 2 },
    returned: { current: 1, previous: 0 },
  });
});
