import type { Id, Instant } from '../../src/contract/ids.ts';
import type { FileReport } from '../../src/contract/report.ts';
import type { ExportSummary, MerchantSummary } from '../../src/contract/summary.ts';
import type { Database } from '../database/database.ts';
import { idOf, type IdSpace } from '../database/ids.ts';
import { checkLoad } from './load-check.ts';
import merchantsSql from './tables/merchants.sql?raw';

/** A loaded export as the analytics need to know it. */
export interface LoadedExport {
  summary: ExportSummary;
  /** The latest instant of a transaction; null without any. */
  latestTransaction: Instant | null;
  /** Which ids are text. */
  textSpaces: ReadonlySet<IdSpace>;
  /** Which ids have others among them than numbers that stand for themselves in the tables: they are in `ids`. */
  namedSpaces: ReadonlySet<IdSpace>;
}

/** Describes the tables of a load that is about to be completed; `leftOut`: names of files that were not read; `now`: the moment of loading, as SQL text. */
export async function summarise(
  database: Database,
  reports: FileReport[],
  { leftOut, currency }: Pick<ExportSummary, 'leftOut' | 'currency'>,
  now: string,
): Promise<LoadedExport> {
  const idSpaces = await idSpacesOf(database);
  const merchants = await database.query<MerchantRow>(merchantsSql);
  const [span] = await database.query<Span>(spanSql);
  return {
    summary: {
      merchants: merchants.map((row) => merchantSummary(row, idSpaces.textSpaces)),
      namesMerchants: reports.some(
        ({ kind, absent }) => (kind === 'cards' || kind === 'transactions') && !absent.includes('merchant_id'),
      ),
      earliest: span!.earliest,
      latest: span!.latest,
      hasPurchaseAmounts: span!.amounts,
      currency,
      files: reports,
      check: await checkLoad(database, reports, now),
      leftOut,
    },
    latestTransaction: span!.used,
    ...idSpaces,
  };
}

interface Span extends Record<string, unknown> {
  earliest: Instant | null;
  latest: Instant | null;
  used: Instant | null;
  amounts: boolean;
}

interface MerchantRow extends Record<string, unknown> {
  id: string;
  cards: number;
  transactions: number;
  store_count: number;
  store_names: string | null;
  has_amounts: boolean;
}

function merchantSummary(row: MerchantRow, textSpaces: ReadonlySet<IdSpace>): MerchantSummary {
  const id: Id = idOf(row.id, textSpaces.has('merchant'));
  const storeNames = row.store_names === null ? [] : row.store_names.split('\n');
  const { cards, transactions, store_count: storeCount, has_amounts: hasPurchaseAmounts } = row;
  return { id, cards, transactions, storeCount, storeNames, hasPurchaseAmounts };
}

/** Which ids are not numbers that stand for themselves. Text among those that answers show makes all of its space text: one answer does not mix the two. */
async function idSpacesOf(database: Database): Promise<Pick<LoadedExport, 'textSpaces' | 'namedSpaces'>> {
  const rows = await database.query<{ space: IdSpace; text: boolean }>(`
    SELECT space, bool_or(whole IS NULL AND (space <> 'card' OR number IN (SELECT id FROM incoming_cards))) AS text
    FROM incoming_ids
    GROUP BY space`);
  const spacesOf = (found: typeof rows): Set<IdSpace> => new Set(found.map(({ space }) => space));
  return { textSpaces: spacesOf(rows.filter(({ text }) => text)), namedSpaces: spacesOf(rows) };
}

const spanSql = `
  WITH instants AS (
    SELECT min(created_at) AS earliest, greatest(max(created_at), max(last_activity_at)) AS latest, NULL::TIMESTAMP AS used, false AS amounts
    FROM incoming_cards
    UNION ALL
    SELECT min(transaction_at), max(transaction_at), max(transaction_at), (SELECT sum(amounts) > 0 FROM incoming_store_activity)
    FROM incoming_activity
  )
  SELECT strftime(min(earliest), '%Y-%m-%dT%H:%M:%S.%fZ') AS earliest,
    strftime(max(latest), '%Y-%m-%dT%H:%M:%S.%fZ') AS latest,
    strftime(max(used), '%Y-%m-%dT%H:%M:%S.%fZ') AS used,
    coalesce(bool_or(amounts), false) AS amounts
  FROM instants`;
