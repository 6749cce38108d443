import type { Calendar } from '../../src/contract/calendar.ts';
import type { DefinitionName, DefinitionParams } from '../../src/contract/definitions.ts';
import { withLiterals } from '../database/literals.ts';
import type { Database, Param } from '../database/database.ts';
import { directNumber, type IdSpace } from '../database/ids.ts';
import { definitions } from './definitions.ts';
import type { AnswerContext } from './question.ts';

/** No id has this number: what is asked of a store with another is asked of none. */
const nobody = '-9223372036854775808';

/**
 * The definition of an answer as one asks for it: SQL over the checked tables that can be saved (`../save`), its parameters written into it.
 *
 * @throws EngineError `parameter-invalid`
 */
export async function explain(context: AnswerContext, name: DefinitionName, params: DefinitionParams): Promise<string> {
  const { database, loaded, scope } = context;
  const { sql, bound } = definitions[name];
  const typeOf = (space: IdSpace): string => (loaded.namedSpaces.has(space) ? 'VARCHAR' : 'BIGINT');
  const merchant = scope.merchant && (await idText(database, 'merchant', scope.merchant));
  const store = storeOf(params, typeOf('store'));
  const values = bound({ merchant, asOf: scope.asOf, store }, params);
  const filled = withLiterals(withoutParameterList(sql), values, { 1: typeOf('merchant'), 3: typeOf('store') });
  return `${viewsFor(filled, scope.calendar)}\n${filled.trim()};\n`;
}

function storeOf({ storeId }: DefinitionParams, type: string): Param {
  if (storeId === undefined) return null;
  return type === 'BIGINT' ? (directNumber(storeId) ?? nobody) : storeId;
}

/** An id as the saved tables have it. */
async function idText(database: Database, space: IdSpace, number: string): Promise<string> {
  const [row] = await database.query<{ id: string }>('SELECT id FROM ids WHERE space = $1 AND number = $2::BIGINT', [
    space,
    number,
  ]);
  return row?.id ?? number;
}

/** What stands for which parameter, which a statement without parameters need not say. */
const withoutParameterList = (sql: string): string => sql.replace(/^-- \$1 .*\n/m, '');

const tables = ['cards', 'transactions', 'stores', 'months', 'days'];

function calendarWords({ timeZone, dayStart }: Calendar): string {
  return dayStart === 0 ? timeZone : `${timeZone}, days from ${dayStart}:00`;
}

/** What makes the statement run in DuckDB beside the saved tables. */
function viewsFor(sql: string, calendar: Calendar): string {
  const used = tables.filter((table) => new RegExp(`\\b(FROM|JOIN) ${table}\\b`).test(sql));
  return [
    '-- For DuckDB, beside the saved tables. Elsewhere, where the tables are in the database, leave these lines out.',
    ...(used.includes('months') || used.includes('days') ? [`-- The calendar: ${calendarWords(calendar)}.`] : []),
    ...used.map((table) => `CREATE OR REPLACE TEMP VIEW ${table} AS FROM '${table}.parquet';`),
    '',
  ].join('\n');
}
