import type { AnswerParams } from '../../src/contract/answers.ts';
import type { Calendar } from '../../src/contract/calendar.ts';
import { LocalCalendar } from '../../src/domain/local-calendar.ts';
import { DAY } from '../../src/domain/units.ts';
import { EngineError } from '../../src/contract/errors.ts';
import type { Id } from '../../src/contract/ids.ts';
import type { Database } from '../database/database.ts';
import { directNumber } from '../database/ids.ts';
import type { LoadedExport } from '../load/summary.ts';
import { millisOf, utcText } from './instant.ts';
import { checkCalendar, invalid } from './params.ts';

/** What every answer is asked of. */
export interface Scope {
  /** The merchant's number in the tables; null for one that is not in the export. */
  merchant: string | null;
  /** The report instant as SQL text. */
  asOf: string;
  calendar: Calendar;
}

/** The numbers of the calendar months in which a report instant lies, and in which a look back of so many times 31 days begins. */
export function monthsOf({ asOf, calendar }: Scope, monthsBack: number): { cutMonth: number; thisMonth: number } {
  const local = new LocalCalendar(calendar);
  const now = millisOf(asOf);
  return { cutMonth: local.monthAt(now - monthsBack * 31 * DAY), thisMonth: local.monthAt(now) };
}

/** The report instant of an export without a row; nothing is before it. */
const emptyAsOf = '1970-01-01T00:00:00.000000Z';

/**
 * Resolves the parameters common to all answers.
 *
 * @throws EngineError `merchant-needed` where the export has several and none is chosen; `parameter-invalid`.
 */
export async function resolveScope(
  database: Database,
  loaded: LoadedExport,
  { merchantId, asOf, calendar }: AnswerParams,
): Promise<Scope> {
  const instant = asOf ?? loaded.summary.latest ?? emptyAsOf;
  const text = utcText(instant);
  if (text === null) throw invalid('asOf', instant, { is: 'instant' });
  const merchant = await resolveMerchant(database, loaded, merchantId);
  return { merchant, asOf: text, calendar: checkCalendar(calendar) };
}

async function resolveMerchant(
  database: Database,
  { summary }: LoadedExport,
  asked: Id | undefined,
): Promise<string | null> {
  const { merchants, namesMerchants } = summary;
  if (asked === undefined && merchants.length > 1)
    throw new EngineError('merchant-needed', { merchants: merchants.map(({ id }) => id) });
  const id = namesMerchants ? (asked ?? merchants[0]?.id) : merchants[0]?.id;
  if (id === undefined) return null;
  return idNumberOf(database, 'merchant', id);
}

/** The number that an id has in the tables, as SQL text; null for one that is not in the export. */
export async function idNumberOf(
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
