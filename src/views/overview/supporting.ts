import type { AnswerParams, AtRiskCards, CohortRetention, RevenueAttribution } from '../../contract/answers.ts';
import type { EngineClient } from '../../platform/engine-client.ts';

/** The answers beside the overview's own that insights are drawn from. One that failed is null: it only means fewer insights. */
export interface Supporting {
  atRisk: AtRiskCards | null;
  cohorts: CohortRetention | null;
  revenue: RevenueAttribution | null;
}

const MONTHS_BACK = 12;
/** So many cards are listed to add up their balances; of more it is only said how many they are. */
const MOST_LISTED = 20_000;

export async function askSupporting(engine: EngineClient, params: AnswerParams): Promise<Supporting> {
  const [atRisk, cohorts, revenue] = await Promise.all([
    orNull(engine.atRiskCards({ ...params, limit: MOST_LISTED })),
    orNull(engine.cohortRetention({ ...params, monthsBack: MONTHS_BACK })),
    orNull(engine.revenueAttribution({ ...params, monthsBack: MONTHS_BACK })),
  ]);
  return { atRisk, cohorts, revenue };
}

function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch(() => null);
}
