import type { AnswerParams } from '../../contract/answers.ts';
import type { Engine } from '../../contract/engine.ts';
import type { InsightSources } from './insight.ts';

/** The answers beside the overview's own that insights are drawn from. One that failed is null: it only means fewer insights. */
export type AskedSources = Pick<InsightSources, 'atRisk' | 'cohorts' | 'revenue'>;

const monthsBack = 12;

/** Asks for them. Never throws. */
export async function askSources(
  engine: Pick<Engine, 'atRiskHoldings' | 'cohortRetention' | 'revenueAttribution'>,
  params: AnswerParams,
): Promise<AskedSources> {
  const [atRisk, cohorts, revenue] = await Promise.all([
    orNull(engine.atRiskHoldings(params)),
    orNull(engine.cohortRetention({ ...params, monthsBack })),
    orNull(engine.revenueAttribution({ ...params, monthsBack })),
  ]);
  return { atRisk, cohorts, revenue };
}

function orNull<T>(answer: Promise<T>): Promise<T | null> {
  return answer.catch(() => null);
}
