import type { CombinedColumn, FilePlan, FilePlans } from '../../contract/matching.ts';
import { amountColumn } from '../../domain/export-format.ts';
import type { Draft } from './draft.ts';
import { shownFile, signsOf } from './proposed-reading.ts';
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
    .filter(({ origin, changed, foundShape }) => origin !== 'certain' || changed || foundShape !== null)
    .flatMap((draft) => {
      const decision = planOf(draft) ?? 'left-out';
      const shapes = draft.foundShape === null ? [draft.shape] : [draft.foundShape, draft.shape];
      return shapes.map((shape): [string, Decision] => [shape, decision]);
    });
}

/** How the files of a draft are to be read; null to leave them out. */
export function planOf(draft: Draft): FilePlan | null {
  const { kind, columns, dialect, types, states, amounts, signs, ids, changed } = draft;
  const said = shownFile(draft.files).layout?.said;
  if (kind === null) return null;
  const readingFrom = changed ? 'person' : 'plan';
  const combined = combinedOf(draft);
  return {
    kind,
    columns,
    ...(combined.length > 0 && { combined }),
    dialect,
    readingFrom,
    ...(said && { layout: said }),
    ...(ids === 'alike' && { ids }),
    ...(kind === 'cards' && Object.keys(states).length > 0 && { states }),
    ...(kind === 'transactions' && { types }),
    ...(amountColumn[kind] && amounts && { amounts }),
    // Whoever was asked has said either.
    ...(signs && signsOf(draft.files, kind, columns) !== signs && { signs }),
  };
}

/** What of the chosen columns the file does not have itself. */
function combinedOf({ files, columns }: Draft): CombinedColumn[] {
  const chosen = new Set(Object.values(columns));
  return shownFile(files).columns.flatMap(({ name, combines }) =>
    combines && chosen.has(name) ? [{ name, ...combines }] : [],
  );
}
