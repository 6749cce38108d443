import { DateDay, TimestampMicrosecond, TimestampSecond, Utf8 } from 'apache-arrow';
import { describe, expect, it } from 'vitest';
import { utcCalendar, type Calendar } from '../../src/contract/calendar.ts';
import type { Engine } from '../../src/contract/engine.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import { LocalCalendar } from '../../src/domain/local-calendar.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { cardsFile, transactionsFile } from '../support/exports.ts';
import { asInt96, instants, int96s, stored, type Columns } from '../support/parquet.ts';
import { Chance } from '../support/random-export.ts';
import { unpacked } from '../support/saved-tables.ts';

const engine: Engine = createNodeEngine();
const cards = cardsFile([{ id: 1, createdAt: '2026-01-01T00:00:00Z' }], {
  created_at: instants(['2026-01-01T00:00:00Z'], new TimestampMicrosecond('UTC')),
  last_activity_at: instants(['2026-01-01T00:00:00Z'], new TimestampMicrosecond('UTC')),
});

/** What instants of transactions become, in the order of their rows. */
async function read(column: Columns[string], rows: number, calendar?: Calendar, as = async (file: File) => file) {
  const visits = Array.from({ length: rows }, () => ({ card: 1, at: '2026-01-01T00:00:00Z' }));
  const file = transactionsFile(visits, { transaction_at: column });
  const summary = await engine.load([cards, await as(file)], () => undefined, new Map(), calendar);
  const saved = await unpacked(await engine.saveTables(() => undefined));
  const found = await saved.run(
    "SELECT strftime(transaction_at, '%Y-%m-%dT%H:%M:%S.%fZ') AS at FROM 'transactions.parquet' ORDER BY points_delta, row_number",
  );
  await saved.close();
  return { instants: found.map(({ at }) => at), summary };
}

const text = (...values: string[]): Columns[string] => [values, new Utf8()];
const isLocal = ({ files }: ExportSummary): boolean => files.some((file) => file.hasLocalTimes);
const inZone = (timeZone: string, dayStart = 0): Calendar => ({ ...utcCalendar, timeZone, dayStart });

const between = (chance: Chance, from: number, to: number): number => from + chance.below(to - from + 1);

describe('a value without a time zone', () => {
  it.each<[zone: string, read: [value: string, instant: string][]]>([
    [
      'Europe/Luxembourg',
      [
        ['2026-01-15 10:00:00', '2026-01-15T09:00:00.000000Z'],
        ['2026-07-15 10:00:00.123456', '2026-07-15T08:00:00.123456Z'],
        // Left out by the clock: as if it had not been put forward yet.
        ['2026-03-29 02:30:00', '2026-03-29T01:30:00.000000Z'],
        ['2026-03-29 03:00:00', '2026-03-29T01:00:00.000000Z'],
        // Comes twice: the first of the two.
        ['2026-10-25 02:30:00', '2026-10-25T00:30:00.000000Z'],
        ['2026-10-25 03:00:00', '2026-10-25T02:00:00.000000Z'],
      ],
    ],
    ['America/New_York', [['2026-11-01 01:59:59', '2026-11-01T05:59:59.000000Z']]],
    ['Australia/Lord_Howe', [['2026-04-05 01:45:00', '2026-04-04T14:45:00.000000Z']]],
    [
      'Asia/Kathmandu',
      [
        ['1985-12-31 23:59:59', '1985-12-31T18:29:59.000000Z'],
        ['1986-01-01 00:20:00', '1985-12-31T18:35:00.000000Z'],
      ],
    ],
    // Samoa left out 30 December 2011.
    [
      'Pacific/Apia',
      [
        ['2011-12-29 23:00:00', '2011-12-30T09:00:00.000000Z'],
        ['2011-12-31 00:00:00', '2011-12-30T10:00:00.000000Z'],
      ],
    ],
    ['America/Sao_Paulo', [['2018-11-04 00:00:00', '2018-11-04T03:00:00.000000Z']]],
    ['UTC', [['2026-03-29 02:30:00', '2026-03-29T02:30:00.000000Z']]],
  ])('is read by the clock of %s', async (zone, pairs) => {
    const expected = pairs.map(([, instant]) => instant).toSorted();
    const values = pairs.map(([value]) => value);
    const asText = await read(text(...values), values.length, inZone(zone));
    expect(asText.instants.toSorted()).toEqual(expected);
    expect(isLocal(asText.summary)).toBe(true);
    const walls = values.map((value) => `${value.replace(' ', 'T')}Z`);
    const asTimestamp = await read(instants(walls, new TimestampMicrosecond()), walls.length, inZone(zone));
    expect(asTimestamp.instants.toSorted()).toEqual(expected);
    expect(isLocal(asTimestamp.summary)).toBe(true);
  });

  it('is UTC as long as nobody says otherwise', async () => {
    const { instants, summary } = await read(text('2026-07-15 10:00:00'), 1);
    expect(instants).toEqual(['2026-07-15T10:00:00.000000Z']);
    expect(isLocal(summary)).toBe(true);
  });

  it('comes back from any instant that its clock shows once, from 1970 to 2199', async () => {
    const chance = new Chance(17);
    const last = Date.parse('2199-12-30');
    for (const zone of ['Europe/Luxembourg', 'America/St_Johns', 'Africa/Casablanca', 'Asia/Tehran']) {
      const calendar = inZone(zone, 4);
      const local = new LocalCalendar(calendar);
      const times = Array.from({ length: 2000 }, () => {
        const at = between(chance, Date.parse('1970-01-02'), last);
        // Half of them within some hours of a change of the clock.
        const changes = [...local.zone.changes(at, at + 300 * 86_400_000)];
        const change = chance.is(0.5) ? changes[1] : undefined;
        return change ? change.at + between(chance, -4, 4) * 1_800_000 + between(chance, 0, 999) : at;
      }).filter((at) => at < last && local.zone.firstAt(local.zone.localAt(at)) === at);
      const iso = (time: number): string => new Date(time).toISOString().replace('Z', '000Z');
      const walls = times.map((at) => iso(local.zone.localAt(at)).replace('Z', ''));
      const { instants } = await read(text(...walls), walls.length, calendar);
      expect(times.length).toBeGreaterThan(1800);
      expect(instants.toSorted(), zone).toEqual(times.map(iso).toSorted());
    }
  });
});

describe('rows of one instant', () => {
  it('keep the order of their file, which decides between them', async () => {
    // Each card visits store 1 first, and then store 2 on the same day; the days come in no order.
    const rows = Array.from({ length: 20_000 }, (_, row) => ({
      card: 1 + Math.floor(row / 2),
      at: `2026-0${1 + ((row >> 1) % 7)}-${10 + ((7 * (row >> 1)) % 19)}T00:00:00Z`,
      store: 1 + (row % 2),
    }));
    const days: Columns[string] = [rows.map(({ at }) => new Date(at)), new DateDay()];
    const file = transactionsFile(rows, { transaction_at: days });
    await engine.load([cards, file], () => undefined, new Map(), inZone('Europe/Luxembourg'));
    const saved = await unpacked(await engine.saveTables(() => undefined));
    const [first] = await saved.run(
      "SELECT count(*) AS cards, count(*) FILTER (store_id = 1) AS in_order FROM (FROM 'transactions.parquet' QUALIFY row_number() OVER (PARTITION BY card_id ORDER BY row_number) = 1)",
    );
    await saved.close();
    expect(first).toEqual({ cards: '10000', in_order: '10000' });
  });
});

describe('a day without a time', () => {
  it.each([
    ['2026-03-28', 0, '2026-03-27T23:00:00.000000Z'],
    ['2026-03-28', 4, '2026-03-28T03:00:00.000000Z'],
    ['2026-03-29', 4, '2026-03-29T02:00:00.000000Z'],
    // Two o'clock is left out: the day begins with the first instant after.
    ['2026-03-29', 2, '2026-03-29T01:00:00.000000Z'],
    // Two o'clock comes twice: the day begins with the first.
    ['2026-10-25', 2, '2026-10-25T00:00:00.000000Z'],
  ])('%s is that day of the calendar, which begins at %i o’clock', async (day, dayStart, instant) => {
    const calendar = inZone('Europe/Luxembourg', dayStart);
    expect((await read(text(day), 1, calendar)).instants).toEqual([instant]);
    expect((await read([[new Date(day)], new DateDay()], 1, calendar)).instants).toEqual([instant]);
    expect(new LocalCalendar(calendar).dayOf(instant)).toBe(day);
  });
});

describe('a value that names its zone', () => {
  const calendar = inZone('America/New_York', 4);
  const instant = '2026-07-15T10:00:00.000000Z';

  it.each([
    '2026-07-15T10:00:00Z',
    '2026-07-15 12:00:00+02:00',
    '2026-07-15T12:00+0200',
    '2026-07-15 12:00:00+02',
    '2026-07-15 10:00:00 UTC',
  ])('is that instant: %s', async (value) => {
    const { instants, summary } = await read(text(value), 1, calendar);
    expect(instants).toEqual([instant]);
    expect(isLocal(summary)).toBe(false);
  });

  it('is that instant in Parquet adjusted to UTC, and in INT96, which programs write so', async () => {
    const adjusted = await read(instants([instant], new TimestampMicrosecond('UTC')), 1, calendar);
    expect(adjusted.instants).toEqual([instant]);
    expect(isLocal(adjusted.summary)).toBe(false);
    const julianDay = 2_440_588 + Date.parse('2026-07-15') / 86_400_000;
    const legacy = await read(int96s([[julianDay, 36_000_000_000_000n]]), 1, calendar, asInt96);
    expect(legacy.instants).toEqual([instant]);
    expect(isLocal(legacy.summary)).toBe(false);
  });

  it('is that instant in seconds with a zone, which only the copy of the schema tells', async () => {
    const seconds = stored([BigInt(Date.parse(instant) / 1000)], new TimestampSecond('UTC'));
    const { instants, summary } = await read(seconds, 1, calendar);
    expect(instants).toEqual([instant]);
    expect(isLocal(summary)).toBe(false);
  });

  it('decides nothing of one that is not believed', async () => {
    const { summary } = await read(text('2026-07-15T10:00:00Z', '9999-12-31 00:00:00'), 2, calendar);
    expect(isLocal(summary)).toBe(false);
    expect(summary.files.at(-1)!.setAside).toMatchObject([{ reason: 'out-of-range', rows: 1 }]);
  });

  it('may stand among others that do not', async () => {
    const { instants, summary } = await read(text('2026-07-15T10:00:00Z', '2026-07-15 10:00:00'), 2, calendar);
    expect(instants.toSorted()).toEqual([instant, '2026-07-15T14:00:00.000000Z']);
    expect(isLocal(summary)).toBe(true);
  });
});
