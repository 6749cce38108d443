import type { ChurnParams, CohortParams, RevenueParams } from './answers.ts';
import type { BackTestParams } from './back-test.ts';

/** What has a definition in SQL of its own: the answers, or the parts of one. */
export const definitionNames = [
  'cohorts',
  'at-risk',
  'spread',
  'bands',
  'call-list',
  'back-test',
  'back-test-service',
  'revenue-monthly',
  'revenue-by-store',
  'overview-figures',
  'overview-second-visit',
  'overview-stores',
  'overview-weekdays',
  'overview-months',
  'stores',
  'activity',
] as const;
export type DefinitionName = (typeof definitionNames)[number];

/** The parameters of any of them; each takes those that its answer has. */
export type DefinitionParams = Omit<
  CohortParams & ChurnParams & RevenueParams & BackTestParams,
  'sort' | 'search' | 'rule'
>;
