import type { AtRiskCard, AtRiskCards, ChurnParams, InactivitySpread } from '../../src/contract';
import { idOf } from '../ids';
import type { InactivityTable } from '../tables/inactivity';
import atRiskSql from './at-risk.sql?raw';
import spreadSql from './inactivity-spread.sql?raw';
import { checkLimit, checkMultiplier, type Asking } from './question';

const countSql = `
  SELECT count(*) FILTER (days_inactive > avg_interval * $1::DOUBLE)::INTEGER AS at_risk_count, count(*)::INTEGER AS total_cards_checked
  FROM inactivity`;

/** At-risk cards as the Orion service defines them (product definition, section 3). */
export async function atRiskCards(
  asking: Asking,
  inactivity: InactivityTable,
  params: ChurnParams,
): Promise<AtRiskCards> {
  const multiplier = checkMultiplier(params.multiplier);
  const limit = checkLimit(params.limit);
  const { database, loaded, scope } = asking;
  await inactivity.prepare(scope);
  const [counts] = await database.query<{ at_risk_count: number; total_cards_checked: number }>(countSql, [multiplier]);
  const rows = await database.query<AtRiskRow>(atRiskSql, [multiplier, limit]);
  const isText = loaded.textSpaces.has('card');
  return { ...counts!, cards: rows.map((row) => ({ ...row, card_id: idOf(row.card_id, isText) })) };
}

const spreadBins = { width: 0.25, count: 32 };

/** How the checked cards spread over days inactive / usual interval. */
export async function inactivitySpread(
  { database, scope }: Asking,
  inactivity: InactivityTable,
): Promise<InactivitySpread> {
  const { width, count } = spreadBins;
  await inactivity.prepare(scope);
  const rows = await database.query<{ bin: number | null; cards: number }>(spreadSql, [width, count]);
  const bins = Array.from({ length: count }, (_, index) => rows.find(({ bin }) => bin === index + 1)?.cards ?? 0);
  const beyond = rows.find(({ bin }) => bin === null)?.cards ?? 0;
  return { binWidth: width, bins, beyond, total: rows.reduce((sum, { cards }) => sum + cards, 0) };
}

type AtRiskRow = Omit<AtRiskCard, 'card_id'> & { card_id: string } & Record<string, unknown>;
