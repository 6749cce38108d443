import type { SaidLayout } from '../../contract/layout.ts';
import type { FileInspection } from '../../contract/matching.ts';
import { planOf } from './decided.ts';
import type { Draft } from './draft.ts';
import { inspectedAs, look } from './inspect.ts';
import type { Matching } from './matching.svelte.ts';
import type { Opening } from './opening.ts';
import type { Decision } from './remembered-plans.ts';
import type { Source } from './source.ts';

/**
 * Looks at files once more, some of them laid out as a person says. What was chosen for the others stays; where those cannot be read so,
 * the screen says it of each.
 *
 * @param names the files, as `inspect` gives them
 * @param said null for the layout that is found
 */
export async function layOut(
  matching: Matching,
  { names, said }: { names: readonly string[]; said: SaidLayout | null },
  source: Source,
  { engine, signal }: Pick<Opening, 'engine' | 'signal'>,
): Promise<void> {
  const layouts = new Map(matching.layouts);
  for (const name of names) {
    if (said) layouts.set(name, said);
    else layouts.delete(name);
  }
  const seen = await look(await source.files(signal), layouts, { engine, signal });
  const chosen = ({ name, shape }: FileInspection): Decision | null => {
    const before = matching.drafts.find(
      (draft) => draft.shape === shape && draft.files.some((one) => one.name === name),
    );
    return before && isDecided(before) ? (planOf(before) ?? 'left-out') : null;
  };
  matching.see(inspectedAs(seen, matching.foundShapes, chosen), layouts);
}

/** Whether a person has decided something of a draft, now or before. */
function isDecided({ changed, origin }: Draft): boolean {
  return changed || origin === 'remembered';
}
