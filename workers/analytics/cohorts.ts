import type { Cohort, CohortParams, CohortRetention } from '../../src/contract';
import cohortsSql from './cohorts.sql?raw';
import { checkMonthsBack, type Asking } from './question';

/** Cohort retention as the Orion service defines it (product definition, section 3). */
export async function cohortRetention({ database, scope }: Asking, params: CohortParams): Promise<CohortRetention> {
  const monthsBack = checkMonthsBack(params.monthsBack);
  const rows = await database.query<CohortRow>(cohortsSql, [scope.merchant, scope.asOf, monthsBack]);
  const cohorts: Cohort[] = [];
  for (const { month, enrolled, retention } of rows) {
    let cohort = cohorts.at(-1);
    if (cohort?.month !== month) cohorts.push((cohort = { month, enrolled, retention: [] }));
    cohort.retention.push(retention);
  }
  return { cohorts, months_back: monthsBack };
}

interface CohortRow extends Record<string, unknown> {
  month: string;
  enrolled: number;
  retention: number;
}
