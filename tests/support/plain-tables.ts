import { DuckDBConnection } from '@duckdb/node-api';
import { fileURLToPath } from 'node:url';
import { utcCalendar, type Calendar } from '../../src/contract/calendar.ts';
import { boundariesOf } from '../../src/domain/boundaries.ts';
import type { Param } from '../../workers/database/database.ts';
import { transactionTypes } from '../../workers/recognise/transaction-types.ts';
import type { RandomExport } from './random-export.ts';

/** Rows of the tables that the definitions read (`workers/answers/tables.sql`), as the definitions say they are: not by way of the engine. */
export interface PlainTables {
  cards: Param[][];
  transactions: Param[][];
  stores: Param[][];
  months: Param[][];
  days: Param[][];
}

interface Card {
  id: number;
  merchant: number;
  number: string | null;
  name: string | null;
  createdAt: string;
  lastActivityAt: string | null;
  isActive: boolean;
  points: number;
}

interface Transaction {
  card: number;
  merchant: number;
  store: number | null;
  type: string;
  points: number;
  at: string;
  cents: number | null;
}

/** Of a random export, whose stores have no names. */
export function tablesOfRandom({ cards, transactions, stores }: RandomExport, calendar?: Calendar): PlainTables {
  return tablesOf(
    cards.map((card) => ({
      ...(card as Required<typeof card>),
      number: `LC-${card.id}`,
    })),
    transactions.toSorted((a, b) => a.id - b.id).map((row) => row as Required<typeof row>),
    stores.map((id) => ({ id, name: null })),
    calendar,
  );
}

/** Of an export beside the recorded answers. */
export async function tablesOfGolden(seed: string): Promise<PlainTables> {
  const connection = await DuckDBConnection.create();
  const read = async (kind: string): Promise<Row[]> => {
    const file = fileURLToPath(new URL(`../golden/${seed}/${kind}.parquet`, import.meta.url));
    const result = await connection.runAndReadAll(`SELECT columns(*)::VARCHAR FROM read_parquet('${file}')`);
    return result.getRowObjectsJS() as Row[];
  };
  const number = (text: string | null | undefined): number | null => (text == null ? null : Number(text));
  const [cards, transactions, stores] = [await read('cards'), await read('transactions'), await read('stores')];
  connection.closeSync();
  return tablesOf(
    cards.map((row) => ({
      id: Number(row.id),
      merchant: Number(row.merchant_id),
      number: row.card_number!,
      name: row.customer_name!,
      createdAt: row.created_at!,
      lastActivityAt: row.last_activity_at!,
      isActive: row.is_active === 'true',
      points: Number(row.points_balance),
    })),
    transactions.map((row) => ({
      card: Number(row.card_id),
      merchant: Number(row.merchant_id),
      store: number(row.store_id),
      type: row.transaction_type!,
      points: Number(row.points_delta),
      at: row.transaction_at!,
      cents: number(row.purchase_amount_cents),
    })),
    stores.map((row) => ({ id: Number(row.id), name: row.name! })),
  );
}

type Row = Record<string, string | null>;

const types = new Set<string>(transactionTypes);
const visitTypes = new Set(['points_earned', 'stamp_earned', 'points_redeemed', 'stamp_redeemed']);

/** @param transactions in the order that decides between two at one instant */
function tablesOf(
  cards: readonly Card[],
  transactions: readonly Transaction[],
  stores: readonly { id: number; name: string | null }[],
  calendar: Calendar = utcCalendar,
): PlainTables {
  const merchantOf = new Map(cards.map(({ id, merchant }) => [id, merchant]));
  const nameOf = new Map(stores.map(({ id, name }) => [id, name]));
  const storeIds = new Set([...nameOf.keys(), ...transactions.flatMap(({ store }) => store ?? [])]);
  const instants = [
    ...cards.flatMap(({ createdAt, lastActivityAt }) => [createdAt, lastActivityAt ?? []].flat()),
    ...transactions.map(({ at }) => at),
  ];
  const times = instants.map((instant) => Date.parse(`${utc(instant).replace(' ', 'T').slice(0, 23)}Z`));
  // Questions are asked of some years around.
  const year = 366 * 86_400_000;
  const { months, days } = boundariesOf(
    calendar,
    least(times) - 6 * year,
    -least(times.map((time) => -time)) + 6 * year,
  );
  return {
    cards: cards
      .toSorted((a, b) => a.id - b.id)
      .map((card, index) => [
        index + 1,
        card.id,
        card.merchant,
        card.number,
        card.name,
        utc(card.createdAt),
        card.lastActivityAt && utc(card.lastActivityAt),
        card.isActive,
        card.points,
      ]),
    transactions: transactions.map((row, index) => [
      index + 1,
      row.card,
      merchantOf.get(row.card) ?? row.merchant,
      row.store,
      types.has(row.type) ? row.type : 'other',
      (row.type === 'points_earned' || row.type === 'stamp_earned') && row.points > 0,
      visitTypes.has(row.type) || !types.has(row.type),
      row.points,
      utc(row.at),
      row.cents,
    ]),
    stores: [...storeIds].sort((a, b) => a - b).map((id, index) => [index + 1, id, nameOf.get(id) ?? null]),
    months: months.map(({ number, month, startsAt, endsAt }) => [number, month, ofMillis(startsAt), ofMillis(endsAt)]),
    days: days.map(({ number, day, weekday, startsAt, endsAt }) => [
      number,
      day,
      weekday,
      ofMillis(startsAt),
      ofMillis(endsAt),
    ]),
  };
}

/** An instant as SQL takes it. */
export const utc = (instant: string): string => instant.replace('T', ' ').replace(/Z|\+00$/, '');

const ofMillis = (time: number): string => utc(new Date(time).toISOString());
const least = (times: readonly number[]): number => times.reduce((a, b) => Math.min(a, b), Date.UTC(2026));
