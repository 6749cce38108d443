import type { FileInspection } from '../../contract/matching.ts';
import { planOf } from './decided.ts';
import type { Draft } from './draft.ts';
import { inspectedAs, look } from './inspect.ts';
import type { Matching } from './matching.svelte.ts';
import type { Opening } from './opening.ts';
import type { Decision } from './remembered-plans.ts';
import type { Source } from './source.ts';

/**
 * Looks at the files once more, laid out as a person says now. What was chosen for the others stays; where some cannot be read so, the
 * screen says it of each.
 */
export async function lookAgain(
  matching: Matching,
  source: Source,
  { engine, signal }: Pick<Opening, 'engine' | 'signal'>,
): Promise<void> {
  const seen = await look(await source.files(signal), matching.layouts, { engine, signal });
  const chosen = ({ name, shape }: FileInspection): Decision | null => {
    const before = matching.drafts.find(
      (draft) => draft.shape === shape && draft.files.some((one) => one.name === name),
    );
    return before && isDecided(before) ? (planOf(before) ?? 'left-out') : null;
  };
  if (!signal.aborted) matching.see(inspectedAs(seen, matching.foundShapes, chosen));
}

/** Whether a person has decided something of a draft, now or before. */
function isDecided({ changed, origin }: Draft): boolean {
  return changed || origin === 'remembered';
}
