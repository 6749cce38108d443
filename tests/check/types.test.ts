import {
  Binary,
  DateDay,
  Decimal,
  FixedSizeBinary,
  Float32,
  Float64,
  Int16,
  Int32,
  Int64,
  Int8,
  LargeUtf8,
  TimestampMicrosecond,
  TimestampMillisecond,
  TimestampNanosecond,
  TimestampSecond,
  type Timestamp,
  Uint16,
  Uint32,
  Uint64,
  Uint8,
  Utf8,
  type DataType,
} from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import type { FileReport, SetAsideReason } from '../../src/contract/report.ts';
import { cardsFile, engineWith, transactionsFile } from '../support/exports.ts';
import { asInt96, int96s, stored, type Columns } from '../support/parquet.ts';

const transactions = transactionsFile([{ card: 1, at: '2026-01-05T00:00:00Z' }]);

/** Loads cards with one column in another form, beside a sound first card; `read` is what the answers and the report then say. */
async function load(
  column: string,
  values: Columns[string],
  count: number,
  change = (file: File) => Promise.resolve(file),
) {
  const rows = Array.from({ length: count }, (_, index) => ({
    id: index + 1,
    createdAt: '2026-01-01T00:00:00Z',
    lastActivityAt: '2020-01-01T00:00:00Z',
  }));
  const { engine, summary } = await engineWith([await change(cardsFile(rows, { [column]: values })), transactions]);
  const report: FileReport = summary.files.find(({ kind }) => kind === 'cards')!;
  const { cards } = await engine.atRiskCards({ asOf: '2026-06-01T00:00:00Z', limit: 100 });
  return { report, summary, cards };
}

const asideOf = ({ setAside }: FileReport): [SetAsideReason, (string | null)[]][] =>
  setAside.map(({ reason, examples }) => [reason, examples.map(({ value }) => value)]);

/** The values that were not read, of rows that are used all the same. */
const unreadOf = ({ setAside, notes }: FileReport): [number, string[]][] => {
  expect(setAside).toEqual([]);
  return notes.flatMap(({ kind, rows, examples }) => (kind === 'unread-value' ? [[rows, examples]] : []));
};

describe('whole numbers', () => {
  it.each<[string, DataType, readonly (number | bigint)[]]>([
    ['8 bits', new Int8(), [-128, 127]],
    ['8 bits without a sign', new Uint8(), [0, 255]],
    ['16 bits', new Int16(), [-32_768, 32_767]],
    ['16 bits without a sign', new Uint16(), [0, 65_535]],
    ['32 bits', new Int32(), [-2_147_483_648, 2_147_483_647]],
    ['32 bits without a sign', new Uint32(), [0, 4_294_967_295]],
    ['64 bits', new Int64(), [-(2n ** 53n) + 1n, 2n ** 53n - 1n]],
    ['64 bits without a sign', new Uint64(), [0n, 2n ** 53n - 1n]],
    ['floats', new Float32(), [-16_777_215, 16_777_215]],
    ['doubles', new Float64(), [-(2 ** 53) + 1, 2 ** 53 - 1]],
  ])('of %s are themselves, as points and as ids', async (_, type, values) => {
    const points = await load('points_balance', [values, type], 2);
    expect(points.report.setAside).toEqual([]);
    expect(points.cards.map(({ points_balance }) => points_balance)).toEqual(values.map(Number));
    const ids = await load('id', [values, type], 2);
    expect(ids.cards.map(({ card_id }) => card_id)).toEqual(values.map(Number));
  });

  it('beyond 64 bits are out of range as points, and kept as ids', async () => {
    const large: Columns[string] = [[2n ** 63n, 1n, 2n ** 64n - 1n], new Uint64()];
    const points = await load('points_balance', large, 3);
    expect(unreadOf(points.report)).toEqual([[2, ['9223372036854775808', '18446744073709551615']]]);
    const ids = await load('id', large, 3);
    expect(ids.report.setAside).toEqual([]);
    expect(ids.cards.map(({ card_id }) => card_id)).toEqual(
      expect.arrayContaining(['9223372036854775808', '18446744073709551615']),
    );
  });

  it('as decimals may have four places and zeros behind them, nothing else, and 38 digits', async () => {
    const decimals = (values: readonly bigint[], scale: number): Columns[string] => [
      values.map(words),
      new Decimal(scale, 38),
    ];
    const points = await load('points_balance', decimals([500_000n, -725_000n, 150_001n, 10n ** 37n], 5), 4);
    expect(unreadOf(points.report)).toEqual([[2, ['1.50001', `${'1' + '0'.repeat(32)}.00000`]]]);
    expect(points.cards.map(({ points_balance }) => points_balance)).toEqual([5, -7.25, null, null]);
    const ids = await load('id', decimals([12n, 10n ** 37n], 0), 2);
    expect(ids.cards.map(({ card_id }) => card_id)).toEqual(expect.arrayContaining([`1${'0'.repeat(37)}`]));
  });

  it('as floats are no ids where floats skip numbers: two cards may have become one', async () => {
    const doubles = await load('id', [[1, 2 ** 53, -(2 ** 60), 1.5, Infinity], new Float64()], 5);
    expect(asideOf(doubles.report)).toEqual([
      ['not-a-number', ['1.5']],
      ['out-of-range', ['9007199254740992.0', '-1.152921504606847e+18', 'inf']],
    ]);
    const floats = await load('id', [[1, 2 ** 24], new Float32()], 2);
    expect(asideOf(floats.report)).toEqual([['out-of-range', ['16777216.0']]]);
  });

  it('as text that no 64 bits hold are out of range', async () => {
    const { report } = await load('points_balance', [['5', '99999999999999999999', '1e99'], new Utf8()], 3);
    expect(unreadOf(report)).toEqual([[2, ['99999999999999999999', '1e99']]]);
  });
});

describe('ids', () => {
  it('of text keep their zeros and lose the spaces around them', async () => {
    const { cards, report } = await load('id', [['007', ' 7 ', '7a', 'Ä-1'], new Utf8()], 4);
    expect(report.setAside).toEqual([]);
    expect(cards.map(({ card_id }) => card_id).sort()).toEqual(['007', '7', '7a', 'Ä-1']);
  });

  it('of 19 digits are the same as numbers and as text', async () => {
    const id = 1_234_567_890_123_456_789n;
    const { summary } = await engineWith([
      cardsFile([{ id: 1, createdAt: '2026-01-01T00:00:00Z' }], { id: [[id], new Int64()] }),
      transactionsFile([{ card: 1, at: '2026-01-05T00:00:00Z' }], { card_id: [[String(id)], new Utf8()] }),
    ]);
    expect(summary.files.flatMap(({ notes }) => notes.map(({ kind }) => kind))).not.toContain('unknown-card');
  });

  const text = (values: readonly string[]): Uint8Array[] => values.map((value) => new TextEncoder().encode(value));
  it.each<[string, Columns[string], string[]]>([
    ['bytes that are text', [text(['a', 'ü']), new Binary()], ['a', 'ü']],
    ['bytes that are not', [[Uint8Array.of(0xff, 0xfe), Uint8Array.of(0xc3)], new Binary()], ['c3', 'fffe']],
    [
      '16 bytes that are text',
      [text(['1234567890123456', 'abcdefghijklmnop']), new Binary()],
      ['1234567890123456', 'abcdefghijklmnop'],
    ],
    ['a fixed number of bytes', [text(['AB12', 'CD34']), new FixedSizeBinary(4)], ['AB12', 'CD34']],
    ['large text', [['x', 'y'], new LargeUtf8()], ['x', 'y']],
  ])('of %s are that', async (_, values, expected) => {
    const { cards, report } = await load('id', values, 2);
    expect(report.setAside).toEqual([]);
    expect(cards.map(({ card_id }) => String(card_id)).sort()).toEqual(expected);
  });

  it('of 16 fixed bytes are UUIDs', async () => {
    const bytes = Uint8Array.from({ length: 16 }, (_, index) => index);
    const { cards } = await load('id', [[bytes], new FixedSizeBinary(16)], 1);
    expect(cards[0]!.card_id).toBe('00010203-0405-0607-0809-0a0b0c0d0e0f');
  });
});

describe('instants', () => {
  const noon = Date.UTC(2026, 0, 1, 12);
  const far = Date.UTC(3000, 0, 1);
  const types: [string, (zone?: string) => Timestamp, bigint][] = [
    ['seconds', (zone) => new TimestampSecond(zone), 1n],
    ['milliseconds', (zone) => new TimestampMillisecond(zone), 1000n],
    ['microseconds', (zone) => new TimestampMicrosecond(zone), 1_000_000n],
  ];
  const zones = [undefined, 'UTC', 'Europe/Zurich'];
  const cases = types.flatMap(([name, type, unit]) => zones.map((zone) => ({ name, zone, type: type(zone), unit })));

  it.each(cases)('in $name, zone $zone: found, or out of range up to the last bit', async ({ type, unit }) => {
    const at = (ms: number): bigint => BigInt(ms / 1000) * unit;
    const extremes = [2n ** 63n - 1n, -(2n ** 63n), 2n ** 63n - 2n, -(2n ** 63n) + 1n];
    const values = [at(noon), at(far), at(-1000), ...extremes];
    const { report, summary } = await load('created_at', stored(values, type), values.length);
    expect(unreadOf(report)).toMatchObject([[values.length - 1, {}]]);
    expect(summary.earliest).toBe('2026-01-01T12:00:00.000000Z');
  });

  it.each([undefined, 'UTC'])('in nanoseconds, zone %s: to the microsecond, and out of range', async (zone) => {
    const values = [BigInt(noon) * 1_000_000n + 123_456_789n, 2n ** 63n - 1n, -(2n ** 63n), -1_000_000n];
    const { report, summary } = await load('created_at', stored(values, new TimestampNanosecond(zone)), 4);
    expect(unreadOf(report)).toMatchObject([[3, {}]]);
    expect(summary.earliest).toBe('2026-01-01T12:00:00.123456Z');
  });

  it('as days: found at midnight, or out of range', async () => {
    const days = [noon, far].map((ms) => new Date(ms));
    const { report, summary } = await load('created_at', [days, new DateDay()], 2);
    expect(unreadOf(report)).toEqual([[1, ['3000-01-01']]]);
    expect(summary.earliest).toBe('2026-01-01T00:00:00.000000Z');
  });

  it('as INT96: to the microsecond, and never wrapped around', async () => {
    const day = (year: number): number => Date.UTC(year, 0, 1) / 86_400_000 + 2_440_588;
    const years = [2554, 2600, 2784, 3139, 9999, 1400, 1000];
    const values = int96s([
      [day(2026), 43_200_123_456_789n],
      ...years.map((year) => [day(year), 0n] as const),
      [2 ** 31 - 1, 0n],
      [-(2 ** 31), 0n],
      [day(2026), 2n ** 64n - 1n],
    ]);
    const { report, summary } = await load('created_at', values, 11, asInt96);
    expect(report.columns.find(({ name }) => name === 'created_at')!.type).toBe('Timestamp<MICROSECOND, UTC>');
    expect(unreadOf(report)).toMatchObject([[10, ['2554-01-01 00:00:00+00', {}, {}]]]);
    expect(summary.earliest).toBe('2026-01-01T12:00:00.123456Z');
  });

  it('as INT96 may be missing', async () => {
    const values = int96s([null, [2_461_042, 0n]]);
    const { report } = await load('last_activity_at', values, 2, asInt96);
    expect(report).toMatchObject({ rowsUsed: 2, setAside: [] });
  });

  it.each([
    ['2026-01-31', '2026-01-31T00:00:00.000000Z'],
    ['20260131', '2026-01-31T00:00:00.000000Z'],
    ['2026.01.31', '2026-01-31T00:00:00.000000Z'],
    ['2026-01-31T10:20', '2026-01-31T10:20:00.000000Z'],
    ['2026-01-31T10:20Z', '2026-01-31T10:20:00.000000Z'],
    ['2026-01-31t10:20:30z', '2026-01-31T10:20:30.000000Z'],
    ['20260131T102030Z', '2026-01-31T10:20:30.000000Z'],
    ['20260131T102030+0200', '2026-01-31T08:20:30.000000Z'],
    ['2026-01-31 10:20:30 UTC', '2026-01-31T10:20:30.000000Z'],
    ['2026-01-31 10:20:30 +02:00', '2026-01-31T08:20:30.000000Z'],
    ['2026-01-31T10:20:30+02', '2026-01-31T08:20:30.000000Z'],
    ['2026-01-31T10:20:30-0530', '2026-01-31T15:50:30.000000Z'],
    ['2026-01-31T10:20:30,5+02:00', '2026-01-31T08:20:30.500000Z'],
    ['2026-12-31T23:59:59.999999-00:00', '2026-12-31T23:59:59.999999Z'],
    ...Array.from({ length: 9 }, (_, index): [string, string] => {
      const digits = '123456789'.slice(0, index + 1);
      return [`2026-01-31T10:20:30.${digits}Z`, `2026-01-31T10:20:30.${digits.slice(0, 6).padEnd(6, '0')}Z`];
    }),
  ])('as the text %s are %s', async (written, instant) => {
    const { summary } = await engineWith([
      cardsFile([{ id: 1, createdAt: '2027-01-01T00:00:00Z' }]),
      transactionsFile([{ card: 1, at: '2026-01-05T00:00:00Z' }], { transaction_at: [[written], new Utf8()] }),
    ]);
    expect(summary.earliest).toBe(instant);
  });

  it('as text that is none are not dates', async () => {
    const none = ['2026', '2026-13-01', '2026-02-30', 'infinity', 'epoch', '12345678', '2026-01-01T25:00:00'];
    const { report } = await load('created_at', [['2026-01-01', ...none], new Utf8()], none.length + 1);
    expect(unreadOf(report)).toEqual([[none.length, none.slice(0, 3)]]);
  });
});

it('shows numbers of cards as they are printed, whatever the type of their column', async () => {
  const numbers = await load('card_number', [[1234567, 0.5, NaN], new Float64()], 3);
  expect(numbers.cards.map(({ card_number }) => card_number)).toEqual(['1234567', '0.5', null]);
  const decimals = await load('card_number', [[words(123_000n)], new Decimal(3, 20)], 1);
  expect(decimals.cards[0]!.card_number).toBe('123');
});

/** A decimal's unscaled number as Arrow keeps it. */
function words(value: bigint): Uint32Array {
  return Uint32Array.from({ length: 4 }, (_, index) => Number((value >> BigInt(32 * index)) & 0xffff_ffffn));
}
