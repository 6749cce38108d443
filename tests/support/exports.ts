import { Bool, Int32, Int64, TimestampMicrosecond, Utf8 } from 'apache-arrow';
import { fileURLToPath } from 'node:url';
import type { Engine } from '../../src/contract/engine.ts';
import type { ExportSummary } from '../../src/contract/summary.ts';
import { EngineError } from '../../src/contract/errors.ts';
import { createNodeEngine } from '../../workers/node/engine.ts';
import { openFile } from '../../workers/node/files.ts';
import { instants, parquetFile, type Columns } from './parquet.ts';

/** The files of one of the exports beside the recorded answers. */
export function goldenFiles(seed: string): Promise<File[]> {
  const paths = ['cards', 'transactions', 'stores'].map((kind) =>
    fileURLToPath(new URL(`../golden/${seed}/${kind}.parquet`, import.meta.url)),
  );
  return Promise.all(paths.map(openFile));
}

const engines: Engine[] = [];

/** Loads files into an engine. Tests of a file share engines: a load replaces what was there; `which` tells two at a time apart. */
export async function engineWith(files: File[], which = 0): Promise<{ engine: Engine; summary: ExportSummary }> {
  const engine = (engines[which] ??= createNodeEngine());
  return { engine, summary: await engine.load(files, () => undefined) };
}

/** The EngineError that a call throws; anything else fails the test. */
export async function failureOf(call: Promise<unknown>): Promise<EngineError> {
  const outcome = await call.then(
    () => new Error('no error was thrown'),
    (thrown: unknown) => thrown,
  );
  if (outcome instanceof EngineError) return outcome;
  throw outcome;
}

export interface CardRow {
  id: number;
  createdAt: string;
  lastActivityAt?: string | null;
  isActive?: boolean;
  points?: number;
  merchant?: number;
  name?: string | null;
}

export interface TransactionRow {
  card: number;
  at: string;
  type?: string;
  points?: number;
  store?: number | null;
  cents?: number | null;
  merchant?: number;
}

/** A cards file with these rows in the export's own types; `change` adds, replaces or (undefined) drops columns. */
export function cardsFile(
  rows: readonly CardRow[],
  change: Record<string, Columns[string] | undefined> = {},
  name = 'cards.parquet',
): File {
  return parquetFile(
    name,
    changed(
      {
        id: [rows.map(({ id }) => BigInt(id)), new Int64()],
        merchant_id: [rows.map(({ merchant = 1 }) => BigInt(merchant)), new Int64()],
        card_number: [rows.map(({ id }) => `LC-${id}`), new Utf8()],
        customer_name: [rows.map(({ name: customer = null }) => customer), new Utf8()],
        created_at: instants(
          rows.map(({ createdAt }) => createdAt),
          new TimestampMicrosecond(),
        ),
        last_activity_at: instants(
          rows.map(({ lastActivityAt = null }) => lastActivityAt),
          new TimestampMicrosecond(),
        ),
        is_active: [rows.map(({ isActive = true }) => isActive), new Bool()],
        points_balance: [rows.map(({ points = 0 }) => points), new Int32()],
      },
      change,
    ),
  );
}

/** The same for transactions. */
export function transactionsFile(
  rows: readonly TransactionRow[],
  change: Record<string, Columns[string] | undefined> = {},
  name = 'transactions.parquet',
): File {
  return parquetFile(
    name,
    changed(
      {
        merchant_id: [rows.map(({ merchant = 1 }) => BigInt(merchant)), new Int64()],
        card_id: [rows.map(({ card }) => BigInt(card)), new Int64()],
        store_id: [rows.map(({ store = null }) => store && BigInt(store)), new Int64()],
        transaction_type: [rows.map(({ type = 'points_earned' }) => type), new Utf8()],
        points_delta: [rows.map(({ points = 10 }) => points), new Int32()],
        transaction_at: instants(
          rows.map(({ at }) => at),
          new TimestampMicrosecond(),
        ),
        purchase_amount_cents: [rows.map(({ cents = null }) => cents), new Int32()],
      },
      change,
    ),
  );
}

function changed(columns: Columns, change: Record<string, Columns[string] | undefined>): Columns {
  return Object.fromEntries(
    Object.entries({ ...columns, ...change }).filter(
      (entry): entry is [string, Columns[string]] => entry[1] !== undefined,
    ),
  );
}
