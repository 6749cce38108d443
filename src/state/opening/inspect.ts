import type { LeftOut } from '../../contract/left-out.ts';
import type { SaidLayout, SaidLayouts } from '../../contract/layout.ts';
import type { FileInspection, FilePlans, Inspection, UnreadableFile } from '../../contract/matching.ts';
import type { LoadProgress } from '../../contract/progress.ts';
import type { EngineClient } from '../../platform/engine-client.ts';
import type { Decided } from './decided.ts';
import type { Draft, Wanted } from './draft.ts';
import { layoutsIn, rememberedLayouts } from './layouts.ts';
import { draftsOf, needsLook } from './drafts.ts';
import { problemsOf } from './problems.ts';
import type { Decision, RememberedPlans } from './remembered-plans.ts';

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
  /** The shapes in which the files were found, by name. */
  foundShapes: ReadonlyMap<string, string>;
}

/**
 * Inspects files without loading them, laid out as a person said of them, or of files like them.
 *
 * @param decided the decisions of a person about these very files; null to take those remembered of files like them
 * @param known how some of them are read already, where nobody has decided since
 */
export async function inspect(
  files: File[],
  decided: Decided | null,
  known: FilePlans,
  context: OpeningContext,
): Promise<Inspected> {
  const { remembered, onProgress } = context;
  onProgress({ stage: 'recognising', files: [] });
  const said = layoutsIn(decided?.plans ?? known);
  const found = await look(files, said, context);
  const more = decided ? new Map<string, SaidLayout>() : rememberedLayouts(found.inspection.files, known, remembered);
  const seen = more.size === 0 ? found : await look(files, new Map([...said, ...more]), context);
  return inspectedAs(seen, foundShapes(found.inspection), ({ name, shape }) => {
    if (!decided) return known.get(name) ?? remembered.get(shape);
    const plan = decided.plans.get(name);
    return plan === null ? 'left-out' : (plan ?? null);
  });
}

/** What the engine sees in files. */
interface Looked {
  inspection: Inspection;
  wanted: Wanted;
}

/** Has the engine look at files. */
export async function look(
  files: File[],
  layouts: SaidLayouts,
  { engine, signal }: Pick<OpeningContext, 'engine' | 'signal'>,
): Promise<Looked> {
  const looking = Promise.all([engine.inspect(files, { layouts, signal }), engine.wantedColumns()]);
  const [inspection, wanted] = await Promise.race([looking, aborted(signal)]);
  return { inspection, wanted };
}

/**
 * What was seen of files, with what is decided of them.
 *
 * @param shapes those in which the files were found, by name, before a person said how they are laid out
 */
export function inspectedAs(
  { inspection, wanted }: Looked,
  shapes: ReadonlyMap<string, string>,
  decidedBefore: (file: FileInspection) => Decision | null,
): Inspected {
  const { files, unreadable, leftOut } = inspection;
  const drafts = draftsOf(files, wanted, decidedBefore).map((draft) => {
    const file = draft.files.find(({ layout }) => layout?.said);
    return { ...draft, foundShape: file ? (shapes.get(file.name) ?? null) : null };
  });
  return { drafts, wanted, unreadable, leftOutByEngine: leftOut, foundShapes: shapes };
}

/** The shapes of files by their names. */
function foundShapes({ files }: Inspection): Map<string, string> {
  return new Map(files.map(({ name, shape }) => [name, shape]));
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
