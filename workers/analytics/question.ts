import { atRiskColumns, type AnswerParams, type AtRiskOrder, type Id, type StoreParams } from '../../src/contract';
import { EngineError } from '../../src/failure';
import type { Database, Param } from '../database/database';
import type { LoadedExport } from '../ingest/summary';
import type { Definition, DerivedTables } from '../tables/derived';
import { directNumber } from '../ids';
import { utcText } from './instant';

/** What every answer is asked of: the merchant's number in the tables (null: not in the export) and the report instant as SQL text. */
export interface Scope {
  merchant: string | null;
  asOf: string;
}

/** Everything that answers a question. */
export interface Asking {
  database: Database;
  loaded: LoadedExport;
  derivedTables: DerivedTables;
  scope: Scope;
}

export const maxMonthsBack = 60;
const defaults = { monthsBack: 6, multiplier: 2, limit: 50 };

/** The report instant of an export without a row; nothing is before it. */
const emptyAsOf = '1970-01-01T00:00:00.000000Z';

/**
 * Resolves the parameters common to all answers (product definition, section 2).
 *
 * @throws EngineError `merchant-needed` where the export has several and none is chosen; `parameter-invalid`.
 */
export async function scopeOf(
  database: Database,
  loaded: LoadedExport,
  { merchantId, asOf }: AnswerParams,
): Promise<Scope> {
  const instant = asOf ?? loaded.summary.latest ?? emptyAsOf;
  const text = utcText(instant);
  if (text === null) throw invalid('asOf', instant, 'an ISO-8601 instant such as 2026-04-11T20:57:23.123456Z');
  return { merchant: await merchantOf(database, loaded, merchantId), asOf: text };
}

async function merchantOf(
  database: Database,
  { summary }: LoadedExport,
  asked: Id | undefined,
): Promise<string | null> {
  const { merchants, namesMerchants } = summary;
  if (asked === undefined && merchants.length > 1)
    throw new EngineError('merchant-needed', { merchants: merchants.map(({ id }) => id) });
  const id = namesMerchants ? (asked ?? merchants[0]?.id) : merchants[0]?.id;
  if (id === undefined) return null;
  return numberOf(database, 'merchant', id);
}

/** The number that an id has in the tables, as SQL text; null for one that is not in the export. */
export async function numberOf(
  database: Database,
  space: 'merchant' | 'store' | 'card',
  id: Id,
): Promise<string | null> {
  const direct = directNumber(id);
  if (direct !== null) return direct;
  const [row] = await database.query<{ number: string }>(
    'SELECT number::VARCHAR AS number FROM ids WHERE space = $1 AND id = $2',
    [space, String(id)],
  );
  return row?.number ?? null;
}

/** Statements written for `{name}` of a definition, made to read its table for the scope that is asked about. */
export async function derived(
  { derivedTables, scope }: Asking,
  definition: Definition,
): Promise<(sql: string) => string> {
  const table = await derivedTables.tableOf(definition, scope);
  return (sql) => sql.replaceAll(`{${definition.name}}`, table);
}

/**
 * The store that is asked about, as statements take it: its number, and whether only that store counts. No number matches a store that is
 * not in the export.
 */
export async function storeFilter({ database }: Asking, { storeId }: StoreParams): Promise<[string | null, boolean]> {
  return storeId === undefined ? [null, false] : [await numberOf(database, 'store', storeId), true];
}

/** @throws EngineError `parameter-invalid` */
export function checkMonthsBack(monthsBack: number = defaults.monthsBack): number {
  if (Number.isInteger(monthsBack) && monthsBack >= 1 && monthsBack <= maxMonthsBack) return monthsBack;
  throw invalid('monthsBack', monthsBack, `a whole number from 1 to ${maxMonthsBack}`);
}

/** @throws EngineError `parameter-invalid` */
export function checkMultiplier(multiplier: number = defaults.multiplier): number {
  if (Number.isFinite(multiplier) && multiplier > 0) return multiplier;
  throw invalid('multiplier', multiplier, 'a number above 0');
}

/** @throws EngineError `parameter-invalid` */
export function checkAtRiskOrder(order: AtRiskOrder | undefined): AtRiskOrder | null {
  if (order === undefined) return null;
  if (atRiskColumns.some((column) => column === order.replace(/^-/, ''))) return order;
  throw invalid('sort', order, `one of ${atRiskColumns.join(', ')}, with a leading - for descending`);
}

/** @throws EngineError `parameter-invalid` */
export function checkLimit(limit: number = defaults.limit): number {
  if (Number.isSafeInteger(limit) && limit >= 0) return limit;
  throw invalid('limit', limit, 'a whole number, 0 or more');
}

/** @throws EngineError `parameter-invalid` */
export function checkPointsRate(rate: number | undefined): number | null {
  if (rate === undefined) return null;
  if (Number.isFinite(rate) && rate > 0) return rate;
  throw invalid('pointsPerCurrencyUnit', rate, 'a number above 0');
}

function invalid(parameter: string, value: Param, wanted: string): EngineError {
  return new EngineError('parameter-invalid', { parameter, value: String(value), wanted });
}
