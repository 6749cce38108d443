import type { Database } from '../../database/database.ts';
import { filledWherePresent } from '../../database/filled.ts';
import { dayMicros, microsOf } from '../instant.ts';

/**
 * How a standing table holds instants and sums of points: as narrow as the rows of the export allow, since it has one of each for every
 * transaction. Instants are whole numbers since 1970, of seconds where all of them are whole seconds.
 */
export interface Narrowness {
  /** How many microseconds one is. */
  unit: 1 | 1_000_000;
  /** The type of an instant. SQL. */
  moment: string;
  /** After all instants. */
  never: string;
  /** The type of a sum of points. SQL. */
  points: string;
  /** The same of purchase amounts. */
  cents: string;
  /** The export's last instant, in units; null where it has none. SQL. */
  latest: string;
  /** How many cards there are, those included that only transactions name. */
  cards: number;
  transactions: number;
  /** The same for the same card and store, those of a card together. SQL. */
  there: string;
}

/** As seconds in 32 bits an instant is before 19 January 2038. */
const lastSecond = 2 ** 31 - 2;

/** A sum of whole numbers that is in 64 bits whatever the order in which they are added. */
const mostAdded = 2 ** 62;

/** With the index of a card it is in 64 bits. */
const mostStore = 2 ** 31 - 2;

/** Looks at every row once. */
export async function narrownessOf(database: Database): Promise<Narrowness> {
  const [times] = await database.query<TimeFacts>(`
    SELECT bool_and(moment % 1000000 = 0) AS whole, min(moment)::DOUBLE / 1e6 AS first, max(moment)::DOUBLE / 1e6 AS last,
      max(moment)::VARCHAR AS latest
    FROM (
      SELECT epoch_us(transaction_at) AS moment FROM activity
      UNION ALL SELECT epoch_us(created_at) FROM cards
      UNION ALL SELECT epoch_us(last_activity_at) FROM cards WHERE last_activity_at IS NOT NULL
    )`);
  const [rows] = await database.query<RowFacts>(`
    SELECT coalesce(min(store_id), 0)::DOUBLE AS first_store, coalesce(max(store_id), 0)::DOUBLE AS last_store, coalesce(sum(abs(points_delta::DOUBLE)), 0) AS points, coalesce(sum(abs(purchase_amount_cents::DOUBLE)), 0) AS cents, any_value(typeof(points_delta)) LIKE 'DECIMAL%' AS fractions,
      count(*)::DOUBLE AS transactions, greatest(coalesce(max(card_index), 0), (SELECT count(*) FROM cards))::DOUBLE AS cards
    FROM activity`);
  const { whole, first, last, latest } = times!;
  const isSeconds = whole === true && first! >= 0 && last! <= lastSecond;
  return {
    ...(isSeconds
      ? { unit: 1_000_000, moment: 'INTEGER', never: '2147483647' }
      : { unit: 1, moment: 'BIGINT', never: '9223372036854775807' }),
    points: rows!.fractions ? 'DECIMAL(38, 4)' : rows!.points < mostAdded ? 'BIGINT' : 'HUGEINT',
    cents: rows!.cents < mostAdded ? 'BIGINT' : 'HUGEINT',
    latest: latest === null ? 'NULL' : String(floorOf(BigInt(latest), isSeconds ? 1_000_000n : 1n)),
    cards: rows!.cards,
    transactions: rows!.transactions,
    there:
      rows!.first_store >= 0 && rows!.last_store <= mostStore
        ? `card_index::BIGINT * ${2 ** 31} + coalesce(store_id + 1, 0)`
        : 'card_index::HUGEINT * 36893488147419103232 + coalesce(store_id::HUGEINT + 9223372036854775809, 0)',
  };
}

interface TimeFacts extends Record<string, unknown> {
  whole: boolean | null;
  first: number | null;
  last: number | null;
  latest: string | null;
}

interface RowFacts extends Record<string, unknown> {
  points: number;
  cents: number;
  fractions: boolean;
  transactions: number;
  cards: number;
  first_store: number;
  last_store: number;
}

/**
 * A statement with its instants as a table has them: `{moment:x}` is the instant `x`, and `{day:m}` the UTC day of one of the table's;
 * `{asOf}` is the report instant, cut off to the table's unit, `{asOf:day}` its UTC day, `{asOf:day start}` when that begins, `{instant}` the
 * instant as it is; `{from:n}` is n days before it, `{from:n day}` its UTC day, `{from:n next day}` when the next one begins; `{ago:n}` is n
 * days before it, cut off to the table's unit. `{latest}` is the export's last instant.
 *
 * Of whole numbers m and an instant t: m ≤ t where m ≤ ⌊t⌋, m > t where m > ⌊t⌋, and m ≥ t where m ≥ ⌈t⌉.
 *
 * @param asOf as SQL text, digits alone (`instant.ts`): it is part of the statement, so that DuckDB skips what lies outside
 */
export function withMoments(
  sql: string,
  { unit, never, moment, points, cents, latest }: Narrowness,
  asOf = emptyInstant,
): string {
  const micros = microsOf(asOf);
  const perDay = dayMicros / BigInt(unit);
  const now = floorOf(micros, BigInt(unit));
  /** What holds for good does so until after any report instant. */
  const ago = (days: bigint): string => {
    const instant = floorOf(micros - days * dayMicros, BigInt(unit));
    return String(instant < BigInt(never) ? instant : BigInt(never) - 1n);
  };
  const parts: Record<string, string> = {
    never,
    moment,
    points,
    cents,
    latest,
    unit: String(unit),
    'moments a day': String(perDay),
    asOf: ago(0n),
    'asOf:day': String(floorOf(now, perDay)),
    'asOf:day start': String(floorOf(now, perDay) * perDay),
    instant: `TIMESTAMP '${asOf}'`,
  };
  return filledWherePresent(sql, parts)
    .replaceAll(/\{moment:([^{}]+)\}/g, (_, of: string) => `(epoch_us(${of}) // ${unit})`)
    .replaceAll(
      /\{day:([^{}]+)\}/g,
      (_, of: string) => `((${of} - (${of} % ${perDay} + ${perDay}) % ${perDay}) // ${perDay})`,
    )
    .replaceAll(/\{ago:(\d+)\}/g, (_, days: string) => ago(BigInt(days)))
    .replaceAll(/\{from:(\d+)( day| next day)?\}/g, (_, days: string, what?: string) => {
      const from = -floorOf(-(micros - BigInt(days) * dayMicros), BigInt(unit));
      const day = floorOf(from, perDay);
      return String(what === ' day' ? day : what === ' next day' ? (day + 1n) * perDay : from);
    });
}

const emptyInstant = '1970-01-01 00:00:00.000000';

/** Also below zero. */
const floorOf = (value: bigint, by: bigint): bigint => (value - (((value % by) + by) % by)) / by;
