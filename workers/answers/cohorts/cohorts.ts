import type { Cohort, CohortParams, CohortRetention } from '../../../src/contract/answers.ts';
import cohortsSql from './cohorts.sql?raw';
import { checkMonthsBack } from '../params.ts';
import { derived, storeFilter, type AnswerContext } from '../question.ts';
import { cohortVisitsTable } from './retention-table.ts';

/** Cohort retention as the service defines it (`../README.md`); of a store: the cards that it won. */
export async function cohortRetention(context: AnswerContext, params: CohortParams): Promise<CohortRetention> {
  const monthsBack = checkMonthsBack(params.monthsBack);
  const store = await storeFilter(context, params);
  const table = await derived(context, cohortVisitsTable);
  const rows = await context.database.query<CohortRow>(await table(cohortsSql), [
    monthsBack,
    ...store,
    context.scope.asOf,
  ]);
  return cohortsOf(rows, monthsBack);
}

/** A window of a cohort. */
export interface CohortRow extends Record<string, unknown> {
  month: string;
  enrolled: number;
  retention: number;
  active: number;
}

/** The cohorts of rows that come cohort after cohort and window after window. */
export function cohortsOf(rows: readonly CohortRow[], monthsBack: number): CohortRetention {
  const cohorts: Cohort[] = [];
  for (const { month, enrolled, retention, active } of rows) {
    let cohort = cohorts.at(-1);
    if (cohort?.month !== month) cohorts.push((cohort = { month, enrolled, retention: [], active: [] }));
    cohort.retention.push(retention);
    cohort.active.push(active);
  }
  return { cohorts, months_back: monthsBack };
}
