import type { AnswerParams, AtRiskCards, CohortRetention, RevenueAttribution } from '../../contract.ts';
import type { EngineClient } from '../../engine-client.ts';

/** The answers beside the overview's own that insights are drawn from. One that failed is null: it only means fewer insights. */
export interface Supporting {
  atRisk: AtRiskCards | null;
  cohorts: CohortRetention | null;
  revenue: RevenueAttribution | null;
}

const MONTHS_BACK = 12;
/** More cards than this are counted, but not listed to add up their balances. */
const MOST_LISTED = 50_000;

export async function askSupporting(engine: EngineClient, params: AnswerParams): Promise<Supporting> {
  const [atRisk, cohorts, revenue] = await Promise.all([
    orNull(askAtRisk(engine, params)),
    orNull(engine.cohortRetention({ ...params, monthsBack: MONTHS_BACK })),
    orNull(engine.revenueAttribution({ ...params, monthsBack: MONTHS_BACK })),
  ]);
  return { atRisk, cohorts, revenue };
}

async function askAtRisk(engine: EngineClient, params: AnswerParams): Promise<AtRiskCards> {
  const counted = await engine.atRiskCards({ ...params, limit: 0 });
  if (counted.at_risk_count > MOST_LISTED) return counted;
  return engine.atRiskCards({ ...params, limit: counted.at_risk_count });
}

function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch(() => null);
}
