import { DateDay, TimeMicrosecond } from 'apache-arrow';
import { expect, it } from 'vitest';
import { cardsFile, engineWith, transactionsFile } from '../support/exports.ts';

it('a day and a time of day in two columns of Parquet are one instant, and are shown as such', async () => {
  const cards = cardsFile([{ id: 1, createdAt: '2026-01-01T00:00:00Z' }]);
  const visit = (at: string): { card: number; at: string; points: number } => ({ card: 1, at, points: 5 });
  const { engine } = await engineWith([cards, transactionsFile([visit('2026-01-02T00:00:00Z')])]);
  const days = [new Date('2026-01-05T00:00:00Z'), new Date('2026-01-06T00:00:00Z')];
  const times = [36_000_000_000n, 36_300_500_000n];
  const file = transactionsFile([visit('2026-01-05T00:00:00Z'), visit('2026-01-06T00:00:00Z')], {
    transaction_at: [days, new DateDay()],
    time: [times, new TimeMicrosecond()],
  });
  const { files } = await engine.inspect([cards, file]);
  const found = files.find(({ proposals }) => proposals[0]!.kind === 'transactions')!;
  const place = found.columns.findIndex(({ name }) => name === 'time');
  expect(found.preview.map((row) => row[place])).toEqual(['10:00:00', '10:05:00.500000']);
  const plans = new Map([[found.name, found.proposals[0]!]]);
  const { earliest, latest } = await engine.load([cards, file], () => undefined, plans);
  expect([earliest, latest]).toEqual(['2026-01-01T00:00:00.000000Z', '2026-01-06T10:05:00.500000Z']);
});
