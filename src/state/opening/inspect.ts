import type { LeftOut } from '../../contract/left-out.ts';
import type { FilePlans, UnreadableFile } from '../../contract/matching.ts';
import type { LoadProgress } from '../../contract/progress.ts';
import type { EngineClient } from '../../platform/engine-client.ts';
import type { Decided } from './decided.ts';
import type { Draft, Wanted } from './draft.ts';
import { draftsOf, needsLook } from './drafts.ts';
import { problemsOf } from './problems.ts';
import type { RememberedPlans } from './remembered-plans.ts';

/** The engine, the memory of the device and the reports of progress that files are opened with. */
export interface OpeningContext {
  engine: EngineClient;
  remembered: RememberedPlans;
  signal: AbortSignal;
  onProgress: (progress: LoadProgress) => void;
}

/** Files as the engine found them, with the decisions about them so far. */
export interface Inspected {
  drafts: Draft[];
  wanted: Wanted;
  unreadable: UnreadableFile[];
  leftOutByEngine: LeftOut[];
}

/**
 * Inspects files without loading them.
 *
 * @param decided the decisions of a person about these very files; null to take those remembered of files like them
 * @param known how some of them are read already, where nobody has decided since
 */
export async function inspect(
  files: File[],
  decided: Decided | null,
  known: FilePlans,
  { engine, remembered, signal, onProgress }: OpeningContext,
): Promise<Inspected> {
  onProgress({ stage: 'recognising', files: [] });
  const inspection = Promise.all([engine.inspect(files, { signal }), engine.wantedColumns()]);
  const [{ files: found, unreadable, leftOut }, wanted] = await Promise.race([inspection, aborted(signal)]);
  const drafts = draftsOf(found, wanted, ({ name, shape }) => {
    if (!decided) return known.get(name) ?? remembered.get(shape);
    const plan = decided.plans.get(name);
    return plan === null ? 'left-out' : (plan ?? null);
  });
  return { drafts, wanted, unreadable, leftOutByEngine: leftOut };
}

/** Whether nothing is left to ask about the drafts. */
export function isSettled({ drafts, wanted }: Inspected): boolean {
  return problemsOf(drafts, wanted).length === 0 && drafts.every(({ origin }) => !needsLook(origin));
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = (): void => reject(signal.reason);
    if (signal.aborted) abort();
    else signal.addEventListener('abort', abort, { once: true });
  });
}
