import type { FilePlan, FilePlans } from '../../contract/matching.ts';
import type { Draft } from './drafts.ts';
import type { Decision } from './remembered-plans.ts';

/** What the engine is told about an export. */
export interface Decided {
  /** How to read each file, by its name; null to leave it out. */
  plans: FilePlans;
  /** Shapes of the files about which a person has said something. */
  shapes: string[];
}

/** What the engine is to be told. Every file has its plan, so that what was shown is what is done. */
export function decide(drafts: readonly Draft[]): Decided {
  return {
    plans: new Map(drafts.flatMap((draft) => draft.files.map(({ name }) => [name, planOf(draft)] as const))),
    shapes: decisionsOf(drafts).map(([shape]) => shape),
  };
}

/** What is worth remembering of drafts that were loaded: all that the names of the columns alone do not say. */
export function decisionsOf(drafts: readonly Draft[]): [shape: string, decision: Decision][] {
  return drafts
    .filter(({ origin, changed }) => origin !== 'certain' || changed)
    .map((draft) => [draft.shape, planOf(draft) ?? 'left-out']);
}

function planOf({ kind, columns, dialect, types, amounts, changed }: Draft): FilePlan | null {
  if (kind === null) return null;
  const readingFrom = changed ? 'person' : 'plan';
  return { kind, columns, dialect, readingFrom, ...(kind === 'transactions' && { types, amounts }) };
}
