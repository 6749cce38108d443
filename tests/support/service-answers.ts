import type {
  AtRiskCard,
  AtRiskCards,
  Cohort,
  CohortRetention,
  RevenueAttribution,
} from '../../src/contract/answers.ts';
import { withStoreNames } from '../../workers/command/store-names.ts';

/** The answers with the fields of the service alone, as it gives them. */
export type ServiceCohorts = Omit<CohortRetention, 'cohorts'> & { cohorts: Omit<Cohort, 'active'>[] };
export type ServiceCards = Omit<AtRiskCards, 'cards'> & { cards: Omit<AtRiskCard, 'interval_basis'>[] };
export type ServiceRevenue = Omit<RevenueAttribution, 'without_store'>;

const ownFields = new Set(['active', 'interval_basis', 'found_count', 'without_store']);

/** An answer without the fields that are ours: the service's and those that it documents. Stores without a name are called as it does. */
export function ofService(answer: unknown): unknown {
  return JSON.parse(
    JSON.stringify(isRevenue(answer) ? withStoreNames(answer) : answer, (key, value: unknown) =>
      ownFields.has(key) ? undefined : value,
    ),
  );
}

const isRevenue = (answer: unknown): answer is RevenueAttribution =>
  typeof answer === 'object' && answer !== null && 'by_store' in answer;
