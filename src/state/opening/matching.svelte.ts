import { leftOutAs, type LeftOut } from '../../contract/left-out.ts';
import type { SaidLayout, SaidLayouts } from '../../contract/layout.ts';
import { layoutsSaid, withSaid } from './layouts.ts';
import type { ErrorDetails } from '../../contract/errors.ts';
import type { UnreadableFile } from '../../contract/matching.ts';
import type { EngineError } from '../../contract/errors.ts';
import type { ExportSummary } from '../../contract/summary.ts';
import type { Draft, Wanted } from './draft.ts';
import type { Inspected } from './inspect.ts';
import { unreadableFile } from './left-out.ts';
import type { SourceFiles } from './source-files.ts';
import { problemsOf, type Problem } from './problems.ts';

const noLayouts: SaidLayouts = new Map();

/** What would come of loading files as they are matched: not known, being found out, a summary, or why they would not load. */
export type Trial =
  { is: 'unknown' | 'running' } | { is: 'loads'; summary: ExportSummary } | { is: 'fails'; failure: EngineError };

/** Files whose columns a person matches: what the screen shows, and what was chosen on it so far. */
export class Matching {
  /** What is being opened. */
  readonly source: Pick<SourceFiles, 'sample' | 'fileNames'>;
  readonly wanted: Wanted;
  /** Files that cannot be read: each has to be left out before the others can be loaded. */
  unreadable: readonly UnreadableFile[] = $state.raw([]);
  /** Files that are left out without a person: by the page or by the engine. */
  leftOut: readonly LeftOut[] = $state.raw([]);
  /** What a person says of how tables lie in their files, by the name of the file. */
  layouts: SaidLayouts = $state.raw(noLayouts);
  /** They are looked at once more: what is shown is not what would be loaded. */
  isLooking = $state(false);
  /** The shapes in which the files were found, by name. */
  readonly foundShapes: ReadonlyMap<string, string>;
  readonly #notOffered: readonly string[];
  drafts: Draft[] = $state.raw([]);
  /** Names of single files that a person leaves out. */
  leftOutByPerson: readonly string[] = $state.raw([]);
  /** What would come of the drafts as they are. */
  trial: Trial = $state.raw({ is: 'unknown' });
  /** What the engine said against the drafts as they were. */
  failure: EngineError | null = $state.raw(null);

  /** @param failure why a person has to match the columns, where the drafts do not show the reason */
  constructor(source: SourceFiles, inspected: Inspected, failure: EngineError | null) {
    this.source = source;
    this.wanted = inspected.wanted;
    this.foundShapes = inspected.foundShapes;
    this.#notOffered = source.notOffered;
    this.leftOutByPerson = source.leftOutByPerson;
    this.layouts = layoutsSaid(inspected.drafts.flatMap(({ files }) => files));
    this.see(inspected);
    this.refuse(failure);
  }

  /**
   * Says how tables lie in files, before they are looked at so.
   *
   * @param said null for the layout that is found
   */
  say(names: readonly string[], said: SaidLayout | null): void {
    this.layouts = withSaid(this.layouts, names, said);
  }

  /** Takes what the engine sees in the files, laid out as a person says. */
  see({ drafts, unreadable, leftOutByEngine }: Inspected): void {
    this.drafts = drafts;
    this.unreadable = unreadable;
    this.leftOut = [...leftOutByEngine, ...leftOutAs('no-part', this.#notOffered)];
  }

  /** What keeps it from being loaded. */
  get problems(): Problem[] {
    const unsettled = this.unreadable.filter(({ name }) => !this.leftOutByPerson.includes(name));
    const unreadable = unsettled.map(({ name }): Problem => ({ kind: 'unreadable', file: name }));
    return [...unreadable, ...problemsOf(this.drafts, this.wanted)];
  }

  /** Whether they can be loaded as they are shown. */
  get isReady(): boolean {
    return this.problems.length === 0 && !this.isLooking;
  }

  /** The file that the engine could not read when it was loaded, which may be left out. */
  get refusedFile(): string | null {
    return this.failure && unreadableFile(this.failure);
  }

  change(index: number, draft: Draft): void {
    this.drafts = this.drafts.with(index, draft);
  }

  /** Leaves a single file out, or takes it in again. */
  leaveOut(name: string, isOut = true): void {
    const others = this.leftOutByPerson.filter((one) => one !== name);
    this.leftOutByPerson = isOut ? [...others, name] : others;
    if (isOut && this.refusedFile === name) this.failure = null;
  }

  /** Takes what the engine said against the drafts, null for nothing; dates and numbers that can be read two ways become a question. */
  refuse(failure: EngineError | null): void {
    const asked = failure && questionOf(failure);
    this.failure = asked ? null : failure;
    if (!asked) return;
    this.drafts = this.drafts.map((draft) =>
      draft.files.some(({ name }) => name === asked.file) ? { ...draft, ...asked.undecided } : draft,
    );
  }
}

/** The question that a failure is, and of which file. */
function questionOf({ code, details }: EngineError): { file: string; undecided: Partial<Draft> } | null {
  const { file, column } = details as ErrorDetails['dates-ambiguous'];
  if (code === 'dates-ambiguous' || code === 'dates-contradicted')
    return { file, undecided: { undecidedDates: column } };
  if (code === 'numbers-ambiguous' || code === 'numbers-contradicted')
    return { file, undecided: { undecidedNumbers: column } };
  return null;
}
