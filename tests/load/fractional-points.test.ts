import { Decimal, Float32, Float64, Utf8, makeData, Vector } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import type { Engine } from '../../src/contract/engine.ts';
import { exact, exactSum, type Exact } from '../../src/contract/exact.ts';
import { cardsFile, engineWith, transactionsFile, type TransactionRow } from '../support/exports.ts';
import type { Columns } from '../support/parquet.ts';
import { unpacked } from '../support/saved-tables.ts';

/** Points of these rows are hundredths in the file under test. */
const rows: TransactionRow[] = Array.from({ length: 90 }, (_, index) => ({
  card: 1 + (index % 12),
  at: new Date(Date.UTC(2025, 0, 1 + index * 3, 9)).toISOString(),
  store: 1 + (index % 3),
  type: index % 7 === 6 ? 'points_redeemed' : 'points_earned',
  points: index % 7 === 6 ? -(index * 31) : 105 + index * 37,
}));
const balances = Array.from({ length: 12 }, (_, index) => 1000 + index * 123);
const cards = balances.map((points, index) => ({ id: index + 1, createdAt: '2025-01-01T00:00:00Z', points }));
const enrolled = cards.map((card, index) => ({ ...card, lastActivityAt: rows[index]!.at }));

const hundredths = (n: number): string => (n / 100).toFixed(2);

type Form = (points: readonly number[]) => Columns[string];
const forms: Record<string, Form> = {
  'floating-point numbers': (points) => [points.map((n) => n / 100), new Float64()],
  'floating-point numbers of 32 bits': (points) => [points.map((n) => n / 100), new Float32()],
  'decimal numbers': (points) => decimals(points.map((n) => BigInt(n) * 10_000n)),
  text: (points) => [points.map(hundredths), new Utf8()],
  'text with a comma': (points) => [points.map((n) => hundredths(n).replace('.', ',')), new Utf8()],
  'text as people write it': (points) => [points.map((n) => hundredths(n).replace(/^-(.*)/, '($1)')), new Utf8()],
};

/** Of DECIMAL(20, 6). */
function decimals(values: readonly bigint[]): Columns[string] {
  const words = new Uint32Array(values.length * 4);
  for (const [index, value] of values.entries())
    for (let word = 0; word < 4; word++) words[index * 4 + word] = Number((value >> BigInt(32 * word)) & 0xffffffffn);
  return new Vector([makeData({ type: new Decimal(6, 20), length: values.length, nullCount: 0, data: words })]);
}

const pointsOf = (all: readonly TransactionRow[]): number[] => all.map(({ points }) => points!);

/** Everything that the engine says of points. */
async function saidOfPoints(engine: Engine): Promise<(Exact | null)[]> {
  const said: (Exact | null)[] = [];
  for (const question of [{}, { storeId: 2 }, { asOf: '2025-06-01T00:00:00Z' }]) {
    const { monthly, by_store } = await engine.revenueAttribution({ ...question, monthsBack: 12 });
    const { pointsEarned, pointsOutstanding } = await engine.overview(question);
    const { cards: atRisk } = await engine.atRiskCards({ ...question, limit: 100 });
    said.push(...monthly.map((row) => row.total_points_earned), ...by_store.map((row) => row.total_points_earned));
    said.push(pointsEarned!.current, pointsEarned!.previous, pointsOutstanding);
    said.push(...atRisk.map((row) => row.points_balance));
  }
  return said;
}

const whole = engineWith([cardsFile(enrolled), transactionsFile(rows)], 1).then(({ engine }) => saidOfPoints(engine));
const asHundredths = async (): Promise<(Exact | null)[]> =>
  (await whole).map((value) => value && exact(hundredths(Number(value))));

describe('fractions of points', () => {
  it.each(Object.entries(forms))('are kept exactly, as %s', async (_, form) => {
    const { engine, summary } = await engineWith([
      cardsFile(enrolled, { points_balance: form(balances) }),
      transactionsFile(rows, { points_delta: form(pointsOf(rows)) }),
    ]);
    expect(summary.files.flatMap(({ notes }) => notes).filter(({ kind }) => kind === 'unread-value')).toEqual([]);
    expect(await saidOfPoints(engine)).toEqual(await asHundredths());
  });

  it('may begin in a later file, or after odd numbers, and change nothing of what is whole', async () => {
    const half = rows.length / 2;
    const [first, second] = [rows.slice(0, half), rows.slice(half)];
    const { engine } = await engineWith([
      cardsFile(enrolled, { points_balance: forms['text']!(balances) }),
      transactionsFile(
        first.map((row) => ({ ...row, points: row.points! * 100 })),
        { points_delta: [first.map(({ points }) => ` ${points!}00 `.replace(/ -(\d+) /, '($1)')), new Utf8()] },
        'a.parquet',
      ),
      transactionsFile(second, { points_delta: forms['text']!(pointsOf(second)) }, 'b.parquet'),
    ]);
    const { monthly } = await engine.revenueAttribution({ monthsBack: 12 });
    const earned = rows.map(({ points, type }, index) =>
      type !== 'points_earned' ? 0 : index < half ? points! * 100 : exact(hundredths(points!)),
    );
    expect(exactSum(monthly.map((row) => row.total_points_earned!))).toEqual(exactSum(earned));
  });

  it('are decimals in the tables that are saved, which sum to the same', async () => {
    const { engine } = await engineWith([
      cardsFile(enrolled),
      transactionsFile(rows, { points_delta: forms['text']!(pointsOf(rows)) }),
    ]);
    const saved = await unpacked(await engine.saveTables(() => undefined));
    const [row] = await saved.run(
      "SELECT typeof(any_value(points_delta)) AS type, sum(points_delta)::VARCHAR AS sum FROM 'transactions.parquet'",
    );
    await saved.close();
    const sum = pointsOf(rows).reduce((all, points) => all + points, 0);
    expect(row).toEqual({ type: 'DECIMAL(23,4)', sum: `${hundredths(sum)}00` });
  });

  it('have four decimals at most: a number with more is noted, and never rounded', async () => {
    const points = pointsOf(rows).map((n, index) => (index === 3 ? '1.23456' : hundredths(n)));
    const { summary } = await engineWith([
      cardsFile(enrolled),
      transactionsFile(rows, { points_delta: [points, new Utf8()] }),
    ]);
    const { notes } = summary.files.find(({ kind }) => kind === 'transactions')!;
    expect(notes.filter(({ kind }) => kind === 'unread-value')).toEqual([
      { kind: 'unread-value', column: 'points_delta', rows: 1, examples: ['1.23456'] },
    ]);
  });

  it('are added up to the last digit', () => {
    expect(exactSum([0.1, 0.2])).toBe(0.3);
    expect(exactSum([-1.24, 0.24])).toBe(-1);
    expect(exactSum(['90071992547409931234.5678', 0.0001])).toBe('90071992547409931234.5679');
    expect(exact('7.8400')).toBe(7.84);
    expect(exact('-0.0001')).toBe(-0.0001);
    expect(exact('1234567890123456.7890')).toBe('1234567890123456.789');
    expect(exact('100.0000')).toBe(100);
  });
});
