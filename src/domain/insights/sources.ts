import type { AnswerParams } from '../../contract/answers.ts';
import type { Engine } from '../../contract/engine.ts';
import type { InsightSources } from './insight.ts';
import { holdingsOf } from './members.ts';

/** The answers beside the overview's own that insights are drawn from. One that failed is null: it only means fewer insights. */
export type AskedSources = Pick<InsightSources, 'atRisk' | 'cohorts' | 'revenue'>;

const monthsBack = 12;
/** So many cards are listed to add up their balances; of more it is only said how many they are. */
const mostListed = 20_000;

/** Asks for them. Never throws. */
export async function askSources(
  engine: Pick<Engine, 'atRiskCards' | 'cohortRetention' | 'revenueAttribution'>,
  params: AnswerParams,
): Promise<AskedSources> {
  const [atRisk, cohorts, revenue] = await Promise.all([
    orNull(engine.atRiskCards({ ...params, limit: mostListed }).then(holdingsOf)),
    orNull(engine.cohortRetention({ ...params, monthsBack })),
    orNull(engine.revenueAttribution({ ...params, monthsBack })),
  ]);
  return { atRisk, cohorts, revenue };
}

function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch(() => null);
}
