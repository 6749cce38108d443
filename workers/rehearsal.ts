import type { AnswerParams } from '../src/contract';
import { atRiskCards, inactivitySpread } from './analytics/churn';
import { cohortRetention } from './analytics/cohorts';
import { overview } from './analytics/overview';
import { scopeOf, type Asking } from './analytics/question';
import { revenueAttribution } from './analytics/revenue';
import { stores } from './analytics/stores';
import { loadExport, type LoadContext } from './ingest/load';
import type { DerivedTables } from './tables/derived';

/** What the views ask first. */
const questions: readonly ((asking: Asking, params: AnswerParams) => Promise<unknown>)[] = [
  overview,
  stores,
  cohortRetention,
  atRiskCards,
  inactivitySpread,
  revenueAttribution,
];

/**
 * Loads an export and asks questions on it, for nobody. WebAssembly is compiled as it first runs and made fast once it has run for a
 * while: the load that somebody waits for takes a third less time after this. What it leaves behind that load replaces.
 *
 * @throws EngineError `load-cancelled`, and whatever a load throws
 */
export async function rehearse(
  files: readonly File[],
  context: Pick<LoadContext, 'database' | 'decoder' | 'died' | 'cancelled' | 'inTurn'>,
  derivedTables: DerivedTables,
): Promise<void> {
  const { database, cancelled } = context;
  const loaded = await loadExport(files, {
    ...context,
    plans: new Map(),
    onProgress: () => undefined,
    replace: (work) => work(),
  });
  const [merchant] = loaded.summary.merchants;
  const params = merchant ? { merchantId: merchant.id } : {};
  const scope = await scopeOf(database, loaded, params);
  for (const question of questions) {
    await Promise.race([cancelled, null]);
    await question({ database, loaded, derivedTables, scope }, params);
  }
}
