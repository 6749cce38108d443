import type { Cohort, CohortParams, CohortRetention } from '../../../src/contract/answers.ts';
import { filled } from '../../database/filled.ts';
import { withNumbers } from '../../database/literals.ts';
import cohortsSql from './cohorts.sql?raw';
import countedFromFirstSeenSql from './counted-from-first-seen.sql?raw';
import countedSql from './counted.sql?raw';
import { firstSeenTable } from './first-seen-table.ts';
import { checkMonthsBack } from '../params.ts';
import { monthsOf, type Scope } from '../scope.ts';
import { derived, storeFilter, type AnswerContext } from '../question.ts';
import { cohortVisitsTable } from './retention-table.ts';

/** Cohort retention as the service defines it (`../README.md`); of a store: the cards that it won. */
export async function cohortRetention(context: AnswerContext, params: CohortParams): Promise<CohortRetention> {
  const monthsBack = checkMonthsBack(params.monthsBack);
  const store = await storeFilter(context, params);
  const bound = [monthsBack, ...store, context.scope.asOf];
  const { database, derivedTables, scope } = context;
  const fast = derivedTables.standing.statement(fromFirstSeen(scope, monthsBack, store[1]), [firstSeenTable], scope);
  const rows = fast
    ? await database.query<CohortRow>(await derivedTables.onCalendar(withNumbers(fast, bound), scope))
    : await database.query<CohortRow>(await (await derived(context, cohortVisitsTable))(fromVisitsSql), bound);
  return cohortsOf(rows, monthsBack);
}

const fromVisitsSql = filled(cohortsSql, { counted: countedSql });

function fromFirstSeen(scope: Scope, monthsBack: number, isOfStore: boolean): string {
  const counted = filled(countedFromFirstSeenSql, {
    'days back': String(31 * monthsBack),
    'cut month': String(monthsOf(scope, monthsBack).cutMonth),
    days: isOfStore ? '{first_seen_won_days}' : '{first_seen_days}',
    known: isOfStore ? 'won_at' : 'known_at',
    'of store': isOfStore ? 'AND won_by = $2::BIGINT' : '',
  });
  return filled(cohortsSql, { counted });
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
