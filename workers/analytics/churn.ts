import type { AtRiskCard, AtRiskCards, ChurnParams, InactivitySpread, StoreParams } from '../../src/contract';
import { idOf } from '../ids';
import { inactivityTable, spreadBins } from '../tables/definitions';
import atRiskSql from './at-risk.sql?raw';
import { checkLimit, checkMultiplier, derived, storeFilter, type Asking } from './question';

const countSql = `
  SELECT count(*) FILTER (days_inactive > avg_interval * $1::DOUBLE)::INTEGER AS at_risk_count, count(*)::INTEGER AS total_cards_checked
  FROM {inactivity}
  WHERE NOT $3::BOOLEAN OR last_store_id = $2::BIGINT`;

/** At-risk cards as the Orion service defines them (product definition, section 3); of a store: the cards last seen there. */
export async function atRiskCards(asking: Asking, params: ChurnParams): Promise<AtRiskCards> {
  const multiplier = checkMultiplier(params.multiplier);
  const limit = checkLimit(params.limit);
  const store = await storeFilter(asking, params);
  const { database, loaded } = asking;
  const table = await derived(asking, inactivityTable);
  const [counts] = await database.query<{ at_risk_count: number; total_cards_checked: number }>(table(countSql), [
    multiplier,
    ...store,
  ]);
  const rows = await database.query<AtRiskRow>(table(atRiskSql), [multiplier, limit, ...store]);
  const isText = loaded.textSpaces.has('card');
  return { ...counts!, cards: rows.map((row) => ({ ...row, card_id: idOf(row.card_id, isText) })) };
}

const spreadSql = `
  SELECT bin, count(*)::INTEGER AS cards
  FROM {inactivity}
  WHERE NOT $2::BOOLEAN OR last_store_id = $1::BIGINT
  GROUP BY bin`;

/** How the checked cards spread over days inactive / usual interval. */
export async function inactivitySpread(asking: Asking, params: StoreParams): Promise<InactivitySpread> {
  const { width, count } = spreadBins;
  const store = await storeFilter(asking, params);
  const table = await derived(asking, inactivityTable);
  const rows = await asking.database.query<{ bin: number | null; cards: number }>(table(spreadSql), store);
  const bins = Array.from({ length: count }, (_, index) => rows.find(({ bin }) => bin === index + 1)?.cards ?? 0);
  const beyond = rows.find(({ bin }) => bin === null)?.cards ?? 0;
  return { binWidth: width, bins, beyond, total: rows.reduce((sum, { cards }) => sum + cards, 0) };
}

type AtRiskRow = Omit<AtRiskCard, 'card_id'> & { card_id: string } & Record<string, unknown>;
