import { atRiskColumns, type AtRiskCard, type AtRiskCards, type ChurnParams } from '../../../src/contract/answers.ts';
import { exactOrNull } from '../../../src/contract/exact.ts';
import type { Param } from '../../database/database.ts';
import { filled } from '../../database/filled.ts';
import { idOf } from '../../database/ids.ts';
import { cardNames, type CardNames } from '../../database/pseudonyms.ts';
import { balanceSql, inactivityTable } from './inactivity-table.ts';
import { foundSql, idsSql, orderedBy, searchWords } from '../card-list.ts';
import { keysOf, placeSql } from './order.ts';
import sortedSql from './sorted.sql?raw';
import atRiskSql from './at-risk.sql?raw';
import { checkLimit, checkMultiplier, checkOrder } from '../params.ts';
import { derived, storeFilter, type AnswerContext } from '../question.ts';

/** A card of the list. */
const cardSql = ({ id, number, name }: CardNames): string => `
  ${id} AS card_id, ${number} AS card_number, ${name} AS customer_name, days_inactive,
  round_even(avg_interval, 0)::INTEGER AS avg_interval_days,
  ${balanceSql}::VARCHAR AS points_balance,
  CASE
    WHEN at_risk.transactions = 0 THEN 'no-transaction'
    WHEN at_risk.transactions = 1 THEN 'one-transaction'
    WHEN avg_interval = 0 THEN 'same-day'
    ELSE 'gaps'
  END AS interval_basis`;

const countSql = `
  SELECT count(*) FILTER (days_inactive > avg_interval * $1::DOUBLE)::INTEGER AS at_risk_count, count(*)::INTEGER AS total_cards_checked
  FROM {inactivity}
  WHERE NOT $3::BOOLEAN OR last_store_id = $2::BIGINT`;

const foundCountSql = `
  SELECT count(*)::INTEGER AS found
  FROM {inactivity} AS at_risk
  JOIN cards ON cards.card_index = at_risk.card_index
  {names of cards}
  WHERE days_inactive > avg_interval * $1::DOUBLE AND (NOT $3::BOOLEAN OR last_store_id = $2::BIGINT)
    {and found}`;

/**
 * At-risk cards as the service defines them (`../README.md`); of a store: the cards last seen there. Sorted and
 * searched over all of them, before the list is cut.
 */
export async function atRiskCards(context: AnswerContext, params: ChurnParams): Promise<AtRiskCards> {
  const multiplier = checkMultiplier(params.multiplier);
  const limit = checkLimit(params.limit);
  const order = params.sort === undefined ? null : checkOrder(params.sort, atRiskColumns);
  const words = searchWords(params.search ?? '');
  const store = await storeFilter(context, params);
  const { database, loaded } = context;
  const table = await derived(context, inactivityTable);
  const query = async <R extends Record<string, unknown>>(sql: string, bound: readonly Param[]): Promise<R[]> =>
    database.query<R>(await table(sql), bound);

  const [counts] = await query<Counts>(countSql, [multiplier, ...store]);
  const areNamed = loaded.namedSpaces.has('card');
  const names = cardNames(params.pseudonyms, areNamed ? 'ids' : null);
  const parts = { card: cardSql(names), 'names of cards': idsSql(areNamed), 'by place': placeSql(areNamed) };
  const listed: [string, Param[]] =
    order === null && words.length === 0
      ? [filled(atRiskSql, parts), []]
      : [
          filled(sortedSql, {
            ...parts,
            'and found': foundSql(words, 5, names),
            order: order === null ? '' : orderedBy(keysOf(names), order),
          }),
          words,
        ];
  const rows = await query<AtRiskRow>(listed[0], [multiplier, limit, ...store, ...listed[1]]);
  const isText = params.pseudonyms !== undefined || loaded.textSpaces.has('card');
  const cards = rows.map((row) => ({
    ...row,
    card_id: idOf(row.card_id, isText),
    points_balance: exactOrNull(row.points_balance),
  }));
  if (words.length === 0) return { ...counts!, cards };
  const [counted] = await query<{ found: number }>(
    filled(foundCountSql, { 'and found': foundSql(words, 4, names), 'names of cards': parts['names of cards'] }),
    [multiplier, ...store, ...words],
  );
  return { ...counts!, found_count: counted!.found, cards };
}

type Counts = Pick<AtRiskCards, 'at_risk_count' | 'total_cards_checked'> & Record<string, unknown>;

type AtRiskRow = Omit<AtRiskCard, 'card_id' | 'points_balance'> & {
  card_id: string;
  points_balance: string | null;
} & Record<string, unknown>;
