import type { AnswerParams } from '../../src/contract/answers.ts';
import { utcCalendar } from '../../src/contract/calendar.ts';
import { activity } from '../answers/activity/activity.ts';
import { atRiskCards } from '../answers/at-risk/at-risk.ts';
import { atRiskHoldings } from '../answers/at-risk/holdings.ts';
import { inactivitySpread } from '../answers/spread/spread.ts';
import { cohortRetention } from '../answers/cohorts/cohorts.ts';
import { overview } from '../answers/overview/overview.ts';
import { resolveScope } from '../answers/scope.ts';
import type { AnswerContext } from '../answers/question.ts';
import { revenueAttribution } from '../answers/revenue/revenue.ts';
import { stores } from '../answers/stores/stores.ts';
import { loadExport, type LoadContext } from '../load/load.ts';
import type { DerivedTables } from '../answers/derived-tables.ts';

/** What the views ask first. */
const questions: readonly ((context: AnswerContext, params: AnswerParams) => Promise<unknown>)[] = [
  overview,
  stores,
  cohortRetention,
  atRiskHoldings,
  atRiskCards,
  inactivitySpread,
  revenueAttribution,
  activity,
];

/**
 * Loads an export and asks questions on it, for nobody. WebAssembly is compiled as it first runs and made fast once it has run for a
 * while: the load that somebody waits for is faster after this (`tests/bench/README.md`). What it leaves behind that load replaces.
 *
 * @throws EngineError `load-cancelled`, and whatever a load throws
 */
export async function rehearse(
  files: readonly File[],
  context: Pick<LoadContext, 'database' | 'decoder' | 'died' | 'cancelled' | 'cancellation' | 'inTurn'>,
  derivedTables: DerivedTables,
): Promise<void> {
  const { database, cancellation } = context;
  // What an earlier one has built would not be built again.
  await derivedTables.forget();
  const loaded = await loadExport(files, {
    ...context,
    plans: new Map(),
    calendar: utcCalendar,
    onProgress: () => undefined,
    replace: (work) => work(),
  });
  const [merchant] = loaded.summary.merchants;
  const params = merchant ? { merchantId: merchant.id } : {};
  const scope = await resolveScope(database, loaded, params);
  for (const question of questions) {
    cancellation.throwIfCancelled();
    await question({ database, loaded, derivedTables, scope }, params);
  }
}
